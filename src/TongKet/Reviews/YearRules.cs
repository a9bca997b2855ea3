using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews;

/// <summary>
/// The rule set by which the grades of a year came about: the one that the year's review pinned where there was one, so
/// that what is published later does not judge it; else what is in force for that year.
/// </summary>
public sealed class YearRules(AppStore store, RuleBook rules)
{
    /// <summary>Reviews of all years over a place, by the way down to it: who asks for one year soon asks for the next.</summary>
    private readonly Dictionary<string, List<ReviewCycle>> over = [];

    public async Task<RuleSet> OfAsync(OrganizationTree tree, TreeNode node, int year, CancellationToken cancel)
    {
        var above = tree.Path(node).Select(n => n.Id).ToArray();
        var way = string.Join('/', above);
        if (!over.TryGetValue(way, out var cycles))
        {
            over[way] = cycles = await store
                .Set<ReviewCycle>()
                .AsNoTracking()
                .Where(c => c.Kind == CycleKind.Year && above.Contains(c.OrganizationId))
                .ToListAsync(cancel);
        }

        return Of(cycles.Where(c => c.Year == year).MaxBy(c => c.Id), year);
    }

    /// <param name="cycle">The year's review; null where none was held here.</param>
    public RuleSet Of(ReviewCycle? cycle, int year) =>
        (cycle is null ? null : rules.Find(cycle.RuleSet, cycle.RuleSetHash).Value)
        ?? rules.InForce(RuleBook.AnnualReview, cycle?.RosterOn ?? new DateOnly(year, 12, 31));
}
