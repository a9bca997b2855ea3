using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Reviews;

public sealed class CriteriaRuleTests
{
    private static readonly RuleSet InPoints = Regulation.Set("hd-43-2025");
    private static readonly RuleSet InLevels = Regulation.Set("hd-25-2023");

    [Fact]
    public void Without_a_list_of_a_committee_the_groups_of_the_rule_set_are_the_criteria()
    {
        Assert.Equal(
            ["CommonCriteria 30", "TaskResultsProgress 21", "TaskResultsQuality 49", "Bonus 7"],
            Keys(CriteriaRule.Of(InPoints, ReviewSubject.Member, null))
        );
        Assert.Equal(
            ["PoliticsMoralityDiscipline ", "DutyResults ", "EarlierShortcomings ", "LeadingAndExample ", "FieldInCharge "],
            Keys(CriteriaRule.Of(InLevels, ReviewSubject.Leader, null))
        );
        Assert.Equal(
            ["OrganizationBuilding ", "YearResults ", "EarlierShortcomings "],
            Keys(CriteriaRule.Of(InLevels, ReviewSubject.Organization, null))
        );
    }

    [Fact]
    public void Shares_of_progress_and_quality_that_do_not_make_a_hundred_leave_the_results_whole() =>
        Assert.Equal(
            ["CommonCriteria 30", "TaskResults 70", "Bonus 7"],
            Keys(
                CriteriaRule.Of(
                    InPoints.With("points_progress_percent", InPoints["points_common"]).With("points_quality_percent", Unknown),
                    ReviewSubject.Member,
                    null
                )
            )
        );

    [Fact]
    public void The_bonus_adds_no_more_than_it_may_and_is_not_waited_for()
    {
        var set = CriteriaRule.Of(InPoints, ReviewSubject.Member, null);
        var without = Points(("CommonCriteria", 28), ("TaskResultsProgress", 20), ("TaskResultsQuality", 45.5m));

        Assert.Equal((true, 93.5m), Told(CriteriaRule.Judge(set, without)));
        Assert.Equal((true, 100.5m), Told(CriteriaRule.Judge(set, With(without, "Bonus", 7))));
        Assert.Equal((true, 100.5m), Told(CriteriaRule.Judge(set, With(without, "Bonus", 9))));
        Assert.Equal((false, 20m), Told(CriteriaRule.Judge(set, Points(("TaskResultsProgress", 20)))));
        Assert.False(CriteriaRule.Judge(set, Points()).IsGiven);
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(30.01, "review.criteria.points")]
    [InlineData(-0.5, "review.criteria.points")]
    [InlineData(0, null)]
    [InlineData(29.125, "review.criteria.decimals")]
    public void Points_are_within_what_the_criterion_may_have(double points, string? code)
    {
        var set = CriteriaRule.Of(InPoints, ReviewSubject.Member, null);

        Assert.Equal(code, CriteriaRule.Check(set, Points(("CommonCriteria", (decimal)points))).SingleOrDefault()?.Code);
    }

    [Fact]
    public void Levels_where_points_are_given_and_criteria_that_are_not_there_are_refused()
    {
        var points = CriteriaRule.Of(InPoints, ReviewSubject.Member, null);
        var levels = CriteriaRule.Of(InLevels, ReviewSubject.Member, null);

        Assert.Equal("review.criteria.gone", Assert.Single(CriteriaRule.Check(points, Level("CommonCriteria", 1))).Code);
        Assert.Equal("review.criteria.gone", Assert.Single(CriteriaRule.Check(levels, Points(("DutyResults", 3)))).Code);
        Assert.Equal("review.criteria.gone", Assert.Single(CriteriaRule.Check(levels, Level("FieldInCharge", 1))).Code);
        Assert.Equal("review.criteria.gone", Assert.Single(CriteriaRule.Check(levels, Level("DutyResults", 5))).Code);
        Assert.Empty(CriteriaRule.Check(levels, Level("DutyResults", 4)));
    }

    [Fact]
    public void The_lowest_level_counts_and_that_on_results_apart()
    {
        var set = CriteriaRule.Of(InLevels, ReviewSubject.Member, null);
        var given = Level("PoliticsMoralityDiscipline", 3);
        given["DutyResults"] = new(CriterionLevel.LevelExcellent, null);

        var part = CriteriaRule.Judge(set, given);
        Assert.Equal(
            (true, false, CriterionLevel.LevelAverage, CriterionLevel.LevelExcellent),
            (part.IsGiven, part.IsComplete, part.Lowest, part.LowestResult)
        );
        given["EarlierShortcomings"] = new(CriterionLevel.LevelPoor, null);
        var whole = CriteriaRule.Judge(set, given);
        Assert.Equal((true, CriterionLevel.LevelPoor), (whole.IsComplete, whole.Lowest));
    }

    [Fact]
    public void The_nearest_list_that_fits_is_taken_and_a_line_keeps_the_one_it_was_scored_by()
    {
        var (far, near) = (List(1, 100, 30, 70), List(2, 200, 30, 30, 40));
        var misfit = List(3, 300, 30, 60);

        Assert.Equal(2, Chosen([near, far], []));
        Assert.Equal(1, Chosen([misfit, far], []));
        Assert.Null(Chosen([misfit], []));
        Assert.Equal(1, Chosen([near, far], ["c101"]));
        Assert.Null(Chosen([near, far], ["CommonCriteria"]));
        // What is for members is not for leaders, and a list of points is none of a regime that has levels.
        Assert.Null(CriteriaRule.Choose(InPoints, ReviewSubject.Leader, [near], []).List);
        Assert.Null(CriteriaRule.Choose(InLevels, ReviewSubject.Member, [near], []).List);

        static long? Chosen(IReadOnlyList<LocalCriteria> nearest, IReadOnlyCollection<string> scored) =>
            CriteriaRule.Choose(InPoints, ReviewSubject.Member, nearest, scored).List?.Id;
    }

    /// <summary>Criteria of a member: one of the common group, the rest on results.</summary>
    private static LocalCriteria List(long id, long firstItem, decimal common, params decimal[] results) =>
        new()
        {
            Id = id,
            For = ReviewSubject.Member,
            DocumentNumber = "1-QĐ/ĐU",
            Items =
            [
                Item(firstItem, "CommonCriteria", common),
                .. results.Select((most, at) => Item(firstItem + 1 + at, "TaskResults", most)),
            ],
        };

    private static LocalCriterion Item(long id, string group, decimal most) =>
        new()
        {
            Id = id,
            Group = group,
            Name = $"Tiêu chí {id}",
            Most = most,
        };

    private static readonly RuleParameter Unknown = InPoints["excellent_leader_organization_grade"];

    private static IEnumerable<string> Keys(CriteriaSet set) =>
        set.All.Select(c => FormattableString.Invariant($"{c.Key} {c.Most:0.##}"));

    private static (bool, decimal) Told(CriteriaResult result) => (result.IsComplete, result.Sum);

    private static Dictionary<string, CriterionScore> Points(params (string Key, decimal Points)[] given) =>
        given.ToDictionary(g => g.Key, g => new CriterionScore(null, g.Points));

    private static Dictionary<string, CriterionScore> With(
        Dictionary<string, CriterionScore> given,
        string key,
        decimal points
    ) => new(given) { [key] = new(null, points) };

    private static Dictionary<string, CriterionScore> Level(string key, int level) =>
        new() { [key] = new((CriterionLevel)level, null) };
}
