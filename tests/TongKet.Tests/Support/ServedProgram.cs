using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TongKet.Domain.Access;
using TongKet.Domain.Regulations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Tests.Support;

/// <summary>
/// The program served on a free port of loopback over one test database, with a clock that stands.
/// <see cref="As"/> is the browser, without script, of somebody who has signed in.
/// </summary>
public sealed class ServedProgram : IAsyncDisposable
{
    private readonly WebApplication app;

    private ServedProgram(WebApplication app, FakeClock clock)
    {
        this.app = app;
        Clock = clock;
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    public FakeClock Clock { get; }

    public IServiceProvider Services => app.Services;

    /// <param name="rules">What this program comes with; null is what the build comes with.</param>
    public static async Task<ServedProgram> StartAsync(
        TestDatabase database,
        FakeClock? clock = null,
        bool isDemo = false,
        RuleBook? rules = null
    )
    {
        clock ??= new FakeClock(2026, 11, 22);
        var host = WebHost.Build(
            DatabaseAddress.Parse(database.Address)!,
            Program.Rooms,
            new HostMode("http://127.0.0.1:0", isDemo, ShowsGallery: true),
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                if (rules is not null)
                {
                    builder.Services.AddSingleton(rules);
                }
            }
        );
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new(host, clock);
    }

    /// <summary>An account of its own with these grants is made on the first request.</summary>
    public Visitor As(Actor actor) => new(async () => Client(await SessionAsync(actor)));

    /// <summary>Somebody who goes on with a session that began elsewhere.</summary>
    public Visitor As(Cookie session) => new(() => Task.FromResult(Client(session)));

    /// <summary>Somebody who has not signed in.</summary>
    public Visitor AsNobody() => new(() => Task.FromResult(Client(null)));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>The cookie that signing in with a password would have given, without the time a password takes.</summary>
    public async Task<Cookie> SessionAsync(Actor actor)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var account = await AddAccountAsync(scope.ServiceProvider, actor);
        var factory = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>();
        var options = app
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var now = DateTimeOffset.FromUnixTimeSeconds(
            app.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds()
        );
        var ticket = new AuthenticationTicket(
            await factory.CreateAsync(account),
            new() { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan },
            IdentityConstants.ApplicationScheme
        );
        return new(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/", Address.Host);
    }

    private static async Task<Account> AddAccountAsync(IServiceProvider services, Actor actor)
    {
        var store = services.GetRequiredService<AppStore>();
        var log = services.GetRequiredService<ChangeLog>();
        var ids = services.GetRequiredService<RecordIds>();
        var cancel = TestContext.Current.CancellationToken;
        await using var transaction = await log.BeginAsync(cancel);
        var name = $"nguoi-dung-{Guid.NewGuid():N}";
        var account = new Account
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = actor.Name,
            MemberId = actor.MemberId,
            SecurityStamp = $"{Guid.NewGuid():N}",
        };
        store.Add(account);
        await store.SaveChangesAsync(cancel);
        var grants = new List<RoleGrant>();
        foreach (var given in actor.Grants)
        {
            grants.Add(
                new()
                {
                    Id = await ids.NextAsync(cancel),
                    AccountId = account.Id,
                    Role = given.Role,
                    OrganizationId = given.OrganizationId,
                    FromOn = given.FromOn,
                    ToOn = given.ToOn,
                }
            );
        }

        store.AddRange(grants);
        await log.SaveAsync(
            new(null, "test"),
            "test.account",
            [new(account, account.Id, null), .. grants.Select(g => new ChangedRecord(g, g.Id, g.OrganizationId))],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return account;
    }

    private HttpClient Client(Cookie? session)
    {
        var cookies = new CookieContainer();
        if (session is not null)
        {
            cookies.Add(Address, session);
        }

        return new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Address };
    }
}
