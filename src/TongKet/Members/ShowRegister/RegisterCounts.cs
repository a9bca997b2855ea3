using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Store;

namespace TongKet.Members.ShowRegister;

/// <summary>
/// How many members a register shows in each cell: its total, and which cells a page has to read. Kept with the tree it
/// was counted on until the change log grows.
/// </summary>
public sealed class RegisterCounts
{
    private const int Most = 200;

    private readonly ConditionalWeakTable<OrganizationTree, Kept> trees = [];

    /// <summary>By cell; a cell with nobody is missing.</summary>
    /// <param name="position">The last line of the change log when the tree was read.</param>
    public async Task<IReadOnlyDictionary<long, int>> ReadAsync(
        AppStore store,
        OrganizationTree tree,
        long position,
        TreeNode node,
        RegisterFilter filter,
        long[] cells,
        CancellationToken cancel
    )
    {
        var kept = trees.GetOrCreateValue(tree).At(position);
        if (kept.TryGetValue((node.Id, filter), out var known))
        {
            return known;
        }

        var counts = await filter
            .Of(store, tree.On, cells)
            .GroupBy(s => s.CellId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        return kept[(node.Id, filter)] = counts;
    }

    private sealed class Kept
    {
        private volatile Counts counts = new(-1);

        public Counts At(long position) => counts.Position == position ? counts : counts = new(position);
    }

    private sealed class Counts(long position)
        : ConcurrentDictionary<(long OrganizationId, RegisterFilter Filter), IReadOnlyDictionary<long, int>>
    {
        public long Position { get; } = position;
    }
}
