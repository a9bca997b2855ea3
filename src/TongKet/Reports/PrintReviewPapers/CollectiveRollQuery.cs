using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Organizations;
using TongKet.Reviews;
using TongKet.Reviews.ScoreCriteria;
using TongKet.Reviews.WriteSelfReview;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>
/// What the papers of a committee's own review need: the committee, its forms, its criteria, its leaders, and what it and they
/// typed of themselves.
/// </summary>
public sealed class CollectiveRollQuery(
    TreeReader trees,
    RuleBook rules,
    CycleFinder cycles,
    YearRules yearRules,
    SheetCriteriaQuery criteria,
    RollLines rolls,
    SelfReviewQuery selfReviews
)
{
    /// <summary>Null where it is no committee of that day, or out of reach.</summary>
    public async Task<ReviewRoll?> AskAsync(Actor actor, long organizationId, int year, DateOnly on, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(on, cancel);
        if (
            tree.Find(organizationId) is not { } node
            || node.Kind.IsCell()
            || !ReviewAuthority.OwesSheet(node)
            || !ScopeRule.May(actor, Acts.PrintReviewPapers, tree, node)
        )
        {
            return null;
        }

        var covering = await cycles.CoveringAsync(node.Id, year, on, cancel);
        var cycle = covering.FirstOrDefault(c => c.Kind == CycleKind.Year);
        var review = yearRules.Of(cycle, year);
        return new(
            node,
            tree.Parent(node) is { } above ? tree.PartyOrganizationOf(above) : null,
            year,
            on,
            ReviewForms.Of(review),
            DocumentFormats.InForce(rules, on),
            await rolls.OfLeadersAsync(node, tree, year, on, review, cancel)
        )
        {
            Criteria = await criteria.AskAsync(actor, cycle, tree, node, (year, review), cancel),
            Typed = cycle is null ? [] : await selfReviews.OfSheetAsync(actor, cycle, node.Id, cancel),
        };
    }
}
