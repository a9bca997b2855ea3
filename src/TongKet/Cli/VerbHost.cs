using System.CommandLine;
using System.Data.Common;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Cli;

/// <summary>
/// What every verb shares: the database, the account it runs for, and how it answers. A verb hands over what it does
/// and gets a <see cref="VerbRun"/>; the exit code is 0 only if it did what was asked.
/// </summary>
public sealed class VerbHost(IReadOnlyList<Action<IServiceCollection>> rooms, TextWriter answer, TextWriter notes)
{
    public Option<string?> Database { get; } = new("--db") { Description = Words.Get("cli.option.db"), Recursive = true };
    public Option<bool> Json { get; } = new("--json") { Description = Words.Get("cli.option.json"), Recursive = true };
    public Option<string?> As { get; } = new("--as") { Description = Words.Get("cli.option.as"), Recursive = true };

    /// <summary>The action of a verb that works on the records; <paramref name="usual"/> is where they are if nothing is said.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> OnStore(
        Func<VerbRun, ParseResult, CancellationToken, Task<int>> what,
        string? usual = null
    ) =>
        async (parse, cancel) =>
        {
            if (DatabaseAddress.Parse(parse.GetValue(Database) ?? usual) is not { } address)
            {
                return Refuse(new("cli.refusal.address"));
            }

            try
            {
                await using var services = Services(address);
                await using var scope = services.CreateAsyncScope();
                await StoreSetup.MigrateAsync(scope.ServiceProvider.GetRequiredService<AppStore>(), cancel);
                foreach (var opened in services.GetServices<StoreOpened>())
                {
                    await opened.ThenAsync(scope.ServiceProvider, cancel);
                }

                var actor = await ActorAsync(scope.ServiceProvider, parse.GetValue(As), cancel);
                return actor is null
                    ? Refuse(new("cli.refusal.account", null, parse.GetValue(As)!))
                    : await what(new(scope.ServiceProvider, actor, parse.GetValue(Json), answer, notes), parse, cancel);
            }
            catch (DbException failure)
            {
                // The driver's own words may hold values of a row; only what kind of failure it was is said.
                return Refuse(new("cli.refusal.database", null, address.Shown, failure.SqlState ?? failure.GetType().Name));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return Refuse(new("cli.refusal.file", null, failure.Message));
            }
        };

    /// <summary>A run of a verb that brings its own databases.</summary>
    public VerbRun WithoutStore(ParseResult parse) =>
        new(
            new ServiceCollection().BuildServiceProvider(),
            Actor.Operator(Environment.UserName),
            parse.GetValue(Json),
            answer,
            notes
        );

    public int Refuse(Refusal refusal)
    {
        notes.WriteLine(Words.Of(refusal));
        return 1;
    }

    public ServiceProvider Services(DatabaseAddress address)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddStore(address);
        foreach (var room in rooms)
        {
            room(services);
        }

        return services.BuildServiceProvider();
    }

    private static async Task<Actor?> ActorAsync(IServiceProvider services, string? account, CancellationToken cancel) =>
        account is null
            ? Actor.Operator(Environment.UserName)
            : await services.GetRequiredService<ActorFinder>().FindAsync(account, cancel);
}

/// <summary>Finds the actor of an account's name; the room of accounts registers it.</summary>
public sealed record ActorFinder(Func<string, CancellationToken, Task<Actor?>> FindAsync);

/// <summary>What a room does once the records are open and before a verb works on them.</summary>
public sealed record StoreOpened(Func<IServiceProvider, CancellationToken, Task> ThenAsync);
