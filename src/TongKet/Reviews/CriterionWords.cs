using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Regulations;
using TongKet.Web;

namespace TongKet.Reviews;

/// <summary>Criteria and their groups as people call them.</summary>
public static class CriterionWords
{
    public static string Of(Criterion criterion) => criterion.Name ?? Group(criterion.Key);

    /// <summary>A group of the rule set, or one of its own criteria.</summary>
    public static string Group(string name) =>
        name switch
        {
            CriteriaRule.Bonus => Words.Get("reviews.criteria.bonus"),
            CriteriaRule.Progress => Words.Get("reviews.criteria.progress"),
            CriteriaRule.Quality => Words.Get("reviews.criteria.quality"),
            _ => Upper(RuleValueWords.Named(name)),
        };

    public static string Of(Refusal refusal) =>
        Words.Of(refusal with { With = [.. refusal.With.Select(w => w is CriteriaGroup group ? Group(group.Name) : w)] });

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Words.Vietnamese) + text[1..];
}
