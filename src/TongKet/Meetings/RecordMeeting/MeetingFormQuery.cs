using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Meetings;
using TongKet.Domain.Organizations;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Meetings.RecordMeeting;

/// <param name="MayRemove">Whoever may record it may take it out.</param>
public sealed record MeetingFormView(TreeNode Cell, Meeting? Meeting, bool MayRemove);

public sealed class MeetingFormQuery(AppStore store, TreeReader trees)
{
    /// <summary>For a new one of a cell; null where it is none, is not there on the day, or not in reach.</summary>
    public async Task<MeetingFormView?> NewAsync(Actor actor, long cellId, DateOnly day, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(day, cancel);
        return
            tree.Find(cellId) is { HasEnded: false } cell
            && cell.Kind.IsCell()
            && ScopeRule.May(actor, Acts.RecordMeetings, tree, cell)
            ? new(cell, null, false)
            : null;
    }

    /// <summary>One that is there; null where it is not, or not in reach.</summary>
    public async Task<MeetingFormView?> FindAsync(Actor actor, long id, CancellationToken cancel)
    {
        var meeting = await store.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel);
        if (meeting is null)
        {
            return null;
        }

        var tree = await trees.ReadAsync(meeting.HeldOn, cancel);
        return tree.Find(meeting.CellId) is { } cell && ScopeRule.May(actor, Acts.SeeMeetings, tree, cell)
            ? new(cell, meeting, ScopeRule.May(actor, Acts.RecordMeetings, tree, cell))
            : null;
    }
}
