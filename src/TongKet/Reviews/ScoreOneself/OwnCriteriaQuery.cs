using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Reviews.WriteSelfReview;

namespace TongKet.Reviews.ScoreOneself;

public sealed record OwnCriteriaView(
    SelfReviewView Self,
    CriteriaSet Criteria,
    IReadOnlyDictionary<string, CriterionScore> Given,
    string? From
);

/// <summary>The criteria of who reviews himself as he gives them to himself; what is proposed for him is not there.</summary>
public sealed class OwnCriteriaQuery(SelfReviewQuery selves, CriteriaFinder criteria)
{
    /// <summary>Null where the review does not cover him, or he is not for the actor.</summary>
    public async Task<OwnCriteriaView?> AskAsync(Actor actor, long cycleId, SelfOf of, CancellationToken cancel)
    {
        if (await selves.AskAsync(actor, cycleId, of, cancel) is not { } self)
        {
            return null;
        }

        long[] line = self.LineId is { } id ? [id] : [];
        var given = CriteriaFinder.Given((await criteria.ScoresAsync(line, cancel)).SelectMany(c => c), c => c.Own);
        var work = self.Work;
        var lists = await criteria.ListsAsync(work.Tree, self.Node, work.Cycle.Year, cancel);
        var set = CriteriaRule.Choose(work.Rules, of.Key.As, lists, given.Keys);
        return new(self, set, given, set.List is { } list ? work.Tree.Find(list.OrganizationId)?.Name : null);
    }
}
