using System.Net;
using TongKet.Domain.Regulations;
using TongKet.Regulations;
using TongKet.Regulations.ShowRuleSets;
using TongKet.Tests.Support;

namespace TongKet.Tests.Regulations;

public sealed class RuleSetsPageTests
{
    private static readonly RuleBook Rules = RuleBookLoader.Load();

    [Fact]
    public void Every_rule_set_stands_on_the_page_with_one_in_force_a_subject()
    {
        var subjects = new RuleSetsQuery(Rules).Ask(new(2024, 6, 1));

        Assert.Equal(Rules.All.Count, subjects.Sum(s => s.Sets.Count));
        Assert.All(subjects, s => Assert.Single(s.Sets, set => set.IsInForce));
        Assert.Equal("QĐ 124-QĐ/TW và HD 25-HD/BTCTW", subjects[0].Sets.Single(s => s.IsInForce).Set.Document);
    }

    [Fact]
    public void Every_parameter_has_its_name_and_its_value_in_words()
    {
        var shown = Rules.All.SelectMany(set => set.Parameters).Select(p => ParameterInWords.Of(p.Key, p.Value)).ToList();

        Assert.All(shown, p => Assert.DoesNotContain("[", p.Label + string.Join(' ', p.Value), StringComparison.Ordinal));
        // A word of a closed list would stand in its English name, a deadline as its digits.
        Assert.All(
            shown.Where(p => p.Name is not ("font" or "paper")).SelectMany(p => p.Value),
            v => Assert.DoesNotMatch("^[A-Z][a-z]+[A-Z]|Organization|Cell|GoodOnly|Exempt|Months|ceremony|^[01]-", v)
        );
        Assert.All(ParameterShapes.All, p => Assert.DoesNotContain("[", ParameterInWords.SectionOf(p), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_word_that_may_be_published_has_its_Vietnamese()
    {
        var words = ParameterShapes
            .All.Where(p => p.Section != "document")
            .SelectMany(p =>
                p.Shape switch
                {
                    ChoiceShape choice => choice.Among,
                    ChoicesShape choices => choices.Among,
                    _ => [],
                }
            )
            .ToList();

        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.NotEqual(word, RuleValueWords.Named(word)));
    }

    [Fact]
    public void What_was_not_found_and_what_is_not_ruled_are_said_differently()
    {
        var days = Rules.All.Single(r => r.Id == "hd-43-2025")["complaint_days"];

        Assert.Equal(["chưa xác định"], RuleValueWords.Of(days));
        Assert.Equal(["không quy định"], RuleValueWords.Of(days with { Confirmed = true }));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_not_confirmed_is_said_on_the_page(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var secretary = program.As(Actors.Secretary(1));

        var list = await secretary.OpenAsync("/quy-dinh");
        Assert.Equal(4, list.Texts("td .mark-yes").Count(t => t == "đang có hiệu lực"));

        var page = await secretary.OpenAsync(list.LinkOf("QĐ 366-QĐ/TW và HD 43-HD/BTCTW"));
        Assert.Contains("chưa xác định điều", page.Text, StringComparison.Ordinal);
        Assert.Contains("chưa xác nhận", page.Texts("tr#complaint_days .mark"));
        Assert.Contains("đã xác nhận", page.Texts("tr#excellent_points .mark"));
        Assert.Contains("Chưa công bố bản nào", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("a[href*='cong-bo']"));
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.OpenAsync("/quy-dinh/hd-99-2099")).Status);
    }
}
