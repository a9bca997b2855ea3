using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.ScoreCriteria;
using TongKet.Reviews.WriteSelfReview;
using TongKet.Store;

namespace TongKet.Reviews.ScoreOneself;

public sealed record ScoreOneselfCommand(long CycleId, long MemberId, IReadOnlyList<TypedCriterion> Criteria);

/// <summary>
/// Keeps what a member gives himself for each criterion, typed by himself or from his paper. It stands beside what his cell
/// gives him and decides nothing.
/// </summary>
public sealed class ScoreOneselfHandler(
    AppStore store,
    CycleFinder cycles,
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
            || await WriteSelfReviewHandler.CellOfAsync(store, work, command.MemberId, cancel) is not { } cell
            || work.Owing(cell) is not { } node
            || !WriteSelfReviewHandler.May(actor, work, cell, command.MemberId)
        )
        {
            return new Refusal("review.sheet.not-found");
        }

        if (work.Broken is { } broken)
        {
            return broken;
        }

        await cycles.HoldAsync(work, cell, cancel);
        var sheet = await store
            .Set<ReviewSheet>()
            .SingleOrDefaultAsync(s => s.CycleId == work.Cycle.Id && s.OrganizationId == cell, cancel);
        if (work.Cycle.ClosedOn is not null || sheet is { IsOpen: false })
        {
            return new Refusal("review.self.sheet-sent");
        }

        var changed = new List<ChangedRecord>();
        var line = await lines.FindAsync(work, sheet, cell, LineKey.Member(command.MemberId), changed, cancel);
        var stored = await store.Set<AssessmentCriterion>().Where(c => c.AssessmentId == line.Id).ToListAsync(cancel);
        var before = CriteriaFinder.Given(stored, c => c.Own);
        var (given, conflicts) = CriterionRows.Merge(before, command.Criteria);
        var lists = await criteria.ListsAsync(work.Tree, node, work.Cycle.Year, cancel);
        var set = CriteriaRule.Choose(work.Rules, ReviewSubject.Member, lists, before.Keys);
        IReadOnlyList<Refusal> refusals = [.. conflicts, .. CriteriaRule.Check(set, given)];
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var kept = await rows.KeepAsync(line, stored, given, c => c.Own, (c, score) => c.Own = score, cancel);
        changed.AddRange(kept.Select(c => new ChangedRecord(c, c.Id, cell, work.Cycle.Year)));
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, changed, cancel);
        await transaction.CommitAsync(cancel);
        return CriteriaRule.Judge(set, given);
    }
}
