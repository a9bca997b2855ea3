using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Web;

namespace TongKet.Organizations;

/// <summary>Where an organization may be put, as the form offers it; the handler decides once more.</summary>
public sealed class OrganizationChoices
{
    private const int Most = 1000;

    /// <summary>Organizations under which its kind may stand on the day, outside of itself.</summary>
    public IReadOnlyList<OrganizationChoice> Parents(Actor actor, OrganizationFile file)
    {
        var kind = file.Record.LastVersion.Kind;
        var own = file.Tree.Find(file.Record.Organization.Id);
        return Of(actor, file.Tree, n => file.Rules.MayStandUnder(kind, n.Kind) && IsOutside(own, n));
    }

    /// <summary>Organizations that can take over: of any Party kind, outside of itself.</summary>
    public IReadOnlyList<OrganizationChoice> Successors(Actor actor, OrganizationFile file)
    {
        var own = file.Tree.Find(file.Record.Organization.Id);
        return Of(actor, file.Tree, n => n.Kind.IsCell() == file.Record.LastVersion.Kind.IsCell() && IsOutside(own, n));
    }

    private static bool IsOutside(TreeNode? own, TreeNode node) => own is null || !OrganizationTree.Contains(own, node);

    private static IReadOnlyList<OrganizationChoice> Of(Actor actor, OrganizationTree tree, Func<TreeNode, bool> fits) =>
        [
            .. tree
                .Nodes.Where(n =>
                    !n.HasEnded
                    && n.Kind.IsPartyOrganization()
                    && fits(n)
                    && ScopeRule.May(actor, Acts.ChangeOrganizations, tree, n)
                )
                .Take(Most)
                .Select(n => new OrganizationChoice(n.Id, $"{n.Name} ({n.Code})")),
        ];
}
