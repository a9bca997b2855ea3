using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Reviews.KeepResidence;
using TongKet.Reviews.ScoreCriteria;
using TongKet.Reviews.WriteSelfReview;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>
/// One form in a review with what was typed in it, of a member, a leader or a collective: for himself, and for who types it in
/// for him. Nobody else stands in it.
/// </summary>
public sealed class OwnFormQuery(
    SelfReviewQuery selfReviews,
    RollLines rolls,
    SheetCriteriaQuery criteria,
    CommentsElsewhereQuery elsewhere,
    RuleBook rules
)
{
    /// <summary>Null where he is not in the review, not reviewed, or not for the actor; a collective has no line of the roll.</summary>
    public async Task<(ReviewRoll Roll, RollLine? Line)?> AskAsync(Actor actor, long cycleId, SelfOf of, CancellationToken cancel)
    {
        if (await selfReviews.AskAsync(actor, cycleId, of, cancel) is not { } view)
        {
            return null;
        }

        var (work, node, on) = (view.Work, view.Node, view.Work.RegisterOn);
        var lines = node.Kind.IsCell()
            ? await rolls.OfCellAsync(node, work.Tree, work.Cycle.Year, on, work.Rules, cancel)
            : await rolls.OfLeadersAsync(node, work.Tree, work.Cycle.Year, on, work.Rules, cancel);
        var line = lines.FirstOrDefault(l => l.MemberId == of.Key.MemberId);
        if (of.Key.MemberId is not null && line is not { IsReviewed: true })
        {
            return null;
        }

        var roll = new ReviewRoll(
            node,
            work.Tree.Parent(node) is { } above ? work.Tree.PartyOrganizationOf(above) : null,
            work.Cycle.Year,
            on,
            ReviewForms.Of(work.Rules),
            DocumentFormats.InForce(rules, work.Today),
            lines
        )
        {
            Typed = view.Review is { } review
                ? new Dictionary<LineKey, SelfReview> { [review.Key] = review }
                : new Dictionary<LineKey, SelfReview>(),
            Elsewhere = await elsewhere.AskAsync(
                of.IsMember && !view.IsOwn ? [of.Key.MemberId!.Value] : [],
                work.Cycle.Year,
                cancel
            ),
            Criteria =
                view.IsOwn && of.Key.MemberId is not null
                    ? await criteria.OfOneselfAsync(view, cancel)
                    : await criteria.AskAsync(actor, work.Cycle, work.Tree, node, (work.Cycle.Year, work.Rules), cancel),
        };
        return (roll, line);
    }
}
