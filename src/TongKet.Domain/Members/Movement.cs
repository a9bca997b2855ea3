using TongKet.Domain.Values;

namespace TongKet.Domain.Members;

/// <summary>What may happen to a member of the register (table 1-TCTW; Charter art. 8; QĐ 24 points 6 to 9).</summary>
public enum MovementKind : byte
{
    TransferOut = 1,
    Died = 2,
    StruckOff = 3,
    Expelled = 4,
    Left = 5,

    /// <summary>Chuyển đến, of one who had been transferred out of this register.</summary>
    TransferIn = 6,
    Restored = 7,
    Readmitted = 8,
    Exempted = 9,
    ExemptionEnded = 10,
    Suspended = 11,
    SuspensionEnded = 12,

    /// <summary>The last coming or leaving was written by mistake.</summary>
    TakenBack = 13,
}

/// <param name="On">The first day on which he no longer counts, or on which he counts again.</param>
/// <param name="CellId">The cell he goes to, where it is in this register.</param>
/// <param name="Place">The other organization as written, where it is outside.</param>
/// <param name="Until">End of an exemption or suspension that is known from the start.</param>
public sealed record Movement(
    MovementKind Kind,
    DateOnly On,
    long? CellId = null,
    string? Place = null,
    string? Decision = null,
    DateOnly? Until = null
)
{
    public static readonly TextLength FromPlaceLength = new("members.record.from-place", 300);
    public static readonly TextLength ToPlaceLength = new("members.record.to-place", 300);
    public static readonly TextLength DecisionLength = new("members.record.decision", 100);

    public IReadOnlyList<Refusal> CheckTexts() =>
        Kind == MovementKind.TransferOut
            ? TextLength.Check((Place, ToPlaceLength), (Decision, DecisionLength))
            : TextLength.Check((Place, FromPlaceLength), (Decision, DecisionLength));
}

/// <summary>The cell of a movement as it is on the movement's day.</summary>
/// <param name="EndsOn">The day from which it is no more, if that is known.</param>
public sealed record MovementCell(long Id, string Name, bool IsCell, bool CountsOnly, DateOnly? EndsOn);

/// <summary>A member with his dated records, each in the order of its days.</summary>
public sealed record MemberCourse(Member Member, IReadOnlyList<Stay> Stays, IReadOnlyList<MemberConditionSpan> Spans)
{
    public Stay? Last => Stays.Count == 0 ? null : Stays[^1];

    public bool IsInHeadCount => Last is { ToOn: null };

    public MemberConditionSpan? Open(MemberCondition condition) =>
        Spans.LastOrDefault(s => s.Condition == condition && s.ToOn is null);
}
