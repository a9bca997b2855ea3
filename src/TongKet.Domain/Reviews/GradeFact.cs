using TongKet.Domain.Regulations;

namespace TongKet.Domain.Reviews;

/// <summary>One fact that a grade may depend on: the end of its parameter's name, and how it is held against it.</summary>
/// <param name="Code">Resource keys «review.condition.» and «reviews.fact.» go on with it.</param>
/// <param name="Of">The fact: a share, a grade, or whether; null where not known.</param>
internal sealed record GradeFact(string Suffix, string Code, GradeTest Test, Func<ReviewFacts, object?> Of)
{
    public static readonly IReadOnlyList<GradeFact> All =
    [
        new("points", "points", GradeTest.AtLeast, f => f.Points),
        new("criteria_level", "criteria", GradeTest.LevelAtLeast, f => f.LowestCriterion),
        new("results_level", "results", GradeTest.LevelAtLeast, f => f.LowestResult),
        new("on_time_percent", "on-time", GradeTest.AtLeast, f => f.OnTimePercent),
        new("above_plan_percent", "above-plan", GradeTest.AtLeast, f => f.AbovePlanPercent),
        new("done_percent", "done", GradeTest.AtLeast, f => f.DonePercent),
        new("late_percent", "late", GradeTest.AtMost, f => f.LatePercent),
        new("remedied_percent", "remedied", GradeTest.AtLeast, f => f.RemediedPercent),
        new("unit_on_time_percent", "unit-on-time", GradeTest.AtLeast, f => f.UnitOnTimePercent),
        new("unit_above_plan_percent", "unit-above-plan", GradeTest.AtLeast, f => f.UnitAbovePlanPercent),
        new("unit_done_percent", "unit-done", GradeTest.AtLeast, f => f.UnitDonePercent),
        new("unit_late_percent", "unit-late", GradeTest.AtMost, f => f.UnitLatePercent),
        new("units_completed_percent", "units-completed", GradeTest.AtLeast, f => f.UnitsCompletedPercent),
        new("units_good_percent", "units-good", GradeTest.AtLeast, f => f.UnitsGoodPercent),
        new("peers_grade", "peers", GradeTest.GradeAtLeast, f => f.PeersGrade),
        new("state_grade", "state", GradeTest.GradeAtLeast, f => f.StateGrade),
        new("organization_grade", "organization", GradeTest.GradeAtLeast, f => f.OrganizationGrade),
        new("not_disciplined", "disciplined", GradeTest.Never, f => f.IsDisciplined),
    ];

    /// <summary>Points are the same for every subject; all else is set for each.</summary>
    public string ParameterOf(Grade grade, ReviewSubject subject)
    {
        var word = grade switch
        {
            Grade.Excellent => "excellent",
            Grade.Good => "good",
            _ => "completed",
        };
        return Suffix == "points" ? $"{word}_points" : $"{word}_{NameOf(subject)}_{Suffix}";
    }

    /// <summary>Null where the fact is not known.</summary>
    public bool? Meets(RuleParameter parameter, RuleSet set, Grade grade, ReviewFacts facts) =>
        (Test, Of(facts)) switch
        {
            (_, null) => null,
            (GradeTest.AtLeast, decimal known) => known >= parameter.Decimal,
            (GradeTest.AtMost, decimal known) => known <= parameter.Decimal,
            // No grade at all is not good enough; the best grade is the smallest number.
            (GradeTest.GradeAtLeast, Grade known) => known != Grade.None && known <= Enum.Parse<Grade>(parameter.Text),
            // Levels yet to be given may be lower, none makes it better.
            (GradeTest.LevelAtLeast, CriterionLevel known) => known > Enum.Parse<CriterionLevel>(parameter.Text) ? false
            : facts.CriteriaAreComplete ? true
            : null,
            (_, bool disciplined) => !disciplined || !parameter.Flag || IsExcused(set, grade, facts),
            _ => null,
        };

    /// <summary>What the sentence is filled with, after the grade: the fact, and what is asked.</summary>
    public object[] With(RuleParameter parameter, ReviewFacts facts) =>
        Test switch
        {
            GradeTest.Never => [],
            GradeTest.GradeAtLeast => [Of(facts)!, Enum.Parse<Grade>(parameter.Text)],
            GradeTest.LevelAtLeast => [Of(facts)!, Enum.Parse<CriterionLevel>(parameter.Text)],
            _ => [Of(facts)!, parameter.Decimal],
        };

    /// <summary>A condition on results is no surer than which criteria are on results.</summary>
    public bool IsConfirmed(RuleParameter parameter, RuleSet set, ReviewSubject subject) =>
        parameter.Confirmed
        && (Suffix != "results_level" || set.Find(CriteriaRule.ResultsParameter(subject)) is { Confirmed: true });

    /// <summary>What was found and set right by themselves does not bar Good and Completion (QĐ 124 art. 12).</summary>
    private static bool IsExcused(RuleSet set, Grade grade, ReviewFacts facts) =>
        grade != Grade.Excellent
        && facts.DisciplineWasSelfFound == true
        && set.Find("discipline_exception_self_found") is { IsUnknown: false, Flag: true };

    private static string NameOf(ReviewSubject subject) =>
        subject switch
        {
            ReviewSubject.Organization => "organization",
            ReviewSubject.Collective => "collective",
            ReviewSubject.Leader => "leader",
            _ => "member",
        };
}

/// <summary>How a fact is held against what is asked.</summary>
internal enum GradeTest : byte
{
    AtLeast,
    AtMost,
    GradeAtLeast,
    LevelAtLeast,

    /// <summary>Must not have happened.</summary>
    Never,
}
