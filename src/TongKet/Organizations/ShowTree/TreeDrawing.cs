using TongKet.Domain.Access;
using TongKet.Domain.Organizations;

namespace TongKet.Organizations.ShowTree;

/// <summary>Draws the branches of one answer.</summary>
internal sealed class TreeDrawing(
    Actor actor,
    OrganizationTree tree,
    StructureRules structure,
    IReadOnlyList<TreeColumn> columns,
    HashSet<long> way
)
{
    private const int FewEnoughToOpen = 30;

    private readonly List<TreeNode> drawn = [];
    private bool opensAll;

    /// <summary>The organizations drawn, the top first: only these are counted.</summary>
    public IReadOnlyList<TreeNode> Drawn => drawn;

    public bool HasCountsOnly { get; private set; }

    /// <summary>How deep whole levels fit; one level always does.</summary>
    public int DepthOf(TreeNode top)
    {
        var (count, depth) = (1, top.Depth);
        // Level by level, and no further than fits: a nation has hundreds of thousands below.
        for (List<TreeNode> level = [top]; level.Count > 0; )
        {
            level = [.. level.SelectMany(tree.Children).Where(IsDrawn)];
            count += level.Count;
            if (level.Count == 0 || (count > TreeQuery.MostDrawn && depth > top.Depth))
            {
                break;
            }

            depth++;
        }

        opensAll = count <= FewEnoughToOpen;
        return depth;
    }

    public TreeBranch Branch(TreeNode node, int deepest, bool isTop)
    {
        drawn.Add(node);
        var below = tree.Children(node).Where(IsDrawn).ToList();
        var isOnWay = way.Contains(node.Id);
        var isDrawn = node.Depth < deepest || isOnWay;
        return new(
            node,
            !structure.Exists(node.Kind),
            [.. columns.Select(_ => new TreeNumber(null, false))],
            isDrawn ? [.. below.Select(n => Branch(n, deepest, false))] : [],
            isDrawn ? 0 : below.Count,
            isTop || opensAll || isOnWay
        );
    }

    /// <summary>The same branch with its figures.</summary>
    public TreeBranch Numbered(TreeBranch branch, Func<long, string, TreeNumber> count) =>
        branch with
        {
            Numbers = [.. columns.Select(c => Number(count(branch.Node.Id, c.Code)))],
            Branches = [.. branch.Branches.Select(b => Numbered(b, count))],
        };

    /// <summary>How many organizations all levels are.</summary>
    public int RowsOf(TreeNode top) => tree.Subtree(top).Count(n => n.Kind.IsPartyOrganization() && !n.HasEnded);

    public IEnumerable<TreeNode> Bodies(TreeNode top) =>
        tree.Subtree(top)
            .Where(n => !n.Kind.IsPartyOrganization() && !n.HasEnded && ScopeRule.May(actor, Acts.SeeOrganizations, tree, n));

    /// <summary>What ended within the period is drawn only where something still hangs under it.</summary>
    private bool IsDrawn(TreeNode node) =>
        node.Kind.IsPartyOrganization()
        && (!node.HasEnded || tree.Subtree(node).Any(n => !n.HasEnded))
        && ScopeRule.May(actor, Acts.SeeOrganizations, tree, node);

    private TreeNumber Number(TreeNumber number)
    {
        HasCountsOnly |= number.HoldsCountsOnly;
        return number;
    }
}
