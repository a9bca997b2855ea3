using System.Text.Json;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;

namespace TongKet.Domain.Tests.Reviews;

/// <summary>A target may ask for more Excellent than the cap leaves room for: it is said, and left to the committee.</summary>
public sealed class ExcellentTargetRuleTests
{
    [Theory]
    [InlineData("20", CapBase.GoodOnly, "16.6")]
    [InlineData("25", CapBase.GoodOnly, "20")]
    [InlineData("20", CapBase.GoodOrBetter, "20")]
    [InlineData("20", CapBase.Rated, "20")]
    public void The_highest_share_of_all_graded_follows_from_the_base(string cap, CapBase @base, string highest) =>
        Assert.Equal(Number(highest), ExcellentTargetRule.HighestShare(Number(cap), @base));

    [Theory]
    [InlineData("member_excellent_rate", TargetDirection.AtLeast, "16.6", false)]
    [InlineData("member_excellent_rate", TargetDirection.AtLeast, "18", true)]
    [InlineData("member_excellent_rate", TargetDirection.AtMost, "18", false)]
    [InlineData("org_excellent_rate", TargetDirection.Exactly, "20", false)]
    [InlineData("org_excellent_rate", TargetDirection.Exactly, "20.5", true)]
    [InlineData("member_good_or_better_rate", TargetDirection.AtLeast, "95", false)]
    public void Only_a_share_that_cannot_be_is_warned_of(string figure, TargetDirection direction, string value, bool warned)
    {
        var target = new Target
        {
            Year = 2024,
            Code = "CT02",
            Name = "Tỷ lệ xuất sắc",
            Unit = "%",
            FigureCode = figure,
            Direction = direction,
            AssignedValue = Number(value),
        };

        var conflict = ExcellentTargetRule.Find(Rules(), target);

        Assert.Equal(warned ? "review.target-over-cap" : null, conflict?.Code);
        Assert.Equal(warned ? "Điều 7" : null, conflict?.Article);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Members on those graded Good, organizations on Good or better.</summary>
    private static RuleBook Rules() =>
        new([
            new(
                "law",
                RuleBook.AnnualReview,
                "QĐ",
                "",
                new(2020, 1, 1),
                null,
                new Dictionary<string, RuleParameter>
                {
                    ["excellent_cap_percent"] = Parameter("20"),
                    ["excellent_cap_base_members"] = Parameter("\"GoodOnly\""),
                    ["excellent_cap_base_organizations"] = Parameter("\"GoodOrBetter\""),
                }
            ),
        ]);

    private static RuleParameter Parameter(string json) => new(JsonDocument.Parse(json).RootElement, "Điều 7", true, null);
}
