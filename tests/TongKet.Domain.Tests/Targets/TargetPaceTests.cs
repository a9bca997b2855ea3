using TongKet.Domain.Targets;

namespace TongKet.Domain.Tests.Targets;

/// <summary>How much of the year's targets is still to be done.</summary>
public sealed class TargetPaceTests
{
    [Fact]
    public void Eighty_eight_of_a_hundred_and_forty_seven_are_sixty_percent_of_the_year()
    {
        var result = TargetRule.Measure(Of(147), 88);

        Assert.Equal((59.9m, -40.1m, false), (result.DonePercent, result.OverPercent, result.IsMet));
        Assert.Equal(59m, TargetRule.Remaining(Of(147), result));
    }

    [Fact]
    public void Of_what_is_not_known_nobody_says_how_much_is_left()
    {
        var result = TargetRule.Measure(Of(147), null);

        Assert.Null(TargetRule.Remaining(Of(147), result));
    }

    [Fact]
    public void Nothing_remains_of_a_share_of_a_limit_or_of_what_is_met()
    {
        var share = Of(90);
        share.Unit = "%";

        Assert.Null(TargetRule.Remaining(share, TargetRule.Measure(share, 80)));
        Assert.Null(TargetRule.Remaining(Of(5, TargetDirection.AtMost), TargetRule.Measure(Of(5, TargetDirection.AtMost), 3)));
        Assert.Null(TargetRule.Remaining(Of(5), TargetRule.Measure(Of(5), 5)));
    }

    [Theory]
    [InlineData("2023-06-30", false, 6)]
    [InlineData("2023-11-30", false, 1)]
    [InlineData("2023-12-15", true, 0)]
    [InlineData("2023-12-31", true, 0)]
    public void The_conferences_of_december_look_at_the_whole_year(string day, bool isOver, int monthsLeft)
    {
        var asOf = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(isOver, TargetRule.YearIsOver(2023, asOf));
        Assert.Equal(monthsLeft, TargetRule.MonthsLeft(asOf));
    }

    private static Target Of(decimal assigned, TargetDirection direction = TargetDirection.AtLeast) =>
        new()
        {
            Code = "CT01",
            Name = "Kết nạp đảng viên",
            Unit = "đảng viên",
            FigureCode = "new_member_count",
            Direction = direction,
            AssignedValue = assigned,
        };
}
