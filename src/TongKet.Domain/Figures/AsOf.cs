using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;

namespace TongKet.Domain.Figures;

/// <summary>
/// The moment a question is asked about: the end of <see cref="Day"/>, the period from 1 January of its year, the
/// day on which the year's roster was closed, and what the rule sets in force make of it.
/// </summary>
public sealed record AsOf(DateOnly Day, DateOnly PeriodStart, DateOnly RosterOn, FigureRules Rules)
{
    public int Year => PeriodStart.Year;

    /// <summary>The end of this day closed the period before.</summary>
    public DateOnly Eve => PeriodStart.AddDays(-1);

    /// <summary>Grades of the year are known only once its roster was closed.</summary>
    public bool RosterIsClosed => RosterOn <= Day;

    /// <summary>Born after this day: at most the young age of the rule set on <see cref="Day"/>.</summary>
    public DateOnly YoungBornAfter => Day.AddYears(-Rules.YoungAgeTo - 1);
    public DateOnly YoungBornUntil => Day.AddYears(-Rules.YoungAgeFrom);
}

/// <summary>What rule sets in force on a day give to the figures: which kinds count as what, which reasons are outside.</summary>
/// <param name="GrassrootsDefinition">Names the definition of TCCSĐ, so that figures across a change of it are not compared.</param>
public sealed record FigureRules(
    string GrassrootsDefinition,
    OrganizationKind[] GrassrootsCommitteeKinds,
    OrganizationKind[] GrassrootsCellKinds,
    OrganizationKind[] SubordinateCellKinds,
    NoGradeReason[] NotSubjectReasons,
    int YoungAgeFrom,
    int YoungAgeTo
);
