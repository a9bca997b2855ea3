using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Store;

namespace TongKet.Members.ShowRegister;

/// <summary>
/// How many members a register shows in each cell: its total, and which cells a page has to read. Kept with the tree it
/// was counted on, and a tree lasts only until the change log grows.
/// </summary>
public sealed class RegisterCounts
{
    private const int Most = 200;

    private readonly ConditionalWeakTable<OrganizationTree, Kept> trees = [];

    /// <summary>By cell; a cell with nobody is missing.</summary>
    public async Task<IReadOnlyDictionary<long, int>> ReadAsync(
        AppStore store,
        OrganizationTree tree,
        TreeNode node,
        RegisterFilter filter,
        long[] cells,
        CancellationToken cancel
    )
    {
        var kept = trees.GetOrCreateValue(tree);
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
        : ConcurrentDictionary<(long OrganizationId, RegisterFilter Filter), IReadOnlyDictionary<long, int>>;
}
