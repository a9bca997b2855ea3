using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Figures;
using TongKet.Organizations;
using TongKet.Web;

namespace TongKet.Reviews.ShowExcellentCap;

/// <summary>The share of Excellent of one group in every reading; <see cref="InForce"/> is the one of the rule set.</summary>
/// <param name="Organizations">The organizations of the group; of members' shares the one they belong to.</param>
public sealed record CapGroupView(
    CapGroup Group,
    IReadOnlyList<TreeNode> Organizations,
    IReadOnlyList<CapReading> Readings,
    CapReading InForce
)
{
    public bool IsOver => InForce.Room < 0;
}

/// <summary>
/// Organizations by group of similar duty, and members by grassroots organization, with the rule set they are read by.
/// </summary>
public sealed record ExcellentCapView(
    TreeNode Organization,
    int Year,
    RuleSet RuleSet,
    decimal Percent,
    IReadOnlyList<CapGroupView> Groups,
    IReadOnlyList<CapGroupView> Members
);

public sealed class ExcellentCapQuery(FigureBook book, TreeReader trees, RuleBook rules)
{
    // Organizations that are rated are the sum of the four grades, which SQL has only where all of them were asked for.
    private static readonly string[] Counted =
    [
        .. new[] { "rated", "excellent", "good" }.Select(g => $"member_{g}_count"),
        .. new[] { "excellent", "good", "completed", "not_completed" }.Select(g => $"org_{g}_count"),
    ];

    /// <summary>Null where the organization is not there, not in reach, or has no grades of the year.</summary>
    public async Task<ExcellentCapView?> AskAsync(Actor actor, long organizationId, int year, CancellationToken cancel)
    {
        var on = Domain.Figures.AsOf.At(rules, year);
        var tree = await trees.ReadAsync(on.Day, on.PeriodStart, cancel);
        if (tree.Find(organizationId) is not { HasEnded: false } node || !ScopeRule.May(actor, Acts.SeeGrades, tree, node))
        {
            return null;
        }

        var set = rules.InForce(RuleBook.AnnualReview, new DateOnly(year, 12, 31));
        var percent = set["excellent_cap_percent"].Decimal;
        // A limit is kept within a committee; over all provinces together it says nothing.
        if (
            node.Kind == OrganizationKind.WholeParty
            || await book.CountAsync(organizationId, on, cancel, Counted) is not { } table
        )
        {
            return new(node, year, set, percent, [], []);
        }

        node = table.Tree.Find(organizationId)!;
        var grassroots = table.Tree.Subtree(node).Where(n => !n.HasEnded && IsGrassroots(table, n.Kind)).ToList();
        var groups = Groups(table.Tree, grassroots, CapRules.OfOrganizations(set).Grouping)
            .Select(g => Read(Group(table, g.Name, g.Within, "org"), g.Within, set, percent, "excellent_cap_base_organizations"));
        var members = grassroots.Select(n =>
            Read(Group(table, n.Code, [n], "member"), [n], set, percent, "excellent_cap_base_members")
        );
        return new(node, year, set, percent, [.. groups], [.. members]);
    }

    /// <summary>As the level right above decides on them: under each superior by itself, which is named where there are several.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<TreeNode> Within)> Groups(
        OrganizationTree tree,
        IReadOnlyList<TreeNode> grassroots,
        CapGrouping grouping
    )
    {
        var isOne = grassroots.Select(n => n.ParentAt).Distinct().Count() <= 1;
        return grassroots
            .GroupBy(n =>
                (n.ParentAt, What: grouping == CapGrouping.KindUnderSuperior ? Words.Of(n.Kind) : n.Version.DutyGroup ?? "")
            )
            .Select(g => (isOne ? g.Key.What : Named(g.Key.What, tree.Parent(g.First())), (IReadOnlyList<TreeNode>)[.. g]));
    }

    private static string Named(string what, TreeNode? superior) =>
        Words.Get(
            "reviews.cap.group-under",
            what.Length == 0 ? Words.Get("reviews.cap.no-group") : what,
            superior?.Name ?? VietnameseFormat.Unknown
        );

    private static CapGroup Group(FigureTable table, string name, IReadOnlyList<TreeNode> nodes, string kind) =>
        new(
            name,
            Own(table, nodes, kind + "_rated_count"),
            Own(table, nodes, kind + "_excellent_count"),
            Own(table, nodes, kind + "_good_count")
        );

    private static CapGroupView Read(
        CapGroup group,
        IReadOnlyList<TreeNode> organizations,
        RuleSet set,
        decimal percent,
        string baseParameter
    )
    {
        var roundsDown = set["excellent_cap_rounds_down"].Flag;
        return new(
            group,
            organizations,
            ExcellentCapRule.ReadAll(group, percent, roundsDown),
            ExcellentCapRule.Read(group, Enum.Parse<CapBase>(set[baseParameter].Text), percent, roundsDown)
        );
    }

    private static bool IsGrassroots(FigureTable table, OrganizationKind kind) =>
        table.On.Rules.GrassrootsCommitteeKinds.Contains(kind) || table.On.Rules.GrassrootsCellKinds.Contains(kind);

    /// <summary>A grassroots organization holds no other, so its subtree's figure is its own.</summary>
    private static int Own(FigureTable table, IEnumerable<TreeNode> nodes, string code) =>
        nodes.Sum(n => (int)(table.Value(n.Id, code) ?? 0m));
}
