using TongKet.Domain.Reviews;

namespace TongKet.Domain.Tests.Reviews;

public sealed class CycleRuleTests
{
    private static readonly DateOnly YearEnd = new(2025, 12, 31);

    [Fact]
    public void A_review_with_its_days_in_order_is_opened() =>
        Assert.Empty(CycleRule.Check(CycleKind.Year, null, YearEnd, YearEnd, YearEnd, YearEnd, 2025));

    [Fact]
    public void A_level_is_not_due_before_the_one_below_it()
    {
        Assert.Equal(
            "review.cycle.grassroots-due.before-cells",
            CycleRule.Check(CycleKind.Year, null, YearEnd, YearEnd, YearEnd.AddDays(-1), YearEnd, 2025).Single().Code
        );
        Assert.Equal(
            "review.cycle.decided-due.before-grassroots",
            CycleRule.Check(CycleKind.Year, null, YearEnd, YearEnd, YearEnd, YearEnd.AddDays(-1), 2025).Single().Code
        );
    }

    [Theory]
    [InlineData("2024-12-31", 1)]
    [InlineData("2025-01-01", 0)]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-07-01", 1)]
    public void The_roster_is_closed_within_the_year_or_by_the_middle_of_the_next(string on, int refusals)
    {
        var far = new DateOnly(2027, 1, 1);
        var day = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(refusals, CycleRule.Check(CycleKind.Year, null, day, far, far, far, 2025).Count);
    }

    [Fact]
    public void A_quarterly_review_says_which_quarter() =>
        Assert.Equal(
            ["review.cycle.quarter.missing"],
            CycleRule.Check(CycleKind.Quarter, 5, YearEnd, YearEnd, YearEnd, YearEnd, 2025).Select(r => r.Code)
        );
}
