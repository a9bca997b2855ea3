using System.Text.Json;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Regulations;

public sealed class RuleBookTests
{
    private static readonly RuleBook Book = new([
        Set("new", "2023-10-04", null),
        Set("old", "2019-10-18", "2023-10-03"),
        Set("elsewhere", "2020-01-01", null, "other-subject"),
    ]);

    [Theory]
    [InlineData("2023-10-03", "old")]
    [InlineData("2023-10-04", "new")]
    [InlineData("2019-10-18", "old")]
    [InlineData("2099-12-31", "new")]
    public void A_rule_set_rules_from_its_first_day_to_the_eve_of_the_next(string on, string id) =>
        Assert.Equal(id, Book.InForce("subject", Iso(on)).Id);

    [Fact]
    public void The_last_day_of_a_rule_set_is_its_own()
    {
        var old = Book.All.Single(r => r.Id == "old");

        Assert.True(old.IsInForce(Iso("2019-10-18")));
        Assert.True(old.IsInForce(Iso("2023-10-03")));
        Assert.False(old.IsInForce(Iso("2019-10-17")));
        Assert.False(old.IsInForce(Iso("2023-10-04")));
    }

    [Fact]
    public void Before_all_the_earliest_rules() => Assert.Equal("old", Book.InForce("subject", Iso("2001-01-01")).Id);

    [Fact]
    public void Where_two_overlap_the_later_rules()
    {
        var book = new RuleBook([Set("a", "2020-01-01", null), Set("b", "2022-01-01", null)]);

        Assert.Equal("a", book.InForce("subject", Iso("2021-12-31")).Id);
        Assert.Equal("b", book.InForce("subject", Iso("2022-01-01")).Id);
    }

    [Fact]
    public void In_a_gap_the_last_before_it_goes_on()
    {
        var book = new RuleBook([Set("a", "2020-01-01", "2020-12-31"), Set("b", "2022-01-01", null)]);

        Assert.Equal("a", book.InForce("subject", Iso("2021-06-01")).Id);
    }

    [Fact]
    public void A_subject_without_any_rule_set_is_a_fault_of_the_program() =>
        Assert.Throws<InvalidOperationException>(() => Book.InForce("nothing", Iso("2023-01-01")));

    [Fact]
    public void A_parameter_that_is_not_there_is_named() =>
        Assert.Contains(
            "cap",
            Assert.Throws<InvalidOperationException>(() => Book.InForce("subject", Iso("2023-12-31"))["cap"]).Message
        );

    [Fact]
    public void A_parameter_says_value_article_and_whether_it_is_confirmed()
    {
        var set = Book.InForce("subject", Iso("2023-12-31"));

        Assert.Equal(20, set["percent"].Int);
        Assert.Equal(20m, set["percent"].Decimal);
        Assert.Equal(("Điều 12", true, null), (set["percent"].Article, set["percent"].Confirmed, set["percent"].Note));
        Assert.Equal((null, false, "ghi chú"), (set["kinds"].Article, set["kinds"].Confirmed, set["kinds"].Note));
        Assert.Equal([OrganizationKind.PartyCell, OrganizationKind.PartyGroup], set["kinds"].Names<OrganizationKind>());
        Assert.True(set["flag"].Flag);
    }

    private static DateOnly Iso(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static RuleSet Set(string id, string from, string? to, string subject = "subject") =>
        RuleSet.Read(
            id,
            JsonSerializer.SerializeToElement(
                new
                {
                    document = "QĐ",
                    title = "Quy định",
                    subject,
                    effectiveFrom = from,
                    effectiveTo = to,
                    parameters = new Dictionary<string, object>
                    {
                        ["percent"] = new
                        {
                            value = 20,
                            article = "Điều 12",
                            confirmed = true,
                        },
                        ["flag"] = new
                        {
                            value = true,
                            article = (string?)null,
                            confirmed = false,
                        },
                        ["kinds"] = new
                        {
                            value = new[] { "PartyCell", "PartyGroup" },
                            article = (string?)null,
                            confirmed = false,
                            note = "ghi chú",
                        },
                    },
                }
            )
        );
}
