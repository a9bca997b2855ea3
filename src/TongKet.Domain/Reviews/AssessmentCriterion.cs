namespace TongKet.Domain.Reviews;

/// <summary>
/// What one criterion of a line was given, by who proposes and by the subject himself; kept beside the line. Only the
/// first of the two decides anything.
/// </summary>
public sealed class AssessmentCriterion
{
    public long Id { get; init; }
    public long AssessmentId { get; init; }

    /// <summary><see cref="Criterion.Key"/>.</summary>
    public required string Key { get; init; }
    public CriterionLevel? Level { get; set; }

    /// <summary>Points, no more than the criterion's most.</summary>
    public decimal? Points { get; set; }

    /// <summary>Tự chấm: what the subject gives himself.</summary>
    public CriterionLevel? OwnLevel { get; set; }
    public decimal? OwnPoints { get; set; }

    public CriterionScore Score
    {
        get => new(Level, Points);
        set => (Level, Points) = (value.Level, value.Points);
    }

    public CriterionScore Own
    {
        get => new(OwnLevel, OwnPoints);
        set => (OwnLevel, OwnPoints) = (value.Level, value.Points);
    }
}
