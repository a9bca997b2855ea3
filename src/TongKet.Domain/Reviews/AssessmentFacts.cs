namespace TongKet.Domain.Reviews;

/// <summary>
/// What was written down of a subject's year because a grade depends on it; null is not known. Kept beside the line it is
/// about. What can be counted (members and organizations below) is not kept here.
/// </summary>
public sealed class AssessmentFacts
{
    public long Id { get; init; }
    public long AssessmentId { get; init; }

    /// <summary>Points out of a hundred (QĐ 366).</summary>
    public decimal? Points { get; set; }
    public decimal? OnTimePercent { get; set; }
    public decimal? AbovePlanPercent { get; set; }
    public decimal? LatePercent { get; set; }
    public decimal? RemediedPercent { get; set; }
    public decimal? SickLeaveMonths { get; set; }

    /// <summary>As a civil servant or public employee; entered as a condition, graded elsewhere.</summary>
    public Grade? StateGrade { get; set; }

    /// <summary>The lowest grade of government, Front and unions of the level.</summary>
    public Grade? PeersGrade { get; set; }
    public bool? IsDisciplined { get; set; }

    public ReviewFacts Facts =>
        new()
        {
            Points = Points,
            OnTimePercent = OnTimePercent,
            UnitOnTimePercent = OnTimePercent,
            AbovePlanPercent = AbovePlanPercent,
            UnitAbovePlanPercent = AbovePlanPercent,
            LatePercent = LatePercent,
            UnitLatePercent = LatePercent,
            RemediedPercent = RemediedPercent,
            SickLeaveMonths = SickLeaveMonths,
            StateGrade = StateGrade,
            PeersGrade = PeersGrade,
            IsDisciplined = IsDisciplined,
        };
}
