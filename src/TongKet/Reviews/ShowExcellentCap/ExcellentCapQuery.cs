using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Figures;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews.ShowExcellentCap;

/// <summary>The share of Excellent of what was announced, by group of organizations and by grassroots organization.</summary>
public sealed class ExcellentCapQuery(AppStore store, FigureBook book, TreeReader trees, RuleBook rules, YearRules yearRules)
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

        var set = await yearRules.OfAsync(tree, node, year, cancel);
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
        var allowed = await AllowedAsync(year, cancel);
        var (ofOrganizations, ofMembers) = (CapRules.OfOrganizations(set), CapRules.OfMembers(set));
        var groups = Groups(table.Tree, grassroots, set)
            .Select(g =>
                Read(
                    Group(table, g.Name, g.Within, "org"),
                    g.Within,
                    ofOrganizations,
                    Allowance(table.Tree.Parent(g.Within[0]) is { } above ? table.Tree.PartyOrganizationOf(above) : null, g.Key)
                )
            );
        var members = grassroots.Select(n =>
            Read(Group(table, n.Code, [n], "member"), [n], ofMembers, Allowance(n, CapKey.Members))
        );
        return new(node, year, set, percent, [.. groups], [.. members]);

        CapAllowance? Allowance(TreeNode? body, CapKey key) => body is null ? null : allowed.GetValueOrDefault((body.Id, key));
    }

    /// <summary>What documents allow in the year's reviews, by the body that decides and the group.</summary>
    private async Task<Dictionary<(long Body, CapKey Key), CapAllowance>> AllowedAsync(int year, CancellationToken cancel)
    {
        var cycles = store.Set<ReviewCycle>().Where(c => c.Year == year && c.Kind == CycleKind.Year).Select(c => c.Id);
        var all = await store
            .Set<CapAllowance>()
            .AsNoTracking()
            .Where(a => a.WithdrawnOn == null && cycles.Contains(a.CycleId))
            .ToListAsync(cancel);
        return all.GroupBy(a => (a.OrganizationId, a.Key)).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Id)!);
    }

    /// <summary>As the level right above decides on them: under each superior by itself, which is named where there are several.</summary>
    private static IEnumerable<(CapKey Key, string Name, IReadOnlyList<TreeNode> Within)> Groups(
        OrganizationTree tree,
        IReadOnlyList<TreeNode> grassroots,
        RuleSet set
    )
    {
        var isOne = grassroots.Select(n => n.ParentAt).Distinct().Count() <= 1;
        return grassroots
            .GroupBy(n => (n.ParentAt, Group: CapGroups.KeyOf(set, n)))
            .Select(g =>
            {
                var name = CapGroups.NameOf(g.Key.Group);
                return (
                    CapKey.Organizations(g.Key.Group),
                    isOne ? name : Named(name, tree.Parent(g.First())),
                    (IReadOnlyList<TreeNode>)[.. g]
                );
            });
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
        CapRules rules,
        CapAllowance? allowance
    )
    {
        var state = new CapState(group, rules, allowance);
        return new(
            group,
            organizations,
            state.Readings,
            state.InForce,
            allowance,
            allowance is null ? state.InForce : ExcellentCapRule.Read(group, rules)
        );
    }

    private static bool IsGrassroots(FigureTable table, OrganizationKind kind) =>
        table.On.Rules.GrassrootsCommitteeKinds.Contains(kind) || table.On.Rules.GrassrootsCellKinds.Contains(kind);

    /// <summary>A grassroots organization holds no other, so its subtree's figure is its own.</summary>
    private static int Own(FigureTable table, IEnumerable<TreeNode> nodes, string code) =>
        nodes.Sum(n => (int)(table.Value(n.Id, code) ?? 0m));
}
