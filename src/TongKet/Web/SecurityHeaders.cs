namespace TongKet.Web;

/// <summary>
/// What every answer says to the browser: load nothing from elsewhere, run nothing written into the page, be framed by
/// nobody, and keep no page of a person's record on the disk of a shared machine.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;
                headers.ContentSecurityPolicy = ContentPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                if (
                    headers.CacheControl.Count == 0
                    || headers.CacheControl.ToString().StartsWith("no-cache", StringComparison.Ordinal)
                )
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            },
            context
        );
        return next(context);
    }
}
