using TongKet.Domain.Access;
using TongKet.Domain.Meetings;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Meetings.RecordMeeting;

public sealed record RemoveMeetingCommand(long Id);

/// <summary>Takes out what was recorded by mistake; the change log keeps that it was there.</summary>
public sealed class RemoveMeetingHandler(AppStore store, TreeReader trees, ChangeLog log)
{
    public const string Act = "meetings.remove";

    public async Task<Outcome<Meeting>> HandleAsync(RemoveMeetingCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        if (await store.Set<Meeting>().FindAsync([command.Id], cancel) is not { } meeting)
        {
            return new Refusal("meeting.not-found");
        }

        var tree = await trees.ReadAsync(meeting.HeldOn, cancel);
        if (!ScopeRule.May(actor, Acts.RecordMeetings, tree, meeting.CellId))
        {
            return new Refusal("meeting.not-found");
        }

        store.Remove(meeting);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(meeting, meeting.Id, meeting.CellId, meeting.HeldOn.Year, IsRemoved: true)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return meeting;
    }
}
