using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.ScoreCriteria;
using TongKet.Reviews.WriteSelfReview;
using TongKet.Store;

namespace TongKet.Reviews.ScoreOneself;

public sealed record ScoreOneselfCommand(long CycleId, SelfOf Of, IReadOnlyList<TypedCriterion> Criteria);

/// <summary>
/// Keeps what a member, a leader or a collective gives himself for each criterion, typed by himself or from his paper. It
/// stands beside what is proposed for him and decides nothing.
/// </summary>
public sealed class ScoreOneselfHandler(
    AppStore store,
    CycleFinder cycles,
    SelfPlaces places,
    BegunLine lines,
    CriteriaFinder criteria,
    CriterionRows rows,
    ChangeLog log
)
{
    public const string Act = "reviews.score-oneself";

    public async Task<Outcome<CriteriaResult>> HandleAsync(ScoreOneselfCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        if (
            await cycles.FindAsync(command.CycleId, cancel) is not { } work
            || await places.FindAsync(actor, work, command.Of, cancel) is not { } place
        )
        {
            return new Refusal("review.sheet.not-found");
        }

        if (work.Broken is { } broken)
        {
            return broken;
        }

        await cycles.HoldAsync(work, place.Id, cancel);
        var sheet = await store
            .Set<ReviewSheet>()
            .SingleOrDefaultAsync(s => s.CycleId == work.Cycle.Id && s.OrganizationId == place.Id, cancel);
        if (work.Cycle.ClosedOn is not null || sheet is { IsOpen: false })
        {
            return SelfReviewQuery.Sent(place.Node);
        }

        var changed = new List<ChangedRecord>();
        var line = await lines.FindAsync(work, sheet, place.Id, place.Key, changed, cancel);
        var stored = await store.Set<AssessmentCriterion>().Where(c => c.AssessmentId == line.Id).ToListAsync(cancel);
        var before = CriteriaFinder.Given(stored, c => c.Own);
        var (given, conflicts) = CriterionRows.Merge(before, command.Criteria);
        var lists = await criteria.ListsAsync(work.Tree, place.Node, work.Cycle.Year, cancel);
        var set = CriteriaRule.Choose(work.Rules, place.Key.As, lists, before.Keys);
        IReadOnlyList<Refusal> refusals = [.. conflicts, .. CriteriaRule.Check(set, given)];
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var kept = await rows.KeepAsync(line, stored, given, c => c.Own, (c, score) => c.Own = score, cancel);
        changed.AddRange(kept.Select(c => new ChangedRecord(c, c.Id, place.Id, work.Cycle.Year)));
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, changed, cancel);
        await transaction.CommitAsync(cancel);
        return CriteriaRule.Judge(set, given);
    }
}
