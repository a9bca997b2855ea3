using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Domain.Access;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Tests.Support;

/// <summary>
/// The program served on a free port of loopback over one test database, with a clock that stands. Who looks is given
/// as an actor; <see cref="As"/> is his browser without script.
/// </summary>
public sealed class ServedProgram : IAsyncDisposable
{
    private const string Who = "X-Test-Actor";

    private readonly WebApplication app;
    private readonly Callers callers;

    private ServedProgram(WebApplication app, Callers callers)
    {
        this.app = app;
        this.callers = callers;
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<ServedProgram> StartAsync(TestDatabase database, FakeClock? clock = null)
    {
        var known = new Callers();
        var host = WebHost.Build(
            DatabaseAddress.Parse(database.Address)!,
            Program.Rooms,
            new HostMode("http://127.0.0.1:0"),
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock ?? new FakeClock(2026, 11, 22));
                builder.Services.AddSingleton(known);
                builder.Services.AddScoped<PageContextPart, CallersPart>();
            }
        );
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new(host, known);
    }

    public Visitor As(Actor actor)
    {
        var key = $"{callers.Known.Count}";
        callers.Known[key] = actor;
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = Address,
        };
        client.DefaultRequestHeaders.Add(Who, key);
        return new Visitor(client);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private sealed class Callers
    {
        public ConcurrentDictionary<string, Actor> Known { get; } = new();
    }

    private sealed class CallersPart(Callers callers) : PageContextPart
    {
        public override int Order => 10;

        public override ValueTask<PageContext> FillAsync(PageContext context, HttpContext request, CancellationToken cancellation)
        {
            var actor = request.Request.Headers[Who].ToString() is { Length: > 0 } key ? callers.Known[key] : null;
            return new(
                actor is null
                    ? context
                    : context with
                    {
                        Actor = actor,
                        AccountName = actor.Name,
                        Acts = Acts.All.Where(act => actor.GrantsFor(act).Any()).Select(act => act.Code).ToHashSet(),
                    }
            );
        }
    }
}
