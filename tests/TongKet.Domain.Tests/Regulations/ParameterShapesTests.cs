using System.Text.Json;
using TongKet.Domain.Regulations;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Regulations;

/// <summary>What may be published, and what would be a slip.</summary>
public sealed class ParameterShapesTests
{
    private static readonly RuleSet Set = Regulation.Set("hd-43-2025");

    public static TheoryData<string> All => [.. Regulation.Book.All.Select(r => r.Id)];

    [Theory, MemberData(nameof(All))]
    public void Every_parameter_of_a_document_has_a_shape_that_its_value_fits(string id) =>
        Assert.All(
            Regulation.Set(id).Parameters,
            p => Assert.Null(Assert.IsType<ParameterPlace>(ParameterShapes.Find(p.Key)).Shape.Check(p.Value.Value))
        );

    [Fact]
    public void No_shape_stands_twice_or_for_nothing() =>
        Assert.Equal(
            Regulation.Book.All.SelectMany(r => r.Parameters.Keys).Distinct().Order(StringComparer.Ordinal),
            ParameterShapes.All.Select(p => p.Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("excellent_cap_percent", "101", "regulation.value.out-of-range")]
    [InlineData("excellent_cap_percent", "-1", "regulation.value.out-of-range")]
    [InlineData("excellent_cap_percent", "\"20\"", "regulation.value.no-number")]
    [InlineData("excellent_cap_percent", "null", "regulation.value.must-be-known")]
    [InlineData("excellent_cap_percent", "26", "regulation.value.exception-below")]
    [InlineData("new_member_months", "6.5", "regulation.value.not-whole")]
    [InlineData("roster_closed_month", "2", "regulation.value.no-such-day")]
    [InlineData("good_points", "90", "regulation.value.points-order")]
    [InlineData("complaint_days", "0", "regulation.value.out-of-range")]
    [InlineData("excellent_cap_rounds_down", "\"yes\"", "regulation.value.no-flag")]
    [InlineData("vote_without_majority", "\"ProgramDecides\"", "regulation.value.no-choice")]
    [InlineData("not_graded_reasons", "[\"Exempt\",\"Exempt\"]", "regulation.value.no-choice")]
    [InlineData("not_graded_reasons", "[\"FoundedUnderSixMonths\"]", "regulation.value.no-choice")]
    [InlineData("not_graded_reasons", "\"Exempt\"", "regulation.value.no-choice")]
    [InlineData("deadline_superior", "\"31/01\"", "regulation.value.no-deadline")]
    [InlineData("quarter_cycle_from", "\"2025-02-30\"", "regulation.value.no-day")]
    [InlineData("form_member", "\"\"", "regulation.value.no-words")]
    [InlineData("form_member", "\"một tên mẫu quá dài\"", "regulation.value.too-long")]
    public void A_slip_is_refused(string name, string value, string code) =>
        Assert.Equal([code], Check(name, Set[name] with { Value = Json(value) }).Select(r => r.Code));

    [Theory]
    [InlineData("complaint_days", "30")]
    [InlineData("complaint_days", "null")]
    [InlineData("not_graded_reasons", "[]")]
    [InlineData("excellent_cap_percent", "12.5")]
    [InlineData("deadline_superior", "\"1-02-28\"")]
    public void What_may_be_is_not(string name, string value) =>
        Assert.Empty(Check(name, Set[name] with { Value = Json(value), Note = "khác" }));

    [Fact]
    public void What_is_confirmed_names_its_article() =>
        Assert.Equal(
            ["regulation.article.needed"],
            Check("roster_closed_day", Set["roster_closed_day"] with { Confirmed = true }).Select(r => r.Code)
        );

    [Fact]
    public void A_version_has_its_reason() =>
        Assert.Equal(
            ["regulation.reason.missing"],
            Check("complaint_days", Set["complaint_days"] with { Value = Json("30") }, " ").Select(r => r.Code)
        );

    [Fact]
    public void A_version_says_something_else() =>
        Assert.Equal(["regulation.publish.no-change"], Check("complaint_days", Set["complaint_days"]).Select(r => r.Code));

    private static IReadOnlyList<TongKet.Domain.Values.Refusal> Check(string name, RuleParameter said, string reason = "lý do") =>
        PublishingRule.Check(Set, ParameterShapes.Find(name)!, said, reason);

    private static JsonElement Json(string value) => JsonSerializer.Deserialize<JsonElement>(value);
}
