using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.WebEncoders;
using TongKet.Store;
using TongKet.Web.Layout;
using TongKet.Web.Pages;

namespace TongKet.Web;

/// <summary>
/// The web program without any room: pages rendered on the server, no script needed, no other host ever asked. A room
/// hooks in by one function that registers what it has: handlers, queries, <see cref="MenuEntry"/>,
/// <see cref="RoomEndpoints"/>, <see cref="PageContextPart"/>; its pages are found by their @page.
/// </summary>
public static class WebHost
{
    /// <summary>A page that takes a file raises this for itself by <c>[RequestSizeLimit]</c>.</summary>
    private const long LargestRequest = 2 * 1024 * 1024;

    private static readonly string WebRoot = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    public static WebApplication Build(
        DatabaseAddress database,
        IEnumerable<Action<IServiceCollection>> rooms,
        HostMode mode,
        Action<WebApplicationBuilder>? adjust = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = WebRoot }
        );
        builder.WebHost.UseUrls(mode.Address ?? builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? HostMode.UsualAddress);
        builder.Services.AddSingleton(mode);

        // A line a request helps nobody; what goes wrong is still written.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // The ring lies in the database beside the records; its guard is the guard of the database.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(20);
        });
        Register(builder.Services);
        builder.Services.AddStore(database);
        if (mode.ShowsGallery)
        {
            builder.Services.AddScoped<PageContextPart, GalleryContext>();
        }

        foreach (var room in rooms)
        {
            room(builder.Services);
        }

        adjust?.Invoke(builder);
        var app = builder.Build();
        Layer(app);
        return app;
    }

    private static void Register(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<WordsOf>();
        services.AddSingleton<Assets>();
        services.AddSingleton<UsualTimes>();
        services.AddHttpContextAccessor();
        services.AddRazorComponents();

        // A cell of three hundred members sends a grade sheet with some fields for each.
        services.Configure<FormOptions>(options => options.ValueCountLimit = 20_000);
        services.AddCascadingValue(provider =>
            PageContextLayer.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!)
        );
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "tongket-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true; // SecurityHeaders sends it with every answer.
        });
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddHealthChecks().AddCheck<StoreReadiness>("store");
        services.AddRateLimiter(options => options.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddResponseCompression(options =>
        {
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });

        // Else every Vietnamese letter becomes an entity: a quarter more bytes, and unreadable pages.
        services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );

        // Numbers and dates are Vietnamese whatever the browser asks for; only words may follow its language.
        CultureInfo.DefaultThreadCurrentCulture = Words.Vietnamese;
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Words.Vietnamese);
            options.AddSupportedCultures("vi-VN");
            options.AddSupportedUICultures("vi-VN", "vi", "en");
        });
    }

    private static void Layer(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandlingPath = ErrorAddress(500), CreateScopeForErrors = true }
        );
        app.UseStatusCodePagesWithReExecute("/loi/{0}", createScopeForStatusCodePages: true);
        app.Use(RefusedForms.AnswerAsPage);
        app.UseStaticFiles(
            new StaticFileOptions { FileProvider = new PhysicalFileProvider(WebRoot), OnPrepareResponse = Assets.KeepInBrowser }
        );
        app.UseRequestLocalization();
        app.UseRouting();
        app.Use(OneConnection.Hold);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.Use(RefusedForms.Refuse);
        app.Use(PageContextLayer.Fill);

        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz").AllowAnonymous();
        app.MapGet(WebAddresses.StayIn, () => Results.NoContent());
        app.MapRazorComponents<App>();
        foreach (var room in app.Services.GetServices<RoomEndpoints>())
        {
            room.Map(app);
        }
    }

    private static string ErrorAddress(int status) => "/loi/" + status.ToString(CultureInfo.InvariantCulture);
}
