using System.Diagnostics;
using TongKet.Cli;
using TongKet.Generate;
using TongKet.Web;

namespace TongKet.Bench;

/// <summary>What was measured of a nation: the ways side by side, and the goals.</summary>
public sealed record NationalResult(IReadOnlyList<Measured> Measured, IReadOnlyList<Goal> Goals);

/// <summary>
/// The figures engine against plain SQL on generated nations of a sixteenth, a quarter and the whole of what was asked for,
/// on both databases.
/// </summary>
public sealed class NationalBench(
    IReadOnlyList<Action<IServiceCollection>> rooms,
    PrivatePostgreSql cluster,
    string folder,
    VerbRun run,
    CancellationToken cancel
)
{
    private readonly List<Measured> measured = [];
    private readonly List<(string Database, StartTimes Times)> starts = [];
    private readonly List<Goal> ofWrites = [];

    /// <param name="shares">Of the nation: 16 is a sixteenth. The whole is the one that goals are of.</param>
    public async Task<NationalResult> RunAsync(int members, IReadOnlyList<int> shares, IReadOnlyList<bool> onPostgreSql)
    {
        var sizes = shares.Select(s => (Share: s, Size: new NationSize(Math.Max(NationSize.Fewest, members / s)))).ToList();
        foreach (var (share, size) in sizes)
        {
            foreach (var isPostgreSql in onPostgreSql)
            {
                await MeasureAsync(share, size, isPostgreSql);
            }
        }

        var imports = await new NationalImports(rooms, cluster, folder, run).MeasureAsync(members, onPostgreSql, cancel);
        var goals = new NationalGoals(measured, [.. starts.TakeLast(onPostgreSql.Count)], Bandwidth.Measure());
        return new(measured, [.. goals.OfFigures(), .. ofWrites, .. imports]);
    }

    private async Task MeasureAsync(int share, NationSize size, bool isPostgreSql)
    {
        var database = isPostgreSql ? "PostgreSQL" : "SQLite";
        var address = isPostgreSql
            ? await cluster.CreateDatabaseAsync($"nation_{share}")
            : "sqlite:" + Path.Combine(folder, $"nation-{size.Members}.db");
        var begun = Stopwatch.GetTimestamp();
        await using (var desk = await NationDesk.OpenAsync(rooms, address, cancel))
        {
            await desk.MakeAsync(size, _ => { }, cancel);
            run.Note(
                Words.Get(
                    "bench.national.made",
                    database,
                    VietnameseFormat.Number(size.Members),
                    VietnameseFormat.Duration(Stopwatch.GetElapsedTime(begun))
                )
            );
        }

        await using (var desk = await NationDesk.OpenAsync(rooms, address, cancel))
        {
            var start = await NationalStart.MeasureAsync(desk, rooms, Path.Combine(folder, "bench.columns"), cancel);
            starts.Add((database, start));
            run.Note(Words.Get("bench.national.start", database, Ms(start.Engine), Ms(start.Bare), Ms(start.File)));
            var asked = await new NationalQuestions(desk, share, cancel).AskAsync();
            measured.AddRange(asked);
            foreach (var question in asked)
            {
                run.Note(
                    $"1/{share} {database} {question.Question}: "
                        + string.Join("; ", question.Ways.Select(w => $"{w.Name} {Ms(w.Median)} ms ({w.Runs})"))
                );
            }

            if (share == 1)
            {
                ofWrites.AddRange(await OfWritesAsync(desk, isPostgreSql));
            }
        }

        if (isPostgreSql)
        {
            await cluster.DropDatabaseAsync(address);
        }
    }

    private async Task<IReadOnlyList<Goal>> OfWritesAsync(NationDesk desk, bool isPostgreSql)
    {
        var writes = new NationalWrites(desk, cancel);
        var one = await writes.RatesAsync(1);
        run.Note(Words.Get("bench.national.writes", isPostgreSql ? "PostgreSQL" : "SQLite", 1, Ms(one.Bare), Ms(one.Fresh)));
        var stale = await writes.StaleAsync(50);
        if (!isPostgreSql)
        {
            var moved = await writes.MoveAsync();
            return
            [
                NationalGoals.Of("G6-sqlite", 0.6, one.Fresh / one.Bare, isAtLeast: true),
                NationalGoals.Of("G7-sqlite", 0, stale),
                NationalGoals.Of("G10-rows", 3, moved?.Rows),
                NationalGoals.Of("G10-past", 0, moved?.Changed),
            ];
        }

        var eight = await writes.RatesAsync(8);
        run.Note(Words.Get("bench.national.writes", "PostgreSQL", 8, Ms(eight.Bare), Ms(eight.Fresh)));
        return
        [
            NationalGoals.Of("G6-postgresql", 0.35, one.Fresh / one.Bare, isAtLeast: true),
            NationalGoals.Of("G6-postgresql-eight", 0.4, eight.Fresh / eight.Bare, isAtLeast: true),
            NationalGoals.Of("G7-postgresql", 0, stale),
        ];
    }

    private static string Ms(double ms) => ms.ToString(ms < 1 ? "0.000" : "#,0.0", Words.Vietnamese);
}
