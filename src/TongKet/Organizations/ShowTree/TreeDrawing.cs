using TongKet.Domain.Access;
using TongKet.Domain.Organizations;

namespace TongKet.Organizations.ShowTree;

/// <summary>Draws the branches of one answer.</summary>
internal sealed class TreeDrawing(
    Actor actor,
    OrganizationTree tree,
    StructureRules structure,
    IReadOnlyList<TreeColumn> columns,
    Func<long, string, TreeNumber>? count,
    HashSet<long> way
)
{
    private const int FewEnoughToOpen = 30;

    private bool opensAll;

    public bool HasCountsOnly { get; private set; }

    /// <summary>How deep whole levels fit; one level always does.</summary>
    public int DepthOf(TreeNode top)
    {
        var (drawn, depth) = (0, top.Depth);
        var levels = tree.Subtree(top).Where(IsDrawn).CountBy(n => n.Depth).OrderBy(level => level.Key).ToList();
        foreach (var (level, nodes) in levels)
        {
            drawn += nodes;
            if (drawn > TreeQuery.MostDrawn && level > top.Depth + 1)
            {
                break;
            }

            depth = level;
        }

        opensAll = drawn <= FewEnoughToOpen;
        return depth;
    }

    public TreeBranch Branch(TreeNode node, int deepest, bool isTop)
    {
        var below = tree.Children(node).Where(IsDrawn).ToList();
        var isOnWay = way.Contains(node.Id);
        var isDrawn = node.Depth < deepest || isOnWay;
        return new(
            node,
            !structure.Exists(node.Kind),
            [.. columns.Select(c => Number(node.Id, c.Code))],
            isDrawn ? [.. below.Select(n => Branch(n, deepest, false))] : [],
            isDrawn ? 0 : below.Count,
            isTop || opensAll || isOnWay
        );
    }

    public IEnumerable<TreeNode> Bodies(TreeNode top) =>
        tree.Subtree(top)
            .Where(n => !n.Kind.IsPartyOrganization() && !n.HasEnded && ScopeRule.May(actor, Acts.SeeOrganizations, tree, n));

    /// <summary>What ended within the period is drawn only where something still hangs under it.</summary>
    private bool IsDrawn(TreeNode node) =>
        node.Kind.IsPartyOrganization()
        && (!node.HasEnded || tree.Subtree(node).Any(n => !n.HasEnded))
        && ScopeRule.May(actor, Acts.SeeOrganizations, tree, node);

    private TreeNumber Number(long id, string code)
    {
        var number = count?.Invoke(id, code) ?? new(null, false);
        HasCountsOnly |= number.HoldsCountsOnly;
        return number;
    }
}
