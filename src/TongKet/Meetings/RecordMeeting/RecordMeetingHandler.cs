using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Meetings;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Meetings.RecordMeeting;

public sealed record RecordMeetingCommand(
    long CellId,
    MeetingKind? Kind,
    DateOnly? HeldOn,
    int? Due,
    int? Present,
    string? Subject
);

/// <summary>Records a meeting that a cell held, by its minutes.</summary>
public sealed class RecordMeetingHandler(AppStore store, TreeReader trees, RecordIds ids, ChangeLog log, TimeProvider clock)
{
    public const string Act = "meetings.record";

    public async Task<Outcome<Meeting>> HandleAsync(RecordMeetingCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var tree = await trees.ReadAsync(command.HeldOn is { } on && on <= today ? on : today, cancel);

        if (
            tree.Find(command.CellId) is not { HasEnded: false } cell
            || !cell.Kind.IsCell()
            || !ScopeRule.May(actor, Acts.RecordMeetings, tree, cell)
        )
        {
            return new Refusal("meeting.not-found");
        }

        List<Refusal> refusals =
        [
            .. MeetingRule.Check(command.Kind, command.HeldOn, command.Due, command.Present, today),
            .. TextLength.Check((command.Subject, Meeting.SubjectLength)),
        ];
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var (kind, day) = (command.Kind!.Value, command.HeldOn!.Value);
        if (await store.Set<Meeting>().AnyAsync(m => m.CellId == cell.Id && m.HeldOn == day && m.Kind == kind, cancel))
        {
            return new Refusal("meeting.is-there", null, day);
        }

        var meeting = new Meeting
        {
            Id = await ids.NextAsync(cancel),
            CellId = cell.Id,
            Kind = kind,
            HeldOn = day,
            Due = command.Due,
            Present = command.Present!.Value,
            Subject = string.IsNullOrWhiteSpace(command.Subject) ? null : VietnameseText.Tidy(command.Subject),
        };
        store.Add(meeting);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(meeting, meeting.Id, meeting.CellId, meeting.HeldOn.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return meeting;
    }
}
