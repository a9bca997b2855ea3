using System.Text.Json;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Reviews;

public sealed class VoteOutcomeRuleTests
{
    private static readonly RuleSet InForce = Regulation.Set("hd-43-2025");

    [Fact]
    public void Ten_of_twenty_just_fail_and_eleven_carry_whoever_stayed_away()
    {
        var just = VoteOutcomeRule.Read(InForce, new(1, 10, 7, 0, 0, 0), 20, round: 1);
        var enough = VoteOutcomeRule.Read(InForce, new(1, 11, 6, 0, 0, 0), 20, round: 1);

        Assert.Equal(new(VoteOutcome.SecondBallot, Grade.None, 10, 11), just);
        Assert.Equal(new(VoteOutcome.Majority, Grade.Excellent, 11, 11), enough);
    }

    [Fact]
    public void Of_an_odd_base_the_smaller_half_is_none() =>
        Assert.Equal(
            (Grade.None, Grade.Good),
            (
                VoteOutcomeRule.Read(InForce, new(1, 0, 8, 7, 0, 2), 17, 1).Grade,
                VoteOutcomeRule.Read(InForce, new(1, 0, 9, 6, 0, 2), 17, 1).Grade
            )
        );

    [Theory]
    [InlineData(1, "\"SecondBallot\"", VoteOutcome.SecondBallot)]
    [InlineData(2, "\"SecondBallot\"", VoteOutcome.Undecided)]
    [InlineData(1, "\"UpUndecided\"", VoteOutcome.Undecided)]
    [InlineData(1, "null", VoteOutcome.Undecided)]
    public void Without_a_majority_the_rule_set_says_whether_there_is_a_second_ballot(
        int round,
        string says,
        VoteOutcome expected
    ) =>
        Assert.Equal(
            expected,
            VoteOutcomeRule.Read(Saying("vote_without_majority", says), new(1, 9, 8, 0, 0, 0), 20, round).Outcome
        );

    [Fact]
    public void No_opinion_of_most_is_no_grade() =>
        Assert.Equal(Grade.None, VoteOutcomeRule.Read(InForce, new(1, 3, 2, 0, 0, 15), 20, 1).Grade);

    [Theory]
    [InlineData("60", Grade.Good, 13)]
    [InlineData("65", Grade.None, 14)]
    // So few that two grades have enough: neither.
    [InlineData("30", Grade.None, 7)]
    public void The_share_is_that_of_the_rule_set(string percent, Grade expected, int needed)
    {
        var result = VoteOutcomeRule.Read(Saying("vote_majority_over_percent", percent), new(1, 0, 13, 7, 0, 0), 20, 1);

        Assert.Equal((expected, needed), (result.Grade, result.Needed));
    }

    [Fact]
    public void Where_no_source_tells_the_share_nothing_has_a_majority() =>
        Assert.Equal(
            new(VoteOutcome.Undecided, Grade.None, 20, null),
            VoteOutcomeRule.Read(Saying("vote_majority_over_percent", "null"), new(1, 20, 0, 0, 0, 0), 20, 2)
        );

    [Fact]
    public void A_grade_is_proposed_just_where_its_votes_reach_what_is_needed() =>
        Always.True(
            from excellent in Gen.Choose(0, 60)
            from good in Gen.Choose(0, 60)
            from completed in Gen.Choose(0, 60)
            from failed in Gen.Choose(0, 60)
            from silent in Gen.Choose(0, 60)
            from away in Gen.Choose(0, 20)
            select (Line: new TallyLine(1, excellent, good, completed, failed, silent), away),
            drawn =>
            {
                var @base = drawn.Line.Total + drawn.away;
                var result = VoteOutcomeRule.Read(InForce, drawn.Line, @base, 1);
                var reached = new[] { Grade.Excellent, Grade.Good, Grade.Completed, Grade.NotCompleted }
                    .Where(grade => drawn.Line.For(grade) >= result.Needed)
                    .ToList();
                return reached.Count <= 1
                    && result.Grade == (reached.Count == 1 ? reached[0] : Grade.None)
                    && result.Needed * 2 > @base
                    && (result.Needed - 1) * 2 <= @base;
            }
        );

    private static RuleSet Saying(string name, string value)
    {
        using var json = JsonDocument.Parse(value);
        return InForce.With(name, InForce[name] with { Value = json.RootElement.Clone() });
    }
}
