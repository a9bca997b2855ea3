using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Access.SignIn;

/// <summary>The session: a cookie that ends with the browser, or after half an hour without a request.</summary>
public static class SessionCookie
{
    public const string ReturnParameter = "tro-lai";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "tongket";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(WebAddresses.IdleMinutes);
        options.SlidingExpiration = true;
        options.LoginPath = WebAddresses.SignIn;
        options.ReturnUrlParameter = ReturnParameter;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = AskToSignIn;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>Ends the session, by the button or after idleness; then what was open is offered again after signing in.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost(WebAddresses.SignOut, EndAsync)
            .AllowAnonymous()
            // A session that has already ended leaves a token that no longer fits; ending it again harms nobody.
            .DisableAntiforgery();

    /// <summary>An address of this program, and nothing else.</summary>
    public static string Local(string? address) =>
        address is { Length: > 0 }
        && address[0] == '/'
        && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\')
            ? address
            : "/";

    private static async Task EndAsync(HttpContext context, SignInManager<Account> session, IAntiforgery forms)
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            if (!await forms.IsRequestValidAsync(context))
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            await session.SignOutAsync();
        }

        var back = (await context.Request.ReadFormAsync(context.RequestAborted))[ReturnParameter].ToString();
        context.Response.Redirect(
            back.Length > 0
                ? $"{WebAddresses.SignIn}?het-phien=true&{ReturnParameter}={Uri.EscapeDataString(Local(back))}"
                : WebAddresses.SignIn + "?da-dang-xuat=true"
        );
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var current = context.HttpContext.RequestServices.GetRequiredService<CurrentActor>();
        if (await current.FindAsync(context.Principal!, context.HttpContext.RequestAborted) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A part of a page asked for by script must not receive the sign-in page in its place: the whole page goes there.
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = context.RedirectUri;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
