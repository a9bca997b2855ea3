using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Meetings;
using TongKet.Domain.Organizations;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Meetings.ListMeetings;

/// <param name="Meetings">Of the year, the latest first; no more than <see cref="MeetingsQuery.Most"/>.</param>
public sealed record MeetingsView(int Year, IReadOnlyList<Meeting> Meetings, int Total, bool MayRecord);

/// <summary>The meetings that a cell held in a year.</summary>
public sealed class MeetingsQuery(AppStore store, TreeReader trees)
{
    public const int Most = 60;

    /// <summary>Null where there is no such cell on the day, or not for the actor.</summary>
    public async Task<MeetingsView?> AskAsync(Actor actor, long cellId, DateOnly day, int year, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(day, cancel);
        if (tree.Find(cellId) is not { } node || !node.Kind.IsCell() || !ScopeRule.May(actor, Acts.SeeMeetings, tree, node))
        {
            return null;
        }

        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var held = store.Set<Meeting>().AsNoTracking().Where(m => m.CellId == cellId && m.HeldOn >= first && m.HeldOn <= last);
        var meetings = await held.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).Take(Most).ToListAsync(cancel);
        return new(
            year,
            meetings,
            meetings.Count < Most ? meetings.Count : await held.CountAsync(cancel),
            !node.HasEnded && ScopeRule.May(actor, Acts.RecordMeetings, tree, node)
        );
    }
}
