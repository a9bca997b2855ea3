using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.FillSheet;
using TongKet.Store;

namespace TongKet.Reviews.RecordFacts;

public sealed record RecordFactsCommand(
    long CycleId,
    long OrganizationId,
    LineKey Line,
    decimal? Points,
    decimal? OnTime,
    decimal? AbovePlan,
    decimal? Late,
    decimal? Remedied,
    decimal? SickLeave,
    Grade? StateGrade,
    string? StateDocument,
    DateOnly? StateDocumentOn,
    bool? IsDisciplined
);

/// <summary>Writes down what a grade depends on, of one line of a sheet that lies with those who propose.</summary>
public sealed class RecordFactsHandler(AppStore store, SheetGate gate, BegunLine lines, RecordIds ids, ChangeLog log)
{
    public const string Act = "reviews.record-facts";

    public async Task<Outcome<AssessmentFacts>> HandleAsync(RecordFactsCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var taken = await gate.TakeAsync(actor, command.CycleId, command.OrganizationId, command.Line, cancel);
        if (taken.Value is not { } open)
        {
            return new(null, taken.Refusals);
        }

        var (work, node, sheet) = open;

        var refusals = Check(command, work.Today);
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var changed = new List<ChangedRecord>();
        var line = await lines.FindAsync(work, sheet, node.Id, command.Line, changed, cancel);
        var facts = await store.Set<AssessmentFacts>().SingleOrDefaultAsync(f => f.AssessmentId == line.Id, cancel);
        if (facts is null)
        {
            facts = new() { Id = await ids.NextAsync(cancel), AssessmentId = line.Id };
            store.Add(facts);
        }

        if (facts.AreScored && command.Points is not null && command.Points != facts.Points)
        {
            return new Refusal("review.facts.points-scored");
        }

        // Points that are the sum of scored criteria are written there alone.
        facts.Points = facts.AreScored ? facts.Points : command.Points;
        (facts.OnTimePercent, facts.AbovePlanPercent) = (command.OnTime, command.AbovePlan);
        (facts.LatePercent, facts.RemediedPercent, facts.SickLeaveMonths) = (command.Late, command.Remedied, command.SickLeave);
        (facts.StateGrade, facts.StateDocument, facts.StateDocumentOn) = (
            command.StateGrade,
            command.StateDocument,
            command.StateDocumentOn
        );
        facts.IsDisciplined = command.IsDisciplined;
        changed.Add(new(facts, facts.Id, node.Id, work.Cycle.Year));
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, changed, cancel);
        await transaction.CommitAsync(cancel);
        return facts;
    }

    private static List<Refusal> Check(RecordFactsCommand command, DateOnly today)
    {
        const int Months = 12;
        const int Whole = 100;
        // A bonus may lift points beyond a hundred; nothing lifts a share.
        var refusals = new List<Refusal>();
        foreach (
            var (share, field) in new[]
            {
                (command.OnTime, "OnTime"),
                (command.AbovePlan, "AbovePlan"),
                (command.Late, "Late"),
                (command.Remedied, "Remedied"),
            }
        )
        {
            if (share is < 0 or > Whole)
            {
                refusals.Add(new("review.facts.share", null, field));
            }
        }

        if (command.Points is < 0 or > Whole + Whole)
        {
            refusals.Add(new("review.facts.points"));
        }

        if (command.SickLeave is < 0 or > Months)
        {
            refusals.Add(new("review.facts.sick-leave"));
        }

        // A grade that others gave stands with their document, and a document with its grade.
        if (
            (command.StateGrade is null, command.StateDocument is null, command.StateDocumentOn is null)
            is not ((true, true, true) or (false, false, false))
        )
        {
            refusals.Add(new("review.facts.state-document"));
        }
        else if (command.StateDocumentOn > today)
        {
            refusals.Add(new("review.facts.state-day"));
        }

        refusals.AddRange(TextLength.Check((command.StateDocument, AssessmentFacts.StateDocumentLength)));
        return refusals;
    }
}
