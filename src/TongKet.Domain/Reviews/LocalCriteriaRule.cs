using TongKet.Domain.Regulations;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>Whether a committee's own list of criteria agrees with the rule set: its groups, each with what it is worth.</summary>
public static class LocalCriteriaRule
{
    private const int FewestLetters = 3;

    public static IReadOnlyList<Refusal> Check(RuleSet set, ReviewSubject subject, IReadOnlyCollection<LocalCriterion> items)
    {
        var groups = CriteriaRule.GroupsOf(set, subject);
        var isInPoints = CriteriaRule.InPoints(set);
        var refusals = new List<Refusal>();
        foreach (var item in items)
        {
            if (!groups.Contains(item.Group))
            {
                refusals.Add(new("review.local-criteria.group"));
            }
            else if (item.Name.Trim().Length is < FewestLetters or > LocalCriterion.MostLetters)
            {
                refusals.Add(new("review.local-criteria.name", null, LocalCriterion.MostLetters));
            }
            else if (isInPoints && item.Most is not > 0)
            {
                refusals.Add(new("review.local-criteria.most", null, item.Name));
            }
        }

        foreach (var twice in items.CountBy(i => (i.Group, Name: i.Name.Trim())).Where(c => c.Value > 1))
        {
            refusals.Add(new("review.local-criteria.twice", null, twice.Key.Name));
        }

        if (refusals.Count == 0)
        {
            refusals.AddRange(groups.Select(g => CheckGroup(set, g, [.. items.Where(i => i.Group == g)])).OfType<Refusal>());
        }

        return [.. refusals.Distinct()];
    }

    /// <summary>Every group has a criterion, and together they are worth what the group is worth; the bonus may be less.</summary>
    private static Refusal? CheckGroup(RuleSet set, string group, IReadOnlyList<LocalCriterion> items)
    {
        var sum = items.Sum(i => i.Most ?? 0);
        return group == CriteriaRule.Bonus
            ? sum > CriteriaRule.MostOf(set, group)
                ? new("review.local-criteria.bonus", null, sum, CriteriaRule.MostOf(set, group)!.Value)
                : null
            : items.Count == 0
                ? new("review.local-criteria.no-criterion", null, new CriteriaGroup(group))
                : CriteriaRule.MostOf(set, group) is { } most && sum != most
                    ? new("review.local-criteria.sum", null, new CriteriaGroup(group), sum, most)
                    : null;
    }
}

/// <summary>A group of criteria as rule sets name it; pages say it in words.</summary>
public sealed record CriteriaGroup(string Name);
