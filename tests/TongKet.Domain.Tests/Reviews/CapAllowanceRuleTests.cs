using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Reviews;

public sealed class CapAllowanceRuleTests
{
    private static readonly DateOnly Today = new(2026, 1, 10);
    private static readonly CapRules Of2025 = CapRules.OfOrganizations(Regulation.Set("hd-43-2025"));
    private static readonly CapRules Of2023 = CapRules.OfOrganizations(Regulation.Set("hd-25-2023"));

    [Theory]
    [InlineData(CapAllowanceKind.HigherShare, 25.0, "12-QĐ/HU", null)]
    [InlineData(CapAllowanceKind.HigherShare, 26.0, "12-QĐ/HU", "review.cap.exception-too-high")]
    [InlineData(CapAllowanceKind.HigherShare, null, "12-QĐ/HU", "review.allowance.percent-missing")]
    [InlineData(CapAllowanceKind.HigherShare, 25.0, " ", "review.cap.decision-without-number")]
    [InlineData(CapAllowanceKind.OneOfSmallGroup, null, "12-QĐ/HU", "review.cap.small-group-not-allowed")]
    [InlineData(CapAllowanceKind.Excess, null, "12-QĐ/HU", null)]
    [InlineData(null, null, "12-QĐ/HU", "review.allowance.kind-missing")]
    public void A_document_is_one_that_the_rule_set_knows(CapAllowanceKind? kind, double? percent, string number, string? code) =>
        Assert.Equal(code, Checked(Of2025, kind, (decimal?)percent, number).SingleOrDefault());

    [Fact]
    public void A_regime_that_knows_no_higher_share_takes_no_percent_and_a_small_group_only_where_it_says_so()
    {
        Assert.Equal(["review.cap.no-exception"], Checked(Of2023, CapAllowanceKind.HigherShare, 25, "12-QĐ/HU"));
        Assert.Empty(Checked(Of2023 with { AllowsOneInSmallGroup = true }, CapAllowanceKind.OneOfSmallGroup, null, "12-QĐ/HU"));
    }

    [Fact]
    public void Where_exceeding_is_refused_a_document_without_a_share_gives_nothing() =>
        Assert.Equal(
            ["review.allowance.blocked"],
            Checked(Of2023 with { Blocks = true }, CapAllowanceKind.Excess, null, "12-QĐ/HU")
        );

    [Fact]
    public void A_document_has_its_day_and_a_group_has_one_at_a_time()
    {
        var rules = Of2023;
        Assert.Equal(["review.allowance.day-missing"], Codes(null, null));
        Assert.Equal(["review.allowance.day-to-come"], Codes(Today.AddDays(1), null));
        Assert.Equal(["review.allowance.there"], Codes(Today, InForce()));

        IEnumerable<string> Codes(DateOnly? on, CapAllowance? there) =>
            CapAllowanceRule
                .Check(rules, CapAllowanceKind.Excess, null, "12-QĐ/HU", on, there, Today)
                .Select(refusal => refusal.Code);
    }

    [Theory]
    [InlineData("dang-vien")]
    [InlineData("to-chuc:")]
    [InlineData("to-chuc:Trường học")]
    public void A_group_is_read_as_it_was_written(string text) => Assert.Equal(text, CapKey.Read(text).ToString());

    [Fact]
    public void What_names_no_group_is_none() => Assert.Null(CapKey.Read("khac"));

    private static IEnumerable<string> Checked(CapRules rules, CapAllowanceKind? kind, decimal? percent, string number) =>
        CapAllowanceRule.Check(rules, kind, percent, number, Today, null, Today).Select(refusal => refusal.Code);

    private static CapAllowance InForce() =>
        new()
        {
            Group = "",
            Number = "1-QĐ/HU",
            EnteredBy = "A",
        };
}
