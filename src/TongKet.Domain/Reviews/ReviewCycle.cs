using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>How often a review is held (QĐ 366; quarterly since KL 198 of 2025, for leading and managing cadres alone).</summary>
public enum CycleKind : byte
{
    Year = 1,
    Quarter = 2,
    Term = 3,
    AdHoc = 4,
}

/// <summary>
/// One review (đợt kiểm điểm, đánh giá, xếp loại) that a committee opens for itself and everything under it. The rule
/// set is pinned by its content: a review opened again years later runs under the rules of its own time.
/// </summary>
public sealed class ReviewCycle
{
    public static readonly TextLength NameLength = new("reviews.cycle.name", 200);

    public long Id { get; init; }

    /// <summary>The organization whose committee opened it; it covers what stood below on <see cref="RosterOn"/>.</summary>
    public long OrganizationId { get; init; }
    public CycleKind Kind { get; init; }
    public int Year { get; init; }

    /// <summary>1 to 4; null where the review is not quarterly.</summary>
    public int? Quarter { get; init; }
    public required string Name { get; init; }

    /// <summary>Ngày chốt danh sách: whoever stands in a cell at the end of it is to be accounted for.</summary>
    public DateOnly RosterOn { get; init; }
    public required string RuleSet { get; init; }
    public required string RuleSetHash { get; init; }
    public DateOnly OpenedOn { get; init; }

    /// <summary>Until when cells send in their sheets.</summary>
    public DateOnly CellsDueOn { get; init; }

    /// <summary>Until when committees of the grassroots decide and send in their own.</summary>
    public DateOnly GrassrootsDueOn { get; init; }

    /// <summary>Until when the committee that opened it has decided.</summary>
    public DateOnly DecidedDueOn { get; init; }
    public DateOnly? ClosedOn { get; set; }

    /// <summary>The day whose register counts: the roster's, or today while it is still to come.</summary>
    public DateOnly RegisterOn(DateOnly today) => today < RosterOn ? today : RosterOn;
}
