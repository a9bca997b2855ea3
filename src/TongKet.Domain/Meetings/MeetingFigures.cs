using TongKet.Domain.Figures;

namespace TongKet.Domain.Meetings;

/// <summary>Meetings of cells held since the beginning of the year. The catalogue of reports has no figure of them yet.</summary>
public static class MeetingFigures
{
    public static readonly RecordSet<Meeting> Meetings = new RecordSet<Meeting>(
        "meeting",
        m => m.CellId,
        (m, on) => m.HeldOn > on.Eve && m.HeldOn <= on.Day,
        (m, on) => false
    )
        .Day(m => m.HeldOn)
        .SmallCode(m => m.Kind);

    public static readonly IReadOnlyList<Figure> All =
    [
        Meetings.Count("meeting_count", (m, on) => m.HeldOn > on.Eve && m.HeldOn <= on.Day),
        Meetings.Count(
            "meeting_regular_count",
            (m, on) => m.HeldOn > on.Eve && m.HeldOn <= on.Day && m.Kind == MeetingKind.Regular
        ),
        Meetings.Count(
            "meeting_thematic_count",
            (m, on) => m.HeldOn > on.Eve && m.HeldOn <= on.Day && m.Kind == MeetingKind.Thematic
        ),
    ];
}
