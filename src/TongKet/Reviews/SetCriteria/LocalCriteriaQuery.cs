using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Organizations;

namespace TongKet.Reviews.SetCriteria;

/// <param name="Criteria">What holds for the organization in that year.</param>
/// <param name="From">Whose list holds; null where the groups of the rule set do.</param>
public sealed record LocalCriteriaView(
    TreeNode Node,
    int Year,
    ReviewSubject For,
    RuleSet Rules,
    CriteriaSet Criteria,
    TreeNode? From,
    bool MaySet
)
{
    public IReadOnlyList<string> Groups { get; } = CriteriaRule.GroupsOf(Rules, For);
}

/// <summary>The criteria that hold for an organization in the review of a year, and where they come from.</summary>
public sealed class LocalCriteriaQuery(TreeReader trees, RuleBook rules, CriteriaFinder criteria)
{
    /// <summary>Null where there is no such organization on the day, or not for the actor.</summary>
    public async Task<LocalCriteriaView?> AskAsync(
        Actor actor,
        long organizationId,
        int year,
        ReviewSubject subject,
        DateOnly on,
        CancellationToken cancel
    )
    {
        var tree = await trees.ReadAsync(on, cancel);
        if (
            tree.Find(organizationId) is not { HasEnded: false } node
            || !node.Kind.IsPartyOrganization()
            || !ScopeRule.May(actor, Acts.SeeGrades, tree, node)
        )
        {
            return null;
        }

        var set = RulesOf(rules, year);
        var lists = await criteria.ListsAsync(tree, node, year, cancel);
        var chosen = CriteriaRule.Choose(set, subject, lists, []);
        return new(
            node,
            year,
            subject,
            set,
            chosen,
            chosen.List is { } list ? tree.Find(list.OrganizationId) : null,
            ScopeRule.May(actor, Acts.SetCriteria, tree, node)
        );
    }

    /// <summary>The rules that the review of a year is held under, as far as is known before it is opened.</summary>
    internal static RuleSet RulesOf(RuleBook rules, int year) => rules.InForce(RuleBook.AnnualReview, new DateOnly(year, 12, 31));
}
