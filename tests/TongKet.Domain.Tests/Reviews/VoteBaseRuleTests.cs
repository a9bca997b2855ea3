using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Reviews;

public sealed class VoteBaseRuleTests
{
    [Theory]
    [InlineData(20, 0, 0, 17, 20)]
    [InlineData(20, 2, 0, 17, 18)]
    [InlineData(20, 0, 3, 17, 17)]
    [InlineData(20, 2, 3, 12, 15)]
    [InlineData(3, 0, 0, 3, 3)]
    [InlineData(1, 0, 0, 0, 1)]
    public void Only_those_elsewhere_and_the_exempt_who_stay_away_leave_the_base(
        int official,
        int elsewhere,
        int exemptAbsent,
        int present,
        int expected
    ) => Assert.Equal(expected, Of(official, elsewhere, exemptAbsent, present).Value);

    [Theory]
    [InlineData(0, 0, 0, 0, "review.vote-base.nobody")]
    [InlineData(-1, 0, 0, 0, "review.vote-base.nobody")]
    [InlineData(20, -1, 0, 17, "review.vote-base.negative")]
    [InlineData(20, 0, -1, 17, "review.vote-base.negative")]
    [InlineData(5, 3, 2, 0, "review.vote-base.too-many-left-out")]
    [InlineData(20, 0, 0, 21, "review.vote-base.more-present")]
    [InlineData(20, 2, 1, 18, "review.vote-base.more-present")]
    [InlineData(20, 0, 0, -1, "review.vote-base.negative")]
    public void What_cannot_be_is_refused(int official, int elsewhere, int exemptAbsent, int present, string code) =>
        Assert.Equal(code, Assert.Single(Of(official, elsewhere, exemptAbsent, present).Refusals).Code);

    private static Domain.Values.Outcome<int> Of(int official, int elsewhere, int exemptAbsent, int present) =>
        VoteBaseRule.Of(Regulation.Set("hd-43-2025"), new(official, present, present, elsewhere, exemptAbsent));
}
