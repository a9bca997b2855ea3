using System.Text.Json;
using TongKet.Domain.Regulations;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Regulations;

/// <summary>A version is named by what it says: by all of it, and by nothing else.</summary>
public sealed class RuleSetHashTests
{
    private static readonly RuleSet Set = Regulation.Set("hd-25-2023");

    public static TheoryData<string> All => [.. Regulation.Book.All.Select(r => r.Id)];

    [Theory, MemberData(nameof(All))]
    public void The_text_of_a_rule_set_reads_back_to_the_same_version(string id)
    {
        var set = Regulation.Set(id);
        var again = RuleSetText.Read(id, RuleSetText.Of(set));

        Assert.Equal(set.Hash, again.Hash);
        Assert.Matches("^[0-9a-f]{64}$", set.Hash);
    }

    [Fact]
    public void Value_article_note_and_confirmation_are_all_in_the_hash()
    {
        var cap = Set["excellent_cap_percent"];
        string[] hashes =
        [
            Set.Hash,
            Set.With("excellent_cap_percent", cap with { Value = Json("25") }).Hash,
            Set.With("excellent_cap_percent", cap with { Article = "Điều 13" }).Hash,
            Set.With("excellent_cap_percent", cap with { Note = "khác" }).Hash,
            Set.With("excellent_cap_percent", cap with { Confirmed = !cap.Confirmed }).Hash,
            (Set with { EffectiveTo = null }).Hash,
            (Set with { Document = "QĐ" }).Hash,
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void The_order_of_parameters_and_how_a_number_is_written_are_not()
    {
        var reversed = Set with { Parameters = Set.Parameters.Reverse().ToDictionary() };
        var written = Set.With("excellent_cap_percent", Set["excellent_cap_percent"] with { Value = Json("20.0") });

        Assert.Equal(Set.Hash, reversed.Hash);
        Assert.Equal(Set.Hash, written.Hash);
    }

    [Fact]
    public void A_pinned_version_is_found_though_a_newer_one_rules()
    {
        var book = new RuleBook([Set]);
        var newer = Set.With("excellent_cap_percent", Set["excellent_cap_percent"] with { Value = Json("25") });
        book.Take([newer]);

        Assert.Equal(25, book.InForce(RuleBook.AnnualReview, new(2023, 12, 31))["excellent_cap_percent"].Int);
        Assert.Equal(20, book.Find(Set.Id, Set.Hash).Value!["excellent_cap_percent"].Int);
        Assert.Equal(25, book.Find(Set.Id, newer.Hash).Value!["excellent_cap_percent"].Int);
    }

    [Fact]
    public void A_pinned_version_that_is_not_here_is_refused()
    {
        var changed = Set.With("excellent_cap_percent", Set["excellent_cap_percent"] with { Value = Json("25") });

        Assert.Equal("regulation.pin.differs", Assert.Single(Regulation.Book.Find(Set.Id, changed.Hash).Refusals).Code);
        Assert.Equal("regulation.pin.unknown", Assert.Single(Regulation.Book.Find("hd-99", Set.Hash).Refusals).Code);
    }

    private static JsonElement Json(string value) => JsonSerializer.Deserialize<JsonElement>(value);
}
