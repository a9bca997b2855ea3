using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Regulations;

/// <summary>What each rule set of the tree means, case by case: regulations/«document»/cases.json.</summary>
public sealed class OrganizationStructureCasesTests
{
    public static TheoryData<string> RuleSets => Regulation.Of(RuleBook.OrganizationStructure);

    [Theory, MemberData(nameof(RuleSets))]
    public void Each_kind_counts_as_what_its_cases_say(string id)
    {
        var set = Regulation.Set(id);
        string[] counted = ["grassroots_committee", "grassroots_cell", "subordinate_cell"];

        Assert.All(
            Regulation.Open(id, "cases.json").GetProperty("countsAs").EnumerateObject(),
            c =>
                Assert.Equal(
                    c.Value.GetString() is { } one ? [one] : [],
                    counted.Where(what =>
                        set[what + "_kinds"].Names<OrganizationKind>().Contains(Enum.Parse<OrganizationKind>(c.Name))
                    )
                )
        );
    }

    [Theory, MemberData(nameof(RuleSets))]
    public void What_may_stand_under_what_is_as_in_its_cases(string id)
    {
        var on = Regulation.Set(id).EffectiveFrom;

        Assert.All(
            Regulation.Cases(id, "mayStandUnder"),
            c =>
                Assert.Equal(
                    c.GetProperty("may").GetBoolean(),
                    Regulation
                        .Book.ChildrenOf(Enum.Parse<OrganizationKind>(c.GetProperty("parent").GetString()!), on)
                        .Contains(Enum.Parse<OrganizationKind>(c.GetProperty("child").GetString()!))
                )
        );
    }

    [Theory, MemberData(nameof(RuleSets))]
    public void Only_kinds_of_the_day_stand_in_its_tree(string id)
    {
        var set = Regulation.Set(id);
        var kinds = Regulation.Book.KindsOn(set.EffectiveFrom).ToHashSet();

        Assert.All(kinds, parent => Assert.Subset(kinds, Regulation.Book.ChildrenOf(parent, set.EffectiveFrom).ToHashSet()));
        Assert.All(
            set["children"].Value.EnumerateObject(),
            parent => Assert.Contains(Enum.Parse<OrganizationKind>(parent.Name), kinds)
        );
    }

    [Theory, MemberData(nameof(RuleSets))]
    public void Figures_are_comparable_with_those_of_another_rule_set_as_its_cases_say(string id) =>
        Assert.All(
            Regulation.Cases(id, "comparableWith"),
            c =>
                Assert.Equal(
                    c.GetProperty("is").GetBoolean(),
                    Regulation.Set(id)["grassroots_definition"].Text
                        == Regulation.Set(c.GetProperty("ruleSet").GetString()!)["grassroots_definition"].Text
                )
        );
}
