using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Web.Spreadsheets;

namespace TongKet.Organizations.ShowTree;

/// <summary>One organization of the drawn tree with what stands under it.</summary>
/// <param name="KindIsGone">Its kind does not exist under the rule set of the day.</param>
/// <param name="Undrawn">How many stand right under it but are drawn only once it is opened, because the page would grow too large.</param>
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

/// <param name="Bodies">Bodies right under the top that are not Party organizations: they stand outside every sum.</param>
/// <param name="BodiesBelow">How many more such bodies stand further down.</param>
/// <param name="Found">Null where nothing was looked for.</param>
/// <param name="FoundMore">There are more than are shown.</param>
/// <param name="Rows">How many all levels together are, where all were asked for; only so many as a file holds are drawn.</param>
public sealed record TreeView(
    DateOnly On,
    string Document,
    IReadOnlyList<TreeColumn> Columns,
    TreeBranch Top,
    IReadOnlyList<TreeFind> Bodies,
    int BodiesBelow,
    IReadOnlyList<TreeFind>? Found,
    bool FoundMore,
    bool HasCountsOnly,
    int Rows
);

/// <summary>The tree under an organization at the end of a day, as far as the actor reaches.</summary>
public sealed class TreeQuery(TreeReader trees, StructureRulesOn rules, IEnumerable<TreeNumbers> numbers)
{
    /// <summary>Levels are drawn as long as all drawn together stay within this; below them one branch opens at a time.</summary>
    public const int MostDrawn = 100;
    public const int MostFound = 40;

    /// <summary>Null where the organization is not on that day's tree or out of reach.</summary>
    /// <param name="opened">The branch that somebody opened; it and what leads to it are drawn whatever their depth.</param>
    /// <param name="whole">All levels, as a file holds them.</param>
    public async Task<TreeView?> AskAsync(
        Actor actor,
        long organizationId,
        DateOnly on,
        string? wanted,
        long? opened,
        CancellationToken cancel,
        bool whole = false
    )
    {
        var tree = await trees.ReadAsync(on, cancel);
        if (tree.Find(organizationId) is not { HasEnded: false } top || !ScopeRule.May(actor, Acts.SeeOrganizations, tree, top))
        {
            return null;
        }

        var structure = rules.Find(on);
        var source = numbers.FirstOrDefault();
        var way = opened is { } id && tree.Find(id) is { } node ? tree.Path(node).Select(n => n.Id).ToHashSet() : [];
        var draw = new TreeDrawing(actor, tree, structure, source?.Columns ?? [], way);
        var rows = whole ? draw.RowsOf(top) : 0;
        var branch = draw.Branch(top, whole && rows <= ListWorkbook.MostRows ? int.MaxValue : draw.DepthOf(top), true);
        branch = source is null ? branch : draw.Numbered(branch, await source.CountAsync(draw.Drawn, on, cancel));
        var bodies = draw.Bodies(top).ToLookup(n => tree.Parent(n)?.Id == top.Id);
        var found = string.IsNullOrWhiteSpace(wanted)
            ? null
            : Look(actor, tree, structure, VietnameseText.Fold(wanted)).Take(MostFound + 1).ToList();
        return new(
            on,
            structure.Document,
            source?.Columns ?? [],
            branch,
            [.. bodies[true].Select(n => Find(actor, tree, structure, n))],
            bodies[false].Count(),
            found is null ? null : [.. found.Take(MostFound)],
            found?.Count > MostFound,
            draw.HasCountsOnly,
            rows
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
}
