using TongKet.Domain.Access;

namespace TongKet.Domain.Organizations;

/// <summary>
/// Whether an actor may do something with an organization, by its place on a tree. What lies outside is answered as
/// if it were not there.
/// </summary>
public static class ScopeRule
{
    public static bool May(Actor actor, Act act, OrganizationTree tree, long organizationId) =>
        tree.Find(organizationId) is { } node && May(actor, act, tree, node);

    public static bool May(Actor actor, Act act, OrganizationTree tree, TreeNode node) =>
        actor.IsOperator
        || actor
            .GrantsFor(act)
            .Any(g =>
                g.Reach switch
                {
                    Reach.OwnUnit => g.Grant.OrganizationId == node.Id,
                    Reach.OwnAndBelow => tree.Find(g.Grant.OrganizationId ?? 0) is { } own
                        && OrganizationTree.Contains(own, node),
                    _ => false,
                }
            );

    /// <summary>The organizations an act reaches, in the office's order; of overlapping grants each once.</summary>
    public static IReadOnlyList<TreeNode> Reached(Actor actor, Act act, OrganizationTree tree) =>
        [.. tree.Nodes.Where(n => May(actor, act, tree, n))];

    /// <summary>Where the act begins for him: the highest organizations it reaches, in the order of the tree.</summary>
    public static IReadOnlyList<TreeNode> Tops(Actor actor, Act act, OrganizationTree tree)
    {
        // Whatever is reached is reached from the place of a grant, so only these can be the highest.
        var begins = actor.IsOperator
            ? tree.Nodes.Where(n => n.ParentAt < 0)
            : actor.GrantsFor(act).Select(g => tree.Find(g.Grant.OrganizationId ?? 0)).OfType<TreeNode>().Distinct();
        return
        [
            .. begins
                .Where(n => May(actor, act, tree, n) && (tree.Parent(n) is not { } above || !May(actor, act, tree, above)))
                .OrderBy(n => n.At),
        ];
    }
}
