namespace TongKet.Domain.Reviews;

/// <summary>
/// What is known of a subject's year, as far as grades depend on it. Null is not known: it bars nothing and is named.
/// Shares are in percent.
/// </summary>
public sealed record ReviewFacts
{
    /// <summary>Points out of a hundred, with bonus (QĐ 366).</summary>
    public decimal? Points { get; init; }

    /// <summary>The lowest level given to any criterion (QĐ 132, QĐ 124).</summary>
    public CriterionLevel? LowestCriterion { get; init; }

    /// <summary>The lowest given to a criterion on results.</summary>
    public CriterionLevel? LowestResult { get; init; }

    /// <summary>Each criterion was given its level; until then the lowest may still come.</summary>
    public bool CriteriaAreComplete { get; init; }

    /// <summary>Own tasks done on time and well.</summary>
    public decimal? OnTimePercent { get; init; }

    /// <summary>Own tasks above plan.</summary>
    public decimal? AbovePlanPercent { get; init; }

    /// <summary>Own tasks or targets done at all.</summary>
    public decimal? DonePercent { get; init; }

    /// <summary>Own tasks that were late.</summary>
    public decimal? LatePercent { get; init; }

    /// <summary>Shortcomings named earlier that were remedied.</summary>
    public decimal? RemediedPercent { get; init; }

    /// <summary>The same of the tasks of what a leader leads.</summary>
    public decimal? UnitOnTimePercent { get; init; }
    public decimal? UnitAbovePlanPercent { get; init; }
    public decimal? UnitDonePercent { get; init; }
    public decimal? UnitLatePercent { get; init; }

    /// <summary>Organizations below, or a cell's members, or a leader's units, graded Completion or better.</summary>
    public decimal? UnitsCompletedPercent { get; init; }

    /// <summary>The same graded Good or better.</summary>
    public decimal? UnitsGoodPercent { get; init; }

    /// <summary>The lowest grade of government, Front and unions of the level.</summary>
    public Grade? PeersGrade { get; init; }

    /// <summary>His grade as a civil servant or public employee.</summary>
    public Grade? StateGrade { get; init; }

    /// <summary>The grade of the organization that he leads.</summary>
    public Grade? OrganizationGrade { get; init; }

    /// <summary>Disciplined in the year: himself; of a collective, one below it or one of its members.</summary>
    public bool? IsDisciplined { get; init; }

    /// <summary>They had found it themselves and set it right.</summary>
    public bool? DisciplineWasSelfFound { get; init; }

    /// <summary>Months of sick leave in the year, together.</summary>
    public decimal? SickLeaveMonths { get; init; }
}
