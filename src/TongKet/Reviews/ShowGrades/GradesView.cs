using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;

namespace TongKet.Reviews.ShowGrades;

/// <summary>A count with its share of a base, what it was last year, and the records behind each.</summary>
/// <param name="Level">Of a grade 1 to 4; 0 where the line is no grade.</param>
public sealed record GradeCount(
    string Code,
    int Level,
    decimal? Value,
    decimal? Percent,
    string Address,
    decimal? Before,
    string? BeforeAddress
);

/// <summary>One classification: the four grades and their sum, which is the base of the percentages.</summary>
/// <param name="Subject">«org», «cell» or «member».</param>
/// <param name="IsComparable">False where what counts as TCCSĐ changed since last year: «không so sánh được».</param>
public sealed record GradeTable(string Subject, IReadOnlyList<GradeCount> Grades, GradeCount Rated, bool IsComparable);

/// <summary>An organization right below: its own grade, and its members in numbers.</summary>
/// <param name="Counts">By the codes of <see cref="GradesQuery.Columns"/>.</param>
public sealed record SubordinateGrades(
    TreeNode Organization,
    Grade Grade,
    NoGradeReason Reason,
    IReadOnlyList<(string Code, decimal? Value, string Address)> Counts
);

/// <summary>A member of a cell with his grade or why there is none.</summary>
public sealed record MemberGradeLine(long MemberId, string Name, Grade Grade, NoGradeReason Reason, bool IsRecorded);

/// <param name="Own">The organization's own grade.</param>
/// <param name="FromFile">«theo tệp»: grades of the year came in by a workbook, as decided.</param>
/// <param name="Accounting">Graded, each reason, and what is not recorded: together the members of the roster.</param>
/// <param name="Members">Of a cell, to who may see members; else empty.</param>
public sealed record GradesView(
    TreeNode Organization,
    int Year,
    DateOnly AsOf,
    DateOnly RosterOn,
    bool RosterIsClosed,
    bool IsKnown,
    RuleSet RuleSet,
    Grade Own,
    NoGradeReason OwnReason,
    bool FromFile,
    IReadOnlyList<GradeTable> Tables,
    IReadOnlyList<GradeCount> Accounting,
    GradeCount Roster,
    IReadOnlyList<SubordinateGrades> Subordinates,
    int SubordinateTotal,
    SubordinateGrades Total,
    IReadOnlyList<MemberGradeLine> Members
);
