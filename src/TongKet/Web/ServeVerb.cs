using System.CommandLine;
using TongKet.Cli;
using TongKet.Store;

namespace TongKet.Web;

/// <summary>serve [--address http://127.0.0.1:5080]: the pages, until the program is stopped.</summary>
public static class ServeVerb
{
    public static Func<VerbHost, Command> Of(IReadOnlyList<Action<IServiceCollection>> rooms) =>
        host =>
        {
            var address = new Option<string?>("--address") { Description = Words.Get("web.verb.address") };
            var gallery = new Option<bool>("--gallery") { Hidden = true };
            var command = new Command("serve", Words.Get("web.verb.serve")) { address, gallery };
            command.SetAction(
                host.OnStore(
                    (run, parse, cancel) =>
                        ServeAsync(
                            run,
                            rooms,
                            new HostMode(parse.GetValue(address), ShowsGallery: parse.GetValue(gallery)),
                            cancel
                        )
                )
            );
            return command;
        };

    /// <summary>Serves what the run's database holds; the demo comes here too, once its world is there.</summary>
    public static async Task<int> ServeAsync(
        VerbRun run,
        IReadOnlyList<Action<IServiceCollection>> rooms,
        HostMode mode,
        CancellationToken cancel
    )
    {
        await using var app = WebHost.Build(run.Get<DatabaseAddress>(), rooms, mode);
        await app.StartAsync(cancel);
        foreach (var url in app.Urls)
        {
            run.WriteLine(Words.Get("web.serve.at", url));
        }

        foreach (var note in app.Services.GetServices<StartNote>())
        {
            await using var scope = app.Services.CreateAsyncScope();
            if (await note.WriteAsync(scope.ServiceProvider, cancel) is { } said)
            {
                run.WriteLine(said);
            }
        }

        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
