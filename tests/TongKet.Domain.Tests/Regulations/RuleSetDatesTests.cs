using TongKet.Domain.Regulations;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Regulations;

/// <summary>Which document rules on which day: one, always, and the eve of a change is the old one's.</summary>
public sealed class RuleSetDatesTests
{
    public static TheoryData<string> Subjects => [.. Regulation.Book.All.Select(r => r.Subject).Distinct()];

    public static TheoryData<string> WithCases =>
        [.. Regulation.Of(RuleBook.AnnualReview), .. Regulation.Of(RuleBook.OrganizationStructure)];

    [Theory, MemberData(nameof(Subjects))]
    public void The_documents_of_a_subject_follow_each_other_without_gap_or_overlap(string subject)
    {
        var sets = Regulation.Book.All.Where(r => r.Subject == subject).ToList();

        Assert.All(sets.Zip(sets.Skip(1)), pair => Assert.Equal(pair.First.EffectiveTo?.AddDays(1), pair.Second.EffectiveFrom));
        Assert.All(
            sets.Zip(sets.Skip(1)),
            pair =>
                Assert.Equal(
                    pair.First.Id,
                    Regulation.Open(pair.Second.Id, "rule-set.json").GetProperty("supersedes").GetString()
                )
        );
        Assert.Null(sets[^1].EffectiveTo);
    }

    [Theory, MemberData(nameof(WithCases))]
    public void On_each_day_of_its_cases_the_document_named_there_rules(string id)
    {
        var set = Regulation.Set(id);
        var cases = Regulation.Cases(id, "inForce");

        Assert.Contains(cases, c => Regulation.Day(c, "on") == set.EffectiveFrom.AddDays(-1));
        Assert.Contains(cases, c => Regulation.Day(c, "on") == set.EffectiveFrom);
        Assert.All(
            cases,
            c =>
                Assert.Equal(
                    c.GetProperty("ruleSet").GetString(),
                    Regulation.Book.InForce(set.Subject, Regulation.Day(c, "on")).Id
                )
        );
    }

    [Fact]
    public void A_review_is_graded_under_the_document_in_force_at_the_end_of_its_year() =>
        Assert.Equal(
            ["hd-16-2018", "hd-21-2019", "hd-21-2019", "hd-25-2023", "hd-25-2023", "hd-43-2025"],
            new[] { 2018, 2019, 2022, 2023, 2024, 2025 }.Select(year =>
                Regulation.Book.InForce(RuleBook.AnnualReview, new(year, 12, 31)).Id
            )
        );
}
