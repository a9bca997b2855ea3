using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;

namespace TongKet.Organizations.ShowTree;

/// <summary>One organization of the drawn tree with what stands under it.</summary>
/// <param name="KindIsGone">Its kind does not exist under the rule set of the day.</param>
/// <param name="Undrawn">How many stand right under it but are not drawn here, because the page would grow too large.</param>
public sealed record TreeBranch(
    TreeNode Node,
    bool KindIsGone,
    IReadOnlyList<TreeNumber> Numbers,
    IReadOnlyList<TreeBranch> Branches,
    int Undrawn,
    bool IsOpen
);

/// <summary>An organization that was looked for, or a body beside the tree: where it stands.</summary>
public sealed record TreeFind(TreeNode Node, string Path, bool KindIsGone);

/// <param name="Bodies">Bodies that are not Party organizations: they stand outside every sum.</param>
/// <param name="Found">Null where nothing was looked for.</param>
/// <param name="FoundMore">There are more than are shown.</param>
public sealed record TreeView(
    DateOnly On,
    string Document,
    IReadOnlyList<TreeColumn> Columns,
    TreeBranch Top,
    IReadOnlyList<TreeFind> Bodies,
    IReadOnlyList<TreeFind>? Found,
    bool FoundMore,
    bool HasCountsOnly
);

/// <summary>The tree under an organization at the end of a day, as far as the actor reaches.</summary>
public sealed class TreeQuery(TreeReader trees, StructureRulesOn rules, IEnumerable<TreeNumbers> numbers)
{
    /// <summary>Levels are drawn as long as all drawn together stay within this; deeper ones open on a page of their own.</summary>
    public const int MostDrawn = 500;
    public const int MostFound = 50;
    private const int FewEnoughToOpen = 30;

    /// <summary>Null where the organization is not on that day's tree or out of reach.</summary>
    public async Task<TreeView?> AskAsync(Actor actor, long organizationId, DateOnly on, string? wanted, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(on, cancel);
        if (tree.Find(organizationId) is not { HasEnded: false } top || !ScopeRule.May(actor, Acts.SeeOrganizations, tree, top))
        {
            return null;
        }

        var structure = rules.Find(on);
        var source = numbers.FirstOrDefault();
        var count = source is null ? null : await source.CountAsync(top, on, cancel);
        var draw = new Drawing(actor, tree, structure, source?.Columns ?? [], count);
        var branch = draw.Branch(top, draw.DepthOf(top), true);
        var found = string.IsNullOrWhiteSpace(wanted)
            ? null
            : Look(actor, tree, structure, VietnameseText.Fold(wanted)).Take(MostFound + 1).ToList();
        return new(
            on,
            structure.Document,
            source?.Columns ?? [],
            branch,
            [.. draw.Bodies(top)],
            found is null ? null : [.. found.Take(MostFound)],
            found?.Count > MostFound,
            draw.HasCountsOnly
        );
    }

    /// <summary>By name or code without marks, in everything the actor reaches, in the office's order.</summary>
    private static IEnumerable<TreeFind> Look(Actor actor, OrganizationTree tree, StructureRules structure, string folded) =>
        tree
            .Nodes.Where(n =>
                !n.HasEnded
                && (
                    n.Version.NameFolded.Contains(folded, StringComparison.Ordinal)
                    || VietnameseText.Fold(n.Code).Contains(folded, StringComparison.Ordinal)
                )
                && ScopeRule.May(actor, Acts.SeeOrganizations, tree, n)
            )
            .Select(n => Find(actor, tree, structure, n));

    private static TreeFind Find(Actor actor, OrganizationTree tree, StructureRules structure, TreeNode node) =>
        new(
            node,
            string.Join(
                " › ",
                tree.Path(node).SkipLast(1).Where(n => ScopeRule.May(actor, Acts.SeeOrganizations, tree, n)).Select(n => n.Name)
            ),
            !structure.Exists(node.Kind)
        );

    /// <summary>Draws the branches of one answer.</summary>
    private sealed class Drawing(
        Actor actor,
        OrganizationTree tree,
        StructureRules structure,
        IReadOnlyList<TreeColumn> columns,
        Func<long, string, TreeNumber>? count
    )
    {
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
                if (drawn > MostDrawn && level > top.Depth + 1)
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
            var isDrawn = node.Depth < deepest;
            return new(
                node,
                !structure.Exists(node.Kind),
                [.. columns.Select(c => Number(node.Id, c.Code))],
                isDrawn ? [.. below.Select(n => Branch(n, deepest, false))] : [],
                isDrawn ? 0 : below.Count,
                isTop || opensAll
            );
        }

        public IEnumerable<TreeFind> Bodies(TreeNode top) =>
            tree.Subtree(top)
                .Where(n => !n.Kind.IsPartyOrganization() && !n.HasEnded && ScopeRule.May(actor, Acts.SeeOrganizations, tree, n))
                .Select(n => Find(actor, tree, structure, n));

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
}
