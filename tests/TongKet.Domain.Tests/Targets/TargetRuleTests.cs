using TongKet.Domain.Figures;
using TongKet.Domain.Targets;

namespace TongKet.Domain.Tests.Targets;

public sealed class TargetRuleTests
{
    [Theory]
    [InlineData(TargetDirection.AtLeast, 150, 149, false)]
    [InlineData(TargetDirection.AtLeast, 150, 150, true)]
    [InlineData(TargetDirection.AtLeast, 150, 151, true)]
    [InlineData(TargetDirection.AtMost, 3, 2, true)]
    [InlineData(TargetDirection.AtMost, 3, 3, true)]
    [InlineData(TargetDirection.AtMost, 3, 4, false)]
    [InlineData(TargetDirection.Exactly, 12, 11, false)]
    [InlineData(TargetDirection.Exactly, 12, 12, true)]
    [InlineData(TargetDirection.Exactly, 12, 13, false)]
    public void A_target_is_met_on_its_side_and_not_by_one_less(TargetDirection direction, int assigned, int actual, bool met) =>
        Assert.Equal(met, Measure(direction, assigned, actual).IsMet);

    [Theory]
    [InlineData("89.9", false)]
    [InlineData("90.0", true)]
    [InlineData("90.1", true)]
    public void A_share_is_judged_as_it_is_printed(string share, bool met) =>
        Assert.Equal(
            met,
            Measure(TargetDirection.AtLeast, 90, decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture)).IsMet
        );

    [Theory]
    [InlineData(146, 151, "103.4", "3.4")]
    [InlineData(147, 88, "59.9", "-40.1")]
    [InlineData(1510, 1600, "106.0", "6.0")]
    [InlineData(150, 150, "100.0", "0.0")]
    [InlineData(150, 0, "0.0", "-100.0")]
    public void It_says_how_much_is_done_and_how_much_over(int assigned, int actual, string done, string over)
    {
        var result = Measure(TargetDirection.AtLeast, assigned, actual);

        Assert.Equal(done, Print(result.DonePercent));
        Assert.Equal(over, Print(result.OverPercent));
        Assert.Equal(actual, result.Actual);
    }

    [Fact]
    public void A_target_of_nothing_has_no_percentage_and_is_still_met_or_not()
    {
        var none = Measure(TargetDirection.AtMost, 0, 0);
        Assert.True(none.IsMet);
        Assert.Null(none.DonePercent);
        Assert.Null(none.OverPercent);
        Assert.False(Measure(TargetDirection.AtMost, 0, 1).IsMet);
    }

    [Fact]
    public void What_is_not_known_is_neither_met_nor_missed()
    {
        Assert.Equal(new(null, null, null, null), Measure(TargetDirection.AtMost, 3, null));
        Assert.Equal(new(null, null, null, null), TargetRule.Measure(ByHand(null), 5));
    }

    [Fact]
    public void A_result_by_hand_counts_only_where_no_figure_measures_it()
    {
        Assert.Equal(80, TargetRule.Measure(ByHand(80), 200).Actual);

        var measured = ByHand(80);
        measured.FigureCode = "new_member_count";
        Assert.Equal(200, TargetRule.Measure(measured, 200).Actual);
        Assert.Null(TargetRule.Measure(measured, null).Actual);
    }

    [Fact]
    public void Figures_of_targets_are_the_organizations_own() => Assert.All(TargetFigures.All, f => Assert.IsType<OwnFigure>(f));

    private static string? Print(decimal? percent) => percent?.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    private static TargetResult Measure(TargetDirection direction, decimal assigned, decimal? actual) =>
        TargetRule.Measure(Assigned(direction, assigned, "new_member_count"), actual);

    private static Target ByHand(decimal? result)
    {
        var target = Assigned(TargetDirection.AtLeast, 100, null);
        target.ManualResult = result;
        return target;
    }

    private static Target Assigned(TargetDirection direction, decimal value, string? figure) =>
        new()
        {
            Code = "CT01",
            Name = "Chỉ tiêu",
            Unit = "đảng viên",
            Direction = direction,
            AssignedValue = value,
            FigureCode = figure,
        };
}
