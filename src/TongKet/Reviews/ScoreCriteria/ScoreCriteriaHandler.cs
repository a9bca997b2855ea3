using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.FillSheet;
using TongKet.Store;

namespace TongKet.Reviews.ScoreCriteria;

public sealed record ScoreCriteriaCommand(
    long CycleId,
    long OrganizationId,
    LineKey Line,
    IReadOnlyList<TypedCriterion> Criteria
);

/// <summary>
/// Keeps the levels or points of a line's criteria, on a sheet that lies with those who propose, and what comes of them
/// among the line's facts.
/// </summary>
public sealed class ScoreCriteriaHandler(
    AppStore store,
    SheetGate gate,
    BegunLine lines,
    CriteriaFinder criteria,
    CriterionRows rows,
    RecordIds ids,
    ChangeLog log
)
{
    public const string Act = "reviews.score-criteria";

    public async Task<Outcome<CriteriaResult>> HandleAsync(ScoreCriteriaCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var taken = await gate.TakeAsync(actor, command.CycleId, command.OrganizationId, command.Line, cancel);
        if (taken.Value is not { } open)
        {
            return new(null, taken.Refusals);
        }

        var (work, node, sheet) = open;

        var changed = new List<ChangedRecord>();
        var line = await lines.FindAsync(work, sheet, node.Id, command.Line, changed, cancel);
        var stored = await store.Set<AssessmentCriterion>().Where(c => c.AssessmentId == line.Id).ToListAsync(cancel);
        var before = CriteriaFinder.Given(stored, c => c.Score);
        var (given, conflicts) = CriterionRows.Merge(before, command.Criteria);
        var lists = await criteria.ListsAsync(work.Tree, node, work.Cycle.Year, cancel);
        var set = CriteriaRule.Choose(work.Rules, command.Line.As, lists, before.Keys);
        IReadOnlyList<Refusal> refusals = [.. conflicts, .. CriteriaRule.Check(set, given)];
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var kept = await rows.KeepAsync(line, stored, given, c => c.Score, (c, score) => c.Score = score, cancel);
        changed.AddRange(kept.Select(c => new ChangedRecord(c, c.Id, node.Id, work.Cycle.Year)));
        var result = CriteriaRule.Judge(set, given);
        var facts = await store.Set<AssessmentFacts>().SingleOrDefaultAsync(f => f.AssessmentId == line.Id, cancel);
        if (facts is null)
        {
            facts = new() { Id = await ids.NextAsync(cancel), AssessmentId = line.Id };
            store.Add(facts);
        }

        // What was typed as the sum before any criterion stays until one is given something.
        if (result.IsGiven || facts.AreScored)
        {
            facts.Take(result, set.InPoints);
        }

        changed.Add(new(facts, facts.Id, node.Id, work.Cycle.Year));
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, changed, cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }
}
