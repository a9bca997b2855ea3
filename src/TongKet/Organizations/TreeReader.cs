using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Store;

namespace TongKet.Organizations;

/// <summary>
/// The tree of any day, from the dated records. Kept between requests and thrown away as soon as the change log has
/// grown, so it is never older than the records.
/// </summary>
public sealed class TreeReader(AppStore store, TreeCache cache)
{
    /// <summary>The tree at the end of a day, with what ended in the period hung under its successor.</summary>
    public async Task<OrganizationTree> ReadAsync(DateOnly on, DateOnly periodStart, CancellationToken cancel)
    {
        var seq = await cache.LastSeq(store, cancel) ?? 0;
        var key = (seq, on, periodStart);
        if (cache.Trees.TryGetValue(key, out var kept))
        {
            return kept;
        }

        var tree = OrganizationTree.Build(
            await store.Set<OrganizationVersion>().AsNoTracking().Where(v => v.FromOn <= on).ToListAsync(cancel),
            await store.Set<OrganizationPlace>().AsNoTracking().Where(p => p.FromOn <= on).ToListAsync(cancel),
            await store.Set<OrganizationSuccession>().AsNoTracking().ToListAsync(cancel),
            on,
            periodStart
        );
        if (cache.Trees.Count >= TreeCache.Most || cache.Trees.Keys.Any(k => k.Seq != seq))
        {
            cache.Trees.Clear();
        }

        cache.Trees[key] = tree;
        return tree;
    }

    /// <summary>The year in which the records of the tree begin.</summary>
    public async Task<int?> FirstYearAsync(CancellationToken cancel)
    {
        var seq = await cache.LastSeq(store, cancel) ?? 0;
        if (cache.FirstYear is { } kept && kept.Seq == seq)
        {
            return kept.Year;
        }

        var first = await store.Set<OrganizationVersion>().MinAsync(v => (DateOnly?)v.FromOn, cancel);
        cache.FirstYear = new(seq, first?.Year);
        return first?.Year;
    }

    /// <summary>The tree of a day alone.</summary>
    public Task<OrganizationTree> ReadAsync(DateOnly on, CancellationToken cancel) =>
        ReadAsync(on, new DateOnly(on.Year, 1, 1), cancel);
}

/// <summary>Trees in memory, by the log they were read at.</summary>
public sealed class TreeCache
{
    public const int Most = 32;

    /// <summary>Asked by every page more than once, so worked out once (a compiled query belongs to one database).</summary>
    public Func<AppStore, CancellationToken, Task<long?>> LastSeq { get; } =
        EF.CompileAsyncQuery((AppStore store, CancellationToken _) => store.Set<ChangeLine>().Max(c => (long?)c.Seq));

    public ConcurrentDictionary<(long Seq, DateOnly On, DateOnly PeriodStart), OrganizationTree> Trees { get; } = new();

    public FirstYearAt? FirstYear { get; set; }

    public sealed record FirstYearAt(long Seq, int? Year);
}
