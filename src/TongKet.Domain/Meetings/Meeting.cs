using TongKet.Domain.Values;

namespace TongKet.Domain.Meetings;

/// <summary>What kind of meeting a cell held.</summary>
public enum MeetingKind : byte
{
    /// <summary>Sinh hoạt thường kỳ.</summary>
    Regular = 1,

    /// <summary>Sinh hoạt chuyên đề.</summary>
    Thematic = 2,

    /// <summary>Họp bất thường.</summary>
    Extraordinary = 3,
}

/// <summary>
/// A meeting that a cell held, by its minutes. Recorded or taken out, never changed: minutes that were wrong are entered
/// again.
/// </summary>
public sealed class Meeting
{
    public static readonly TextLength SubjectLength = new("meetings.column.subject", 500);

    public long Id { get; init; }
    public long CellId { get; init; }
    public DateOnly HeldOn { get; init; }
    public MeetingKind Kind { get; init; }

    /// <summary>Members who were to attend; null where the minutes do not say.</summary>
    public int? Due { get; init; }

    /// <summary>Members who were there.</summary>
    public int Present { get; init; }

    /// <summary>What it was about.</summary>
    public string? Subject { get; init; }
}
