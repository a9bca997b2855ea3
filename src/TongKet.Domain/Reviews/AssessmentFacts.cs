using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// What was written down of a subject's year because a grade depends on it; null is not known. Kept beside the line it is
/// about. What can be counted (members and organizations below) and what is the organization's own, as the grades of
/// government, Front and unions (<see cref="PeerGrade"/>), is not kept here.
/// </summary>
public sealed class AssessmentFacts
{
    public static readonly TextLength StateDocumentLength = new("reviews.facts.field.statedocument", 100);

    public long Id { get; init; }
    public long AssessmentId { get; init; }

    /// <summary>Points out of a hundred, with bonus (QĐ 366): typed, or the sum of the criteria once these were scored.</summary>
    public decimal? Points { get; set; }

    /// <summary>Whether each criterion was given something; null where none was. Written with the scores alone.</summary>
    public bool? CriteriaAreComplete { get; set; }

    /// <summary>The lowest level of any criterion, and of any on results.</summary>
    public CriterionLevel? LowestCriterion { get; set; }
    public CriterionLevel? LowestResult { get; set; }

    /// <summary>Criteria were scored: points are their sum and are not typed.</summary>
    public bool AreScored => CriteriaAreComplete is not null;
    public decimal? OnTimePercent { get; set; }
    public decimal? AbovePlanPercent { get; set; }
    public decimal? LatePercent { get; set; }
    public decimal? RemediedPercent { get; set; }
    public decimal? SickLeaveMonths { get; set; }

    /// <summary>As a civil servant or public employee; entered as a condition, graded elsewhere.</summary>
    public Grade? StateGrade { get; set; }

    /// <summary>The document that says so, with its day.</summary>
    public string? StateDocument { get; set; }
    public DateOnly? StateDocumentOn { get; set; }
    public bool? IsDisciplined { get; set; }

    /// <summary>Takes over what comes of the criteria; taken back, nothing is left of them.</summary>
    public void Take(CriteriaResult result, bool inPoints)
    {
        CriteriaAreComplete = result.IsGiven ? result.IsComplete : null;
        (LowestCriterion, LowestResult) = (result.Lowest, result.LowestResult);
        if (inPoints)
        {
            Points = result.IsComplete ? result.Sum : null;
        }
    }

    public ReviewFacts Facts =>
        new()
        {
            Points = Points,
            LowestCriterion = LowestCriterion,
            LowestResult = LowestResult,
            CriteriaAreComplete = CriteriaAreComplete == true,
            OnTimePercent = OnTimePercent,
            UnitOnTimePercent = OnTimePercent,
            AbovePlanPercent = AbovePlanPercent,
            UnitAbovePlanPercent = AbovePlanPercent,
            LatePercent = LatePercent,
            UnitLatePercent = LatePercent,
            RemediedPercent = RemediedPercent,
            SickLeaveMonths = SickLeaveMonths,
            StateGrade = StateGrade,
            IsDisciplined = IsDisciplined,
        };
}
