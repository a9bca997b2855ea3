using TongKet.Domain.Regulations;
using TongKet.Web;

namespace TongKet.Regulations.ShowRuleSets;

/// <summary>One parameter in words; <see cref="Value"/> has a line for each part.</summary>
public sealed record ParameterView(string Name, IReadOnlyList<string> Value, string? Article, bool IsConfirmed, string? Note);

public sealed record RuleSetView(RuleSet Set, bool IsInForce, IReadOnlyList<ParameterView> Parameters)
{
    public int Unconfirmed => Parameters.Count(p => !p.IsConfirmed);
}

/// <param name="Subject">As the rule set names it; its words are «regulations.subject.» + this.</param>
/// <param name="Sets">The latest first.</param>
public sealed record SubjectView(string Subject, IReadOnlyList<RuleSetView> Sets);

/// <summary>What issued documents set, by subject, and which of them is in force on a day. Published; nothing of anybody stands in it.</summary>
public sealed class RuleSetsQuery(RuleBook rules)
{
    private static readonly string[] Order =
    [
        RuleBook.AnnualReview,
        RuleBook.OrganizationStructure,
        RuleBook.MemberRegister,
        RuleBook.DocumentFormat,
    ];

    public IReadOnlyList<SubjectView> Ask(DateOnly on) =>
        [
            .. rules
                .All.GroupBy(set => set.Subject)
                .OrderBy(g => Array.IndexOf(Order, g.Key) is >= 0 and var at ? at : Order.Length)
                .Select(g => new SubjectView(
                    g.Key,
                    [.. g.Reverse().Select(set => new RuleSetView(set, rules.InForce(g.Key, on) == set, Parameters(set)))]
                )),
        ];

    private static List<ParameterView> Parameters(RuleSet set) =>
        [
            .. set.Parameters.Select(p => new ParameterView(
                Words.Get("regulations.parameter." + p.Key),
                RuleValueWords.Of(p.Value),
                p.Value.Article,
                p.Value.Confirmed,
                p.Value.Note
            )),
        ];
}
