using TongKet.Domain.Regulations;

namespace TongKet.Regulations.ShowRuleSets;

/// <param name="IsPublished">A version published here rules, not what came with the program.</param>
public sealed record RuleSetLine(RuleSet Set, bool IsInForce, int Unconfirmed, bool IsPublished);

/// <param name="Subject">As the rule set names it; its words are «regulations.subject.» + this.</param>
/// <param name="Sets">The latest first.</param>
public sealed record SubjectView(string Subject, IReadOnlyList<RuleSetLine> Sets);

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
                .Select(g => new SubjectView(g.Key, [.. g.Reverse().Select(set => Line(set, rules.InForce(g.Key, on)))])),
        ];

    private RuleSetLine Line(RuleSet set, RuleSet inForce) =>
        new(
            set,
            inForce.Id == set.Id,
            set.Parameters.Values.Count(p => !p.Confirmed),
            rules.First.Any(first => first.Id == set.Id && first.Hash != set.Hash)
        );
}
