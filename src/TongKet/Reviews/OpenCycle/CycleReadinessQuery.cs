using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.OpenCycle;

/// <summary>Something that should be put right before a review is opened, with the organizations or cells it is about.</summary>
public sealed record ReadinessGap(string Key, int Count, IReadOnlyList<TreeNode> Where);

/// <summary>What would make a review stumble: nobody to fill a sheet, members in no cell, no group to keep the share within.</summary>
public sealed class CycleReadinessQuery(AppStore store, RuleBook rules)
{
    private const int SecretaryRank = 1;
    private const int Examples = 5;

    public async Task<IReadOnlyList<ReadinessGap>> AskAsync(OrganizationTree tree, TreeNode top, CancellationToken cancel)
    {
        var owing = tree.Subtree(top).Where(ReviewAuthority.OwesSheet).ToList();
        var day = tree.On;
        var review = rules.InForce(RuleBook.AnnualReview, day);
        var kinds = FigureRules.On(rules, day, review).GrassrootsKinds;
        var inside = tree.Subtree(top).Select(n => n.Id).ToArray();
        var led = await store
            .Set<MemberPost>()
            .Where(p =>
                inside.Contains(p.OrganizationId)
                && p.Rank == SecretaryRank
                && p.FromOn <= day
                && (p.ToOn == null || p.ToOn > day)
            )
            .Select(p => p.OrganizationId)
            .ToHashSetAsync(cancel);
        var cells = tree.Subtree(top).Where(n => !n.HasEnded && n.Kind.IsCell()).Select(n => n.Id).ToHashSet();
        var counted = await store
            .Set<Stay>()
            .Where(s => inside.Contains(s.CellId) && s.FromOn <= day && (s.ToOn == null || s.ToOn > day))
            .GroupBy(s => s.CellId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return
        [
            .. new[]
            {
                Gap("reviews.readiness.secretary", [.. owing.Where(n => !led.Contains(n.Id))]),
                Gap(
                    "reviews.readiness.duty-group",
                    [.. owing.Where(n => kinds.Contains(n.Kind) && string.IsNullOrEmpty(n.Version.DutyGroup))]
                ),
                Gap("reviews.readiness.empty-cell", [.. owing.Where(n => n.Kind.IsCell() && !counted.ContainsKey(n.Id))]),
                // Somebody left in what is no cell any more, or has ended, would be on nobody's sheet.
                new ReadinessGap("reviews.readiness.no-cell", counted.Where(c => !cells.Contains(c.Key)).Sum(c => c.Value), []),
            }.Where(g => g.Count > 0),
        ];
    }

    private static ReadinessGap Gap(string key, IReadOnlyList<TreeNode> where) =>
        new(key, where.Count, [.. where.Take(Examples)]);
}
