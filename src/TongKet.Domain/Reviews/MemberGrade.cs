using TongKet.Domain.Regulations;

namespace TongKet.Domain.Reviews;

/// <summary>
/// A member's grade of a year as the competent level decided it, or the reason for having none; never both.
/// It counts at the cell where the member stood on the day the roster was closed.
/// </summary>
public sealed class MemberGrade
{
    public long Id { get; init; }
    public long MemberId { get; init; }
    public int Year { get; init; }

    /// <summary>The cell that reviewed him, as the sheet names it.</summary>
    public long CellId { get; set; }
    public Grade Grade { get; set; }
    public NoGradeReason Reason { get; set; }

    /// <summary>The rule set of the annual review under which it was given.</summary>
    public required string RuleSet { get; set; }

    /// <summary>«theo tệp»: came in by a workbook, as decided.</summary>
    public bool FromFile { get; set; }

    /// <summary>The decision by which it was given here; null where it came by file.</summary>
    public long? DecisionId { get; set; }
}

/// <summary>An organization's grade of a year as decided, or the reason for having none; never both.</summary>
public sealed class OrganizationGrade
{
    public long Id { get; init; }
    public long OrganizationId { get; init; }
    public int Year { get; init; }
    public Grade Grade { get; set; }
    public NoGradeReason Reason { get; set; }
    public required string RuleSet { get; set; }
    public bool FromFile { get; set; }
    public long? DecisionId { get; set; }
}
