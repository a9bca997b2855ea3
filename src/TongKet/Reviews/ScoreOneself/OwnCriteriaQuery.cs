using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Reviews.WriteSelfReview;
using TongKet.Store;

namespace TongKet.Reviews.ScoreOneself;

public sealed record OwnCriteriaView(
    SelfReviewView Self,
    CriteriaSet Criteria,
    IReadOnlyDictionary<string, CriterionScore> Given,
    string? From
);

/// <summary>The criteria of a member as he gives them to himself; what his cell gives him is not there.</summary>
public sealed class OwnCriteriaQuery(AppStore store, SelfReviewQuery selves, CriteriaFinder criteria)
{
    /// <summary>Null where he stands in no cell of the review, or he is not for the actor.</summary>
    public async Task<OwnCriteriaView?> AskAsync(Actor actor, long cycleId, long memberId, CancellationToken cancel)
    {
        if (
            await selves.AskAsync(actor, cycleId, memberId, cancel) is not { } self
            || await WriteSelfReviewHandler.CellOfAsync(store, self.Work, memberId, cancel) is not { } cell
            || self.Work.Owing(cell) is not { } node
        )
        {
            return null;
        }

        var line = await store
            .Set<Assessment>()
            .AsNoTracking()
            .Where(a =>
                a.CycleId == cycleId && a.OrganizationId == cell && a.As == ReviewSubject.Member && a.MemberId == memberId
            )
            .Select(a => a.Id)
            .ToArrayAsync(cancel);
        var given = CriteriaFinder.Given((await criteria.ScoresAsync(line, cancel)).SelectMany(c => c), c => c.Own);
        var work = self.Work;
        var lists = await criteria.ListsAsync(work.Tree, node, work.Cycle.Year, cancel);
        var set = CriteriaRule.Choose(work.Rules, ReviewSubject.Member, lists, given.Keys);
        return new(self, set, given, set.List is { } list ? work.Tree.Find(list.OrganizationId)?.Name : null);
    }
}
