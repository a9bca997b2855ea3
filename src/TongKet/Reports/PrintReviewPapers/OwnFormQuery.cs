using TongKet.Domain.Access;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Reviews.ScoreCriteria;
using TongKet.Reviews.WriteSelfReview;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>
/// One member's form in a review, with what he typed in it: for himself, and for who types it in for him. Nobody else
/// stands in it.
/// </summary>
public sealed class OwnFormQuery(SelfReviewQuery selfReviews, ReviewRollQuery rolls, SheetCriteriaQuery criteria, RuleBook rules)
{
    /// <summary>Null where he is not in the review, not reviewed, or not for the actor.</summary>
    public async Task<(ReviewRoll Roll, RollLine Line)?> AskAsync(
        Actor actor,
        long cycleId,
        long memberId,
        CancellationToken cancel
    )
    {
        if (
            await selfReviews.AskAsync(actor, cycleId, memberId, cancel) is not { } view
            || view.Work.Owing(view.CellId) is not { } cell
        )
        {
            return null;
        }

        var (work, on) = (view.Work, view.Work.RegisterOn);
        var lines = await rolls.LinesAsync(cell, work.Tree, work.Cycle.Year, on, work.Rules, cancel);
        if (lines.FirstOrDefault(l => l.MemberId == memberId) is not { IsReviewed: true } line)
        {
            return null;
        }

        var roll = new ReviewRoll(
            cell,
            work.Tree.Parent(cell) is { } above ? work.Tree.PartyOrganizationOf(above) : null,
            work.Cycle.Year,
            on,
            ReviewForms.Of(work.Rules),
            DocumentFormats.InForce(rules, work.Today),
            lines
        )
        {
            Typed = view.Review is { } review
                ? new Dictionary<long, SelfReview> { [memberId] = review }
                : new Dictionary<long, SelfReview>(),
            Criteria = view.IsOwn
                ? await criteria.OfOneselfAsync(work, cell, memberId, cancel)
                : await criteria.AskAsync(actor, work.Cycle, work.Tree, cell, (work.Cycle.Year, work.Rules), cancel),
        };
        return (roll, line);
    }
}
