using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Reviews;

public sealed class CapRulesTests
{
    private static readonly CapRules Of2023 = CapRules.OfOrganizations(Regulation.Set("hd-25-2023"));
    private static readonly CapRules Of2025 = CapRules.OfMembers(Regulation.Set("hd-43-2025"));

    [Fact]
    public void Percent_base_grouping_and_exception_are_those_of_the_rule_set()
    {
        Assert.Equal(
            (20m, null, CapBase.GoodOnly, CapGrouping.DutyGroup, true),
            (Of2023.Percent, Of2023.ExceptionPercent, Of2023.Base, Of2023.Grouping, Of2023.IsConfirmed)
        );
        Assert.Equal(
            (25m, CapGrouping.GrassrootsOrganization, false),
            (Of2025.ExceptionPercent, Of2025.Grouping, Of2025.IsConfirmed)
        );
        Assert.Equal(CapGrouping.KindUnderSuperior, CapRules.OfOrganizations(Regulation.Set("hd-21-2019")).Grouping);
    }

    [Fact]
    public void A_decision_gives_a_group_the_share_of_places_with_outstanding_results()
    {
        var group = new CapGroup("g", 50, 9, 40);

        Assert.Equal(-1, ExcellentCapRule.Read(group, Of2025).Room);
        Assert.Equal(1, ExcellentCapRule.Read(group, Of2025, new("12-QĐ/HU", 25)).Room);
    }

    [Theory]
    [InlineData("", 25.0, "review.cap.decision-without-number")]
    [InlineData("12-QĐ/HU", 25.1, "review.cap.exception-too-high")]
    [InlineData("12-QĐ/HU", 19.0, "review.cap.exception-too-low")]
    [InlineData("12-QĐ/HU", 20.0, "review.cap.exception-too-low")]
    [InlineData("12-QĐ/HU", 25.0, null)]
    public void A_decision_that_the_rule_set_does_not_know_is_refused(string number, double percent, string? code) =>
        Assert.Equal(code, ExcellentCapRule.Check(Of2025, new(number, (decimal)percent))?.Code);

    [Fact]
    public void A_regime_without_exception_allows_none() =>
        Assert.Equal("review.cap.no-exception", ExcellentCapRule.Check(Of2023, new("12-QĐ/HU", 25))?.Code);

    [Fact]
    public void One_of_a_group_too_small_needs_the_rule_set_and_a_decision()
    {
        var small = new CapGroup("g", 4, 1, 3);
        var allowing = Of2025 with { AllowsOneInSmallGroup = true };
        var decision = new CapDecision("12-QĐ/HU", AllowsOne: true);

        Assert.Equal("review.cap.small-group-not-allowed", ExcellentCapRule.Check(Of2025, decision)?.Code);
        Assert.Equal(-1, ExcellentCapRule.Read(small, Of2025, decision).Room);
        Assert.Equal(-1, ExcellentCapRule.Read(small, allowing).Room);
        Assert.Equal(0, ExcellentCapRule.Read(small, allowing, decision).Room);
        Assert.Equal(0, ExcellentCapRule.Read(new("none", 0, 0, 0), allowing, decision).Limit);
    }

    /// <summary>17 of 40 is nine over; yet with each that becomes Good one more may stay.</summary>
    [Theory]
    [InlineData(17, 40, 8)]
    [InlineData(9, 43, 1)]
    [InlineData(3, 13, 1)]
    [InlineData(8, 40, 0)]
    [InlineData(3, 0, 3)]
    public void So_many_would_have_to_change_that_the_rest_is_within(int excellent, int good, int change)
    {
        var group = new CapGroup("g", excellent + good, excellent, good);

        Assert.Equal(change, ExcellentCapRule.MustChange(group, Of2023));
        var after = group with { Excellent = excellent - change, Good = good + change };
        Assert.True(ExcellentCapRule.Read(after, Of2023).Room >= 0);
    }
}
