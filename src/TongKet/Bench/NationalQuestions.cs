using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Figures;

namespace TongKet.Bench;

/// <summary>One question put to several ways at one size of the nation on one database.</summary>
/// <param name="Share">Of the nation asked for: 16 is a sixteenth.</param>
public sealed record Measured(int Share, string Database, string Question, IReadOnlyList<WayTime> Ways)
{
    public double Of(string way) => Ways.Single(w => w.Name == way).Median;
}

/// <summary>Asks for a commune, for the nation, for all organizations, and for past days; every way must give the same.</summary>
public sealed class NationalQuestions(NationDesk desk, int share, CancellationToken cancel)
{
    public const int Year = 2025;
    public const string Engine = "engine";
    public const string Columns = "columns";
    public const string Kept = "kept";
    public const string Recursive = "recursive";
    public const string Ranges = "ranges";
    public const string Prefix = "prefix";
    private const int TimesOfCommune = 50;

    public static Task<IReadOnlyList<Measured>> AskAsync(NationDesk desk, int share, CancellationToken cancel) =>
        new NationalQuestions(desk, share, cancel).AskAsync();

    private async Task<IReadOnlyList<Measured>> AskAsync()
    {
        var on = desk.At(Year);
        await desk.FindPlacesAsync(on, cancel);
        var sql = new SqlWays(desk.Store, desk.Get<Catalogue>(), desk.Get<IEnumerable<RecordSource>>(), on);
        await sql.NumberAsync(desk.Tree, cancel);
        await AssertEqualAsync(sql, desk.Commune, on);
        await AssertEqualAsync(sql, desk.Province, on);
        return
        [
            await AskAsync(sql, "commune", desk.Commune, on, TimesOfCommune),
            await AskAsync(sql, "nation", desk.Nation, on, 1),
            await AskAllAsync(sql, on),
            await AskPastAsync(on),
        ];
    }

    private async Task<Measured> AskAsync(SqlWays sql, string question, TreeNode node, AsOf on, int times)
    {
        var (recursive, ranges) = (sql.Recursive(node.Id), sql.Ranges(node));
        Way[] ways =
        [
            new(Engine, () => desk.TotalAsync(node, on, forgets: true, cancel), times),
            new(Columns, () => desk.TotalAsync(node, on, forgets: true, cancel), times, () => desk.Counting),
            new(Kept, () => desk.TotalAsync(node, on, forgets: false, cancel), TimesOfCommune, () => desk.Counting),
            new(Recursive, () => SqlWays.AskAsync(recursive, cancel)),
            new(Ranges, () => SqlWays.AskAsync(ranges, cancel)),
        ];
        return new(share, desk.DatabaseName, question, await WayRounds.RunAsync(ways, cancel));
    }

    private async Task<Measured> AskAllAsync(SqlWays sql, AsOf on)
    {
        var all = sql.All();
        Way[] ways =
        [
            new(Engine, () => desk.AskAsync(desk.Nation, on, cancel)),
            new(Prefix, () => SqlWays.AskAsync(all, cancel)),
        ];
        return new(share, desk.DatabaseName, "all", await WayRounds.RunAsync(ways, cancel));
    }

    /// <summary>Years before, each on its own tree; their columns are loaded before they are timed.</summary>
    private async Task<Measured> AskPastAsync(AsOf on)
    {
        var (last, early) = (desk.At(Year - 1), desk.At(Year - 6));
        foreach (var day in new[] { last, early })
        {
            await desk.TotalAsync(desk.Nation, day, forgets: true, cancel);
        }

        Way[] ways =
        [
            new("now", () => desk.TotalAsync(desk.Nation, on, forgets: true, cancel), 3),
            new("last-year", () => desk.TotalAsync(desk.Nation, last, forgets: true, cancel), 3),
            new("early", () => desk.TotalAsync(desk.Nation, early, forgets: true, cancel), 3),
            // In stored order, what disorder is held against.
            new("commune", () => desk.TotalAsync(desk.Commune, on, forgets: true, cancel), 20, () => desk.Counting),
            new("province", () => desk.TotalAsync(desk.Province, on, forgets: true, cancel), 5, () => desk.Counting),
            new("nation", () => desk.TotalAsync(desk.Nation, on, forgets: true, cancel), 3, () => desk.Counting),
        ];
        return new(share, desk.DatabaseName, "past", await WayRounds.RunAsync(ways, cancel));
    }

    /// <summary>
    /// Every way gives the same, but for transfers within the subtree, which SQL does not take off here, and for what units
    /// sent without names.
    /// </summary>
    private async Task AssertEqualAsync(SqlWays sql, TreeNode node, AsOf on)
    {
        var table = await desk.AskAsync(node, on, cancel);
        var recursive = await SqlWays.AskAsync(sql.Recursive(node.Id), cancel);
        var ranges = await SqlWays.AskAsync(sql.Ranges(node), cancel);
        foreach (var (at, figure) in sql.Columns.Index())
        {
            if (figure is null || figure.OtherEnd is not null || table.HasAggregates(node.Id, figure.Code))
            {
                continue;
            }

            var engine = table.Value(node.Id, figure.Code);
            if (recursive[at] != ranges[at] || (engine is not null && engine != ranges[at]))
            {
                throw new InvalidOperationException(
                    $"{node.Code} {figure.Code}: engine {engine}, recursive {recursive[at]}, ranges {ranges[at]}."
                );
            }
        }
    }
}
