using System.Diagnostics;
using TongKet.Cli;
using TongKet.Generate;
using TongKet.Web;

namespace TongKet.Bench;

/// <summary>What is measured of a nation; all of it where nothing else is said.</summary>
public enum NationalPart
{
    Start,
    Questions,
    Writes,
    Paging,
    Imports,
    Reviews,
}

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
    private readonly List<(int Share, string Database, StartTimes Times)> starts = [];
    private readonly List<Goal> ofRecords = [];

    /// <summary>What was made stays for the next run.</summary>
    public bool KeepsData { get; init; }

    /// <param name="shares">Of the nation: 16 is a sixteenth. The whole is the one that goals are of.</param>
    public async Task<NationalResult> RunAsync(
        int members,
        IReadOnlyList<int> shares,
        IReadOnlyList<bool> onPostgreSql,
        IReadOnlyList<NationalPart> parts
    )
    {
        var sizes = shares.Select(s => (Share: s, Size: new NationSize(Math.Max(NationSize.Fewest, members / s)))).ToList();
        foreach (var (share, size) in sizes)
        {
            foreach (var isPostgreSql in onPostgreSql)
            {
                await MeasureAsync(share, size, isPostgreSql, parts);
            }
        }

        var imports = parts.Contains(NationalPart.Imports)
            ? await new NationalImports(rooms, cluster, folder, run).MeasureAsync(members, onPostgreSql, cancel)
            : [];
        var goals = new NationalGoals(measured, [.. starts.Where(s => s.Share == shares[^1])], Bandwidth.Measure());
        return new(measured, [.. goals.OfFigures(), .. ofRecords, .. imports]);
    }

    private async Task MeasureAsync(int share, NationSize size, bool isPostgreSql, IReadOnlyList<NationalPart> parts)
    {
        var database = isPostgreSql ? "PostgreSQL" : "SQLite";
        var address = isPostgreSql
            ? await cluster.OpenDatabaseAsync($"nation_{size.Members}")
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

        if (parts.Contains(NationalPart.Start))
        {
            var start = await new NationalStart(rooms, address, folder, cancel).MeasureAsync();
            starts.Add((share, database, start));
            run.Note(Words.Get("bench.national.start", database, Ms(start.Engine), Ms(start.Bare), Ms(start.File)));
        }

        if (parts.Contains(NationalPart.Questions))
        {
            await AskAsync(share, address, NationalQuestions.AskAsync);
            await AskAsync(share, address, NationalDisorder.AskAsync, NationalDisorder.Shuffled);
        }

        if (share == 1 && parts.Contains(NationalPart.Paging))
        {
            await using var desk = await NationDesk.OpenAsync(rooms, address, cancel);
            ofRecords.AddRange(await OfPagesAsync(desk));
        }

        if (share == 1 && parts.Contains(NationalPart.Writes))
        {
            await using var desk = await NationDesk.OpenAsync(rooms, address, cancel);
            ofRecords.AddRange(await OfWritesAsync(desk, isPostgreSql));
        }

        if (share == 1 && parts.Contains(NationalPart.Reviews))
        {
            await using var desk = await NationDesk.OpenAsync(rooms, address, cancel);
            ofRecords.AddRange(await OfReviewsAsync(desk));
        }

        if (isPostgreSql && !KeepsData)
        {
            await cluster.DropDatabaseAsync(address);
        }
    }

    private async Task AskAsync(
        int share,
        string address,
        Func<NationDesk, int, CancellationToken, Task<IReadOnlyList<Measured>>> ask,
        Func<IReadOnlyList<long>, IEnumerable<long>>? order = null
    )
    {
        await using var desk = await NationDesk.OpenAsync(rooms, address, cancel, order);
        var asked = await ask(desk, share, cancel);
        measured.AddRange(asked);
        foreach (var question in asked)
        {
            run.Note(
                $"1/{share} {question.Database} {question.Question}: "
                    + string.Join("; ", question.Ways.Select(w => $"{w.Name} {Ms(w.Median)} ms ({w.Runs})"))
            );
        }
    }

    private async Task<IReadOnlyList<Goal>> OfPagesAsync(NationDesk desk)
    {
        var paging = await new NationalPaging(desk, cancel).MeasureAsync();
        run.Note(
            Words.Get(
                "bench.national.paging",
                desk.DatabaseName,
                VietnameseFormat.Number((int)paging.Records),
                NationalPaging.PageSize,
                VietnameseFormat.Duration(paging.Taken),
                Ms(paging.FirstPage),
                Ms(paging.LastPage)
            )
        );
        var name = desk.DatabaseName.ToLowerInvariant();
        return
        [
            NationalGoals.Of("paging-missed-" + name, 0, (double)Math.Abs(paging.Missed)),
            NationalGoals.Of("paging-last-" + name, 2, paging.LastPage / paging.FirstPage),
        ];
    }

    private async Task<IReadOnlyList<Goal>> OfWritesAsync(NationDesk desk, bool isPostgreSql)
    {
        var (writes, name) = (new NationalWrites(desk, cancel), isPostgreSql ? "postgresql" : "sqlite");
        await desk.FindPlacesAsync(desk.At(NationalQuestions.Year), cancel);
        var one = await RatesAsync(writes, isPostgreSql, 1);
        var goals = new List<Goal> { NationalGoals.Of("G6-" + name, isPostgreSql ? 0.35 : 0.6, one, isAtLeast: true) };
        if (isPostgreSql)
        {
            goals.Add(NationalGoals.Of("G6-postgresql-eight", 0.4, await RatesAsync(writes, true, 8), isAtLeast: true));
        }

        goals.Add(NationalGoals.Of("G7-" + name, 0, await writes.StaleAsync(50)));
        var moved = await new NationalMove(desk, cancel).MoveAsync();
        goals.Add(NationalGoals.Of("G10-rows-" + name, 3, moved.Rows));
        goals.Add(NationalGoals.Of("G10-past-" + name, 0, moved.Changed));
        return goals;
    }

    private async Task<IReadOnlyList<Goal>> OfReviewsAsync(NationDesk desk)
    {
        await desk.FindPlacesAsync(desk.At(NationalQuestions.Year), cancel);
        var (reviews, name) = (new NationalReviews(desk, cancel), desk.DatabaseName.ToLowerInvariant());
        var goals = new List<Goal> { NationalGoals.Of("caps-" + name, 2, await reviews.CapsAsync()) };
        if (desk.Store.IsPostgreSql)
        {
            var rates = await reviews.RatesAsync();
            run.Note(
                Words.Get(
                    "bench.national.reviews",
                    Ms(rates.PerSecond),
                    Ms(rates.Bare),
                    Ms(rates.Pages),
                    VietnameseFormat.Number(rates.Written),
                    VietnameseFormat.Number(rates.Decided),
                    VietnameseFormat.Number(rates.Refused)
                )
            );
            goals.Add(NationalGoals.Of("self-reviews-a-second", 500, rates.PerSecond, isAtLeast: true));
            goals.Add(NationalGoals.Of("self-reviews-refused", 0, rates.Refused));
        }

        return goals;
    }

    private async Task<double> RatesAsync(NationalWrites writes, bool isPostgreSql, int writers)
    {
        var (bare, fresh) = await writes.RatesAsync(writers);
        run.Note(Words.Get("bench.national.writes", isPostgreSql ? "PostgreSQL" : "SQLite", writers, Ms(bare), Ms(fresh)));
        return fresh / bare;
    }

    private static string Ms(double ms) => ms.ToString(ms < 1 ? "0.000" : "#,0.0", Words.Vietnamese);
}
