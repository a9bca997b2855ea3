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
        var shown = new RuleSetsQuery(Rules).Ask(new(2026, 11, 22)).SelectMany(s => s.Sets).SelectMany(s => s.Parameters);

        Assert.All(shown, p => Assert.DoesNotContain("[", p.Name + string.Join(' ', p.Value), StringComparison.Ordinal));
        // A word of a closed list would stand in its English name.
        Assert.All(
            shown.SelectMany(p => p.Value),
            v => Assert.DoesNotMatch("Organization|Cell|GoodOnly|Exempt|Months|ceremony", v)
        );
    }

    [Theory, OnBothDatabases]
    public async Task What_is_not_confirmed_is_said_on_the_page(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);

        var page = await program.As(Actors.Administrator()).OpenAsync("/quy-dinh");

        Assert.Contains("QĐ 366-QĐ/TW và HD 43-HD/BTCTW", page.Text, StringComparison.Ordinal);
        Assert.Contains("chưa xác định điều", page.Text, StringComparison.Ordinal);
        Assert.Contains("chưa xác nhận", page.Texts(".mark"));
        Assert.Equal(4, page.Texts("summary .mark-yes").Count);
    }
}
