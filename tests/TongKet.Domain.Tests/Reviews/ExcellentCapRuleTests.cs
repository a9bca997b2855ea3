using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Reviews;

public sealed class ExcellentCapRuleTests
{
    /// <summary>Results that committees have published (a quarter of all rests on the reading taken).</summary>
    [Theory]
    [InlineData("63 organizations, 2023", 63, 9, 43, CapBase.GoodOnly, 8, -1)]
    [InlineData("63 organizations, 2023", 63, 9, 43, CapBase.GoodOrBetter, 10, 1)]
    [InlineData("63 organizations, 2023", 63, 9, 43, CapBase.Rated, 12, 3)]
    [InlineData("57 organizations, 2023", 57, 17, 40, CapBase.GoodOnly, 8, -9)]
    [InlineData("57 organizations, 2023", 57, 17, 40, CapBase.GoodOrBetter, 11, -6)]
    [InlineData("57 organizations, 2023", 57, 17, 40, CapBase.Rated, 11, -6)]
    [InlineData("4,345 members, 2023", 4345, 524, 3576, CapBase.GoodOnly, 715, 191)]
    [InlineData("16 good or better, 2024", 16, 3, 13, CapBase.GoodOnly, 2, -1)]
    [InlineData("16 good or better, 2024", 16, 3, 13, CapBase.GoodOrBetter, 3, 0)]
    // The largest whole number that fits 20 % of all graded: five of the published results are just that.
    [InlineData("7 of 36", 36, 7, 29, CapBase.Rated, 7, 0)]
    [InlineData("10 of 50", 50, 10, 40, CapBase.Rated, 10, 0)]
    [InlineData("12 of 63", 63, 12, 51, CapBase.Rated, 12, 0)]
    [InlineData("4 of 22", 22, 4, 18, CapBase.Rated, 4, 0)]
    [InlineData("2 of 11", 11, 2, 9, CapBase.Rated, 2, 0)]
    public void A_published_result_reads_as_its_base_says(
        string published,
        int rated,
        int excellent,
        int good,
        CapBase @base,
        int limit,
        int room
    )
    {
        var reading = ExcellentCapRule.Read(new(published, rated, excellent, good), @base, 20);

        Assert.Equal((limit, room), (reading.Limit, reading.Room));
    }

    [Theory]
    [InlineData(4, true, 0)]
    [InlineData(5, true, 1)]
    [InlineData(9, true, 1)]
    [InlineData(43, true, 8)]
    [InlineData(43, false, 9)]
    [InlineData(42, false, 8)]
    [InlineData(2, false, 0)]
    [InlineData(3, false, 1)]
    public void Not_exceed_rounds_down_unless_the_rule_set_says_else(int good, bool roundsDown, int limit) =>
        Assert.Equal(limit, ExcellentCapRule.Read(new("g", good, 0, good), CapBase.GoodOnly, 20, roundsDown).Limit);

    [Theory]
    [InlineData(25, 10)]
    [InlineData(20, 8)]
    [InlineData(12.5, 5)]
    public void The_percentage_is_that_of_the_rule_set(double percent, int limit) =>
        Assert.Equal(limit, ExcellentCapRule.Read(new("g", 40, 0, 40), CapBase.GoodOnly, (decimal)percent).Limit);

    [Fact]
    public void A_group_of_nobody_has_no_room_and_exceeds_nothing() =>
        Assert.All(ExcellentCapRule.ReadAll(new("g", 0, 0, 0), 20), r => Assert.Equal((0, 0), (r.Limit, r.Room)));

    [Fact]
    public void All_readings_stand_beside_each_other_the_literal_one_first() =>
        Assert.Equal(
            [CapBase.GoodOnly, CapBase.GoodOrBetter, CapBase.Rated],
            ExcellentCapRule.ReadAll(new("g", 63, 9, 43), 20).Select(r => r.Base)
        );

    [Fact]
    public void A_wider_base_never_leaves_less_room_and_the_limit_never_exceeds_its_percentage() =>
        Always.True(
            from excellent in Gen.Choose(0, 300)
            from good in Gen.Choose(0, 300)
            from lower in Gen.Choose(0, 300)
            from percent in Gen.Choose(0, 100)
            select (Group: new CapGroup("g", excellent + good + lower, excellent, good), percent),
            asked =>
                ExcellentCapRule.ReadAll(asked.Group, asked.percent) is var readings
                && readings.Zip(readings.Skip(1)).All(pair => pair.First.Room <= pair.Second.Room)
                && readings.All(r =>
                    r.Limit * 100 <= r.BaseCount * asked.percent
                    && (r.Limit + 1) * 100 > r.BaseCount * asked.percent
                    && r.Room == r.Limit - asked.Group.Excellent
                )
        );
}
