using TongKet.Domain.Meetings;
using TongKet.Domain.Organizations;

namespace TongKet.Tests.Support;

/// <summary>The cells of a world meet.</summary>
public static class WorldMeetings
{
    public static Meeting Meet(
        this WorldBuilder world,
        Organization cell,
        DateOnly on,
        MeetingKind kind = MeetingKind.Regular,
        int present = 3
    ) =>
        world.Add(
            new Meeting
            {
                Id = world.NextId(),
                CellId = cell.Id,
                HeldOn = on,
                Kind = kind,
                Present = present,
            }
        );
}
