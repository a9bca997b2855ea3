using TongKet.Domain.Reviews;

namespace TongKet.Domain.Tests.Reviews;

public sealed class ResidenceRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_contact_has_a_name_a_cell_of_his_own_and_a_day_that_has_come()
    {
        Assert.Empty(ResidenceRule.CheckContact("Lê Văn Tám", "Chi bộ Sở Y tế", Today, null, Today));
        Assert.Equal(
            ["review.residence.name.missing", "review.residence.member-at.missing", "review.residence.from.missing"],
            ResidenceRule.CheckContact(" ", null, null, null, Today).Select(r => r.Code)
        );
        Assert.Equal(
            ["review.residence.from.to-come"],
            ResidenceRule.CheckContact("Lê Văn Tám", "Chi bộ Sở Y tế", Today.AddDays(1), null, Today).Select(r => r.Code)
        );
    }

    [Theory]
    [InlineData("Gương mẫu", "2026-11-22", null)]
    [InlineData("Gương mẫu", null, null)]
    [InlineData(null, null, null)]
    [InlineData(" ", "2026-11-22", "review.residence.text.missing")]
    [InlineData("Gương mẫu", "2026-11-23", "review.residence.returned.to-come")]
    [InlineData("Gương mẫu", "2025-12-31", "review.residence.returned.too-early")]
    public void A_comment_goes_back_written_and_in_its_time(string? text, string? returned, string? code) =>
        Assert.Equal(
            code is null ? [] : [code],
            ResidenceRule
                .CheckComment("Lê Văn Tám", text, returned is null ? null : DateOnly.Parse(returned), 2026, Today)
                .Select(r => r.Code)
        );
}
