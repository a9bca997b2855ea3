using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Store;

namespace TongKet.Organizations;

/// <summary>
/// The tree of any day, from the dated records. Records and trees are kept between requests until a line of the change
/// log speaks of one of their records, so they are never older than the log.
/// </summary>
public sealed class TreeReader(AppStore store, TreeCache cache)
{
    private static readonly Type[] Kinds =
    [
        typeof(OrganizationVersion),
        typeof(OrganizationPlace),
        typeof(OrganizationSuccession),
    ];

    /// <summary>The last line of the change log when a tree was last asked for here.</summary>
    public long Position { get; private set; }

    /// <summary>The tree at the end of a day, with what ended in the period hung under its successor.</summary>
    /// <param name="at">The end of the log as the caller has just seen it; else the log is asked.</param>
    public async Task<OrganizationTree> ReadAsync(DateOnly on, DateOnly periodStart, CancellationToken cancel, long? at = null) =>
        (KnownAt(at) ?? await RecordsAsync(cancel)).TreeOf(on, periodStart);

    /// <summary>What the caller has read of the log behind a line: it need not be read again here.</summary>
    public void Saw(long from, long to, IEnumerable<string> entities)
    {
        if (cache.Last is { } kept && kept.CheckedTo >= from && !entities.Any(e => Tables().Contains(e)))
        {
            kept.CheckedTo = Math.Max(kept.CheckedTo, to);
        }
    }

    /// <summary>The tree of a day alone.</summary>
    public Task<OrganizationTree> ReadAsync(DateOnly on, CancellationToken cancel) =>
        ReadAsync(on, new DateOnly(on.Year, 1, 1), cancel);

    /// <summary>The year in which the records of the tree begin.</summary>
    public async Task<int?> FirstYearAsync(CancellationToken cancel) => (await RecordsAsync(cancel)).FirstYear;

    private TreeRecords? KnownAt(long? line)
    {
        if (line is not { } at || cache.Last is not { } kept || at < kept.Since || at > kept.CheckedTo)
        {
            return null;
        }

        Position = at;
        return kept;
    }

    private async Task<TreeRecords> RecordsAsync(CancellationToken cancel)
    {
        var kept = cache.Last;
        if (kept is not null && await IsStillAsync(kept, cancel))
        {
            return kept;
        }

        TreeRecords read;
        do
        {
            Position = await LastAsync(cancel);
            read = new(
                Position,
                await store.Set<OrganizationVersion>().AsNoTracking().ToListAsync(cancel),
                await store.Set<OrganizationPlace>().AsNoTracking().ToListAsync(cancel),
                await store.Set<OrganizationSuccession>().AsNoTracking().ToListAsync(cancel)
            );
        } while (await HasChangedAsync(Position, cancel));

        if (kept is null || read.Since > kept.Since)
        {
            cache.Last = read;
        }

        return read;
    }

    /// <summary>One look into the log where nothing is new; what looks at an earlier moment than the records needs its own.</summary>
    private async Task<bool> IsStillAsync(TreeRecords kept, CancellationToken cancel)
    {
        var checkedTo = kept.CheckedTo;
        var lines = await cache.LinesAsync(store, checkedTo, cancel);
        if (lines.Count == 0 || lines[0].Seq != checkedTo)
        {
            Position = await LastAsync(cancel);
            return Position >= kept.Since && Position <= checkedTo;
        }

        Position = lines[^1].Seq;
        if (lines.Skip(1).Any(l => Tables().Contains(l.Entity)))
        {
            return false;
        }

        kept.CheckedTo = Math.Max(kept.CheckedTo, Position);
        return true;
    }

    private IEnumerable<string> Tables() => Kinds.Select(k => store.Model.FindEntityType(k)!.GetTableName()!);

    private async Task<long> LastAsync(CancellationToken cancel) => await cache.LastSeq(store, cancel) ?? 0;

    private async Task<bool> HasChangedAsync(long since, CancellationToken cancel) =>
        (await cache.LinesAsync(store, since, cancel)).Exists(l => l.Seq > since && Tables().Contains(l.Entity));
}

/// <summary>The records of the tree, kept by the whole program.</summary>
public sealed class TreeCache
{
    /// <summary>Asked by every page more than once, so worked out once (a compiled query belongs to one database).</summary>
    public Func<AppStore, CancellationToken, Task<long?>> LastSeq { get; } =
        EF.CompileAsyncQuery((AppStore store, CancellationToken _) => store.Set<ChangeLine>().Max(c => (long?)c.Seq));

    private KeptStatement? since;

    /// <summary>Numbers and kinds of the lines from one on, that one among them.</summary>
    public Task<List<(long Seq, string Entity)>> LinesAsync(AppStore store, long from, CancellationToken cancel)
    {
        since ??= KeptStatement.OfOne(first =>
            store.Set<ChangeLine>().Where(l => l.Seq >= first).OrderBy(l => l.Seq).Select(l => new { l.Seq, l.Entity })
        );
        return since.ListAsync(store, [from], row => (row.GetInt64(0), row.GetString(1)), cancel);
    }

    public TreeRecords? Last { get; set; }
}

/// <summary>All dated records of the tree as they were at a line of the change log, and the trees made of them.</summary>
public sealed class TreeRecords(
    long since,
    IReadOnlyList<OrganizationVersion> versions,
    IReadOnlyList<OrganizationPlace> places,
    IReadOnlyList<OrganizationSuccession> successions
)
{
    private const int Most = 32;
    private readonly ConcurrentDictionary<(DateOnly On, DateOnly PeriodStart), OrganizationTree> trees = new();

    public long Since { get; } = since;

    /// <summary>Up to this line nothing speaks of them.</summary>
    public long CheckedTo { get; set; } = since;

    public int? FirstYear { get; } = versions.Count == 0 ? null : versions.Min(v => v.FromOn).Year;

    public OrganizationTree TreeOf(DateOnly on, DateOnly periodStart)
    {
        if (trees.TryGetValue((on, periodStart), out var kept))
        {
            return kept;
        }

        if (trees.Count >= Most)
        {
            trees.Clear();
        }

        return trees[(on, periodStart)] = OrganizationTree.Build(versions, places, successions, on, periodStart);
    }
}
