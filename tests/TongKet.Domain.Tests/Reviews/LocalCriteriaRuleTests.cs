using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Reviews;

public sealed class LocalCriteriaRuleTests
{
    [Fact]
    public void Groups_are_worth_what_the_rule_set_says_and_the_bonus_may_be_worth_less()
    {
        Assert.Empty(
            Points(("CommonCriteria", "Nêu gương", 30), ("TaskResults", "Tiến độ", 30), ("TaskResults", "Chất lượng", 40))
        );
        Assert.Empty(Points(("CommonCriteria", "Nêu gương", 30), ("TaskResults", "Kết quả", 70), ("Bonus", "Sáng kiến", 7)));
        Assert.Equal(
            ["review.local-criteria.sum", "review.local-criteria.sum"],
            Points(("CommonCriteria", "Nêu gương", 29.5m), ("TaskResults", "Kết quả", 70.5m))
        );
        Assert.Equal(
            ["review.local-criteria.bonus"],
            Points(("CommonCriteria", "Nêu gương", 30), ("TaskResults", "Kết quả", 70), ("Bonus", "Sáng kiến", 7.5m))
        );
    }

    [Fact]
    public void Every_group_has_a_criterion_each_with_a_name_of_its_own_and_something_to_give()
    {
        Assert.Equal(["review.local-criteria.no-criterion"], Points(("CommonCriteria", "Nêu gương", 30)));
        Assert.Equal(["review.local-criteria.most"], Points(("CommonCriteria", "Nêu gương", 0), ("TaskResults", "Kết quả", 70)));
        Assert.Equal(
            ["review.local-criteria.twice"],
            Points(("CommonCriteria", "Nêu gương", 30), ("TaskResults", "Kết quả", 35), ("TaskResults", "Kết quả ", 35))
        );
        Assert.Equal(["review.local-criteria.name"], Points(("CommonCriteria", " ", 30), ("TaskResults", "Kết quả", 70)));
        Assert.Equal(["review.local-criteria.group"], Points(("YearResults", "Nêu gương", 30), ("TaskResults", "Kết quả", 70)));
    }

    [Fact]
    public void Where_levels_are_given_nothing_is_summed()
    {
        var set = Regulation.Set("hd-25-2023");
        LocalCriterion[] items =
        [
            Item(("PoliticsMoralityDiscipline", "Đạo đức", null)),
            Item(("DutyResults", "Nhiệm vụ được giao", null)),
            Item(("EarlierShortcomings", "Khắc phục", null)),
        ];

        Assert.Empty(LocalCriteriaRule.Check(set, ReviewSubject.Member, items));
        Assert.Equal(
            ["review.local-criteria.no-criterion", "review.local-criteria.no-criterion"],
            LocalCriteriaRule.Check(set, ReviewSubject.Leader, items).Select(r => r.Code)
        );
    }

    private static IEnumerable<string> Points(params (string Group, string Name, decimal? Most)[] items) =>
        LocalCriteriaRule.Check(Regulation.Set("hd-43-2025"), ReviewSubject.Member, [.. items.Select(Item)]).Select(r => r.Code);

    private static LocalCriterion Item((string Group, string Name, decimal? Most) item) =>
        new()
        {
            Group = item.Group,
            Name = item.Name,
            Most = item.Most,
        };
}
