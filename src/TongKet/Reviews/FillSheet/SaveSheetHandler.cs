using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.FillSheet;

public sealed record TypedLine(LineKey Key, SheetEntry Was, SheetEntry Typed);

public sealed record MeetingOfSheet(DateOnly? MetOn, string? Minutes);

/// <param name="MeetingWas">As the page showed it to who typed.</param>
/// <param name="Sends">Hands it to the level that decides; else it is kept as it is so far.</param>
public sealed record SaveSheetCommand(
    long CycleId,
    long OrganizationId,
    MeetingOfSheet Meeting,
    MeetingOfSheet MeetingWas,
    IReadOnlyList<TypedLine> Lines,
    bool Sends
);

/// <summary>Keeps the sheet of an organization, whole or half filled in, and sends it to the level that decides.</summary>
public sealed class SaveSheetHandler(
    AppStore store,
    SheetGate gate,
    SheetLines owed,
    LineConditions conditions,
    RecordIds ids,
    ChangeLog log
)
{
    public const string Act = "reviews.save-sheet";
    public const string SendAct = "reviews.send-sheet";

    public async Task<Outcome<ReviewSheet>> HandleAsync(SaveSheetCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var taken = await gate.TakeAsync(actor, command.CycleId, command.OrganizationId, null, cancel);
        if (taken.Value is not { } open)
        {
            return new(null, taken.Refusals);
        }

        var (work, node, sheet) = open;

        var stored = sheet is null ? [] : await store.Set<Assessment>().Where(a => a.SheetId == sheet.Id).ToListAsync(cancel);
        var lines = await owed.ReadAsync(work, node, cancel);
        var isNew = sheet is null;
        sheet ??= new()
        {
            Id = await ids.NextAsync(cancel),
            CycleId = work.Cycle.Id,
            OrganizationId = node.Id,
            State = SheetState.InWork,
        };
        var merged = SheetChanges.Merge(command, sheet, stored, lines);
        var refusals = merged.Refusals.Concat(Check(command, merged, lines, stored, work.Today)).ToList();
        if (command.Sends)
        {
            var graded = merged.Lines.Select(l => new GradedLine(node, l.Key, l.Entry.Proposed));
            var names = lines.ToDictionary(l => l.Key, l => l.Name);
            refusals.AddRange(await conditions.RefusedAsync(work, [.. graded], stored, cancel, l => names[l.Key]));
        }

        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        if (isNew)
        {
            store.Add(sheet);
        }

        var supply = await ids.TakeAsync(merged.Lines.Count, cancel);
        var changed = SheetChanges.Apply(merged, stored, lines, sheet, supply, store);
        (sheet.MetOn, sheet.MinutesNumber) = (merged.Meeting.MetOn, merged.Meeting.Minutes);
        sheet.Revision++;
        if (command.Sends)
        {
            (sheet.State, sheet.SubmittedOn, sheet.ReturnedWhy) = (SheetState.Submitted, work.Today, null);
        }

        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            command.Sends ? SendAct : Act,
            [
                new(sheet, sheet.Id, node.Id, work.Cycle.Year),
                .. changed.Select(a => new ChangedRecord(a, a.Id, node.Id, work.Cycle.Year)),
            ],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return sheet;
    }

    private static IEnumerable<Refusal> Check(
        SaveSheetCommand command,
        MergedSheet merged,
        IReadOnlyList<OwedLine> lines,
        IReadOnlyCollection<Assessment> stored,
        DateOnly today
    )
    {
        var entries = merged.Lines.ToDictionary(l => l.Key, l => l.Entry);
        var hasGrades = entries.Values.Any(e => e.Proposed != Grade.None);
        var refusals = SheetRule.CheckMeeting(merged.Meeting.MetOn, merged.Meeting.Minutes, hasGrades, today);
        if (!command.Sends)
        {
            return refusals;
        }

        // Whom the vote gave no grade goes up without one.
        var undecided = stored.Where(a => a.Vote == VoteOutcome.Undecided).Select(a => a.Key).ToHashSet();
        var missing = lines
            .Where(l => entries.GetValueOrDefault(l.Key)?.IsProposed != true && !undecided.Contains(l.Key))
            .ToList();
        return refusals.Concat(
            SheetRule.CheckComplete(
                [.. missing.Where(l => l.Key.MemberId is not null).Select(l => l.Name)],
                missing.TrueForAll(l => l.Key.MemberId is not null),
                !string.IsNullOrWhiteSpace(merged.Meeting.Minutes) || !hasGrades
            )
        );
    }
}
