using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using TongKet.Access.AcceptInvitation;
using TongKet.Access.AddAccount;
using TongKet.Access.ManageAccounts;
using TongKet.Access.SignIn;
using TongKet.Cli;
using TongKet.Domain.Access;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Access;

/// <summary>Accounts, their roles and their sessions.</summary>
public static class AccessRoom
{
    private const int SignInsAMinute = 60;

    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ActorReader>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<GrantOrganizations>();
        services.AddScoped<SignInHandler>();
        services.AddScoped<FirstAccountQuery>();
        services.AddScoped<AcceptInvitationHandler>();
        services.AddScoped<AddAccountHandler>();
        services.AddScoped<AccountsQuery>();
        services.AddScoped<GiveRoleHandler>();
        services.AddScoped<EndRoleHandler>();
        services.AddScoped<LockAccountHandler>();
        services.AddScoped<InviteAgainHandler>();
        services.AddScoped<PageContextPart, AccessContext>();
        services.AddScoped(provider => new ActorFinder(
            async (name, cancel) =>
                await provider.GetRequiredService<ActorReader>().ByNameAsync(name, cancel) is { Account.LockedAt: null } known
                    ? known.Actor
                    : null
        ));
        services.AddSingleton(new RoomEndpoints(SessionCookie.Map));
        services.AddSingleton(new StartNote(FirstAccountQuery.NoteAsync));
        services.AddSingleton(
            new MenuEntry(80, "access.menu.administration", "/quan-tri/tai-khoan", "settings", Acts.ManageAccounts.Code)
        );
        AddIdentity(services);
        AddPolicies(services);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = SignInHandler.WrongPasswords;
                options.Lockout.DefaultLockoutTimeSpan = SignInHandler.LockOut;
            })
            .AddEntityFrameworkStores<AppStore>()
            .AddSignInManager();
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, SessionCookie.Configure);
        services.AddSingleton<KeyRing>();
        services.AddDataProtection().SetApplicationName("TongKet");
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, ring) => options.XmlRepository = ring);
    }

    private static void AddPolicies(IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, ActRequirementCheck>();
        services.AddAuthorization(options =>
        {
            // Whatever says nothing of its own is for who has signed in.
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            foreach (var act in Acts.All)
            {
                options.AddPolicy(act.Code, policy => policy.RequireAuthenticatedUser().AddRequirements(new ActRequirement(act)));
            }
        });
        services.Configure<RateLimiterOptions>(options =>
            options.AddPolicy(
                "sign-in",
                request =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        request.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new() { PermitLimit = SignInsAMinute, Window = TimeSpan.FromMinutes(1) }
                    )
            )
        );
    }
}
