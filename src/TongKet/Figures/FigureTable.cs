using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;

namespace TongKet.Figures;

/// <summary>
/// Every count of every organization at one moment, on one tree: own figures from the records, each node added to its
/// parent from the back. Ratios and sums are worked out when asked.
/// </summary>
public sealed class FigureTable(Catalogue catalogue, OrganizationTree tree, AsOf on)
{
    private readonly Dictionary<string, int[]> totals = [];
    private readonly Dictionary<string, int[]> there = [];
    private readonly Dictionary<string, int[]> tooYoung = [];
    private readonly Dictionary<string, int[]> aggregates = [];
    private readonly Dictionary<(long, string), decimal?> answered = [];
    private readonly bool[] counted = new bool[tree.Nodes.Count];

    public OrganizationTree Tree { get; } = tree;
    public AsOf On { get; } = on;

    /// <summary>The same table for the same day of last year, where figures compare with it.</summary>
    public FigureTable? LastYear { get; set; }

    /// <summary>
    /// Value of a figure for an organization and all below it; null where its records are not there («—»), never 0, and
    /// for organizations that were not asked for.
    /// </summary>
    public decimal? Value(long organizationId, string code) =>
        Tree.Find(organizationId) is { } node && counted[node.At] && catalogue.Find(code) is { } figure
            ? Value(node, figure)
            : null;

    public bool HasAggregates(long organizationId, string code) =>
        Tree.Find(organizationId) is { } node
        && catalogue.Find(code) is { } figure
        && CountsOf(figure).Any(f => At(aggregates, f.Code, node) > 0);

    /// <summary>Says that the rows of an organization and all below it are in this table.</summary>
    internal void Take(TreeNode node) => Array.Fill(counted, true, node.At, node.End - node.At);

    /// <summary>The organizations whose rows are in this table; null where these are all.</summary>
    internal long[]? Places() =>
        Array.TrueForAll(counted, c => c) ? null : [.. Tree.Nodes.Where(n => counted[n.At]).Select(n => n.Id)];

    /// <summary>The answer of a room's second step, worked out when the table was made.</summary>
    internal void Answer(long organizationId, string code, decimal? value) => answered[(organizationId, code)] = value;

    internal void Add(RecordSet set, IReadOnlyList<CountFigure> figures, IEnumerable<(long Place, int[] Counts)> own)
    {
        var marks = (There: Column(there, set.Name), TooYoung: Column(tooYoung, set.Name));
        var columns = figures.Select(f => Column(totals, f.Code)).ToArray();
        foreach (var (place, counts) in own)
        {
            if (PartyNode(place) is not { } node)
            {
                continue;
            }

            for (var i = 0; i < columns.Length; i++)
            {
                columns[i][node.At] += counts[i];
            }

            marks.There[node.At] += counts[^2];
            marks.TooYoung[node.At] += counts[^1];
        }
    }

    /// <summary>A transfer with both ends in the register is no movement of organizations that hold both.</summary>
    internal void TakeOff(string code, IEnumerable<(long Place, long Other, int Count)> pairs)
    {
        var column = Column(totals, code);
        foreach (var (place, other, count) in pairs)
        {
            if (PartyNode(place) is { } a && PartyNode(other) is { } b && Tree.LowestCommonAncestor(a, b) is { } holdsBoth)
            {
                column[holdsBoth.At] -= count;
            }
        }
    }

    internal void Add(AggregateCount count)
    {
        if (PartyNode(count.OrganizationId) is { } node && totals.TryGetValue(count.FigureCode, out var total))
        {
            total[node.At] += count.Value;
            Column(aggregates, count.FigureCode)[node.At]++;
        }
    }

    /// <summary>Adds each node to its parent, from the back; once, after everything is in.</summary>
    internal void RollUp()
    {
        foreach (var column in totals.Values.Concat(there.Values).Concat(tooYoung.Values).Concat(aggregates.Values))
        {
            for (var at = Tree.Nodes.Count - 1; at > 0; at--)
            {
                var node = Tree.Nodes[at];
                if (node.ParentAt >= 0)
                {
                    column[node.ParentAt] += column[at];
                }
            }
        }
    }

    private decimal? Value(TreeNode node, Figure figure) =>
        figure switch
        {
            CountFigure count => IsKnown(node, count) ? At(totals, count.Code, node) : null,
            SumFigure sum => sum.Parts.Select(p => Value(node, catalogue.Find(p)!)).Aggregate((decimal?)0m, (a, b) => a + b),
            RatioFigure ratio => Domain.Values.Rounding.Percent(
                Value(node, catalogue.Find(ratio.Part)!),
                Value(node, catalogue.Find(ratio.Base)!)
            ),
            ChangeFigure change => Change(node, change),
            _ => answered.GetValueOrDefault((node.Id, figure.Code)),
        };

    private decimal? Change(TreeNode node, ChangeFigure change)
    {
        var now = Value(node, catalogue.Find(change.Of)!);
        var before = LastYear?.Value(node.Id, change.Of);
        return change.Unit == FigureUnit.Percent ? Domain.Values.Rounding.Percent(now - before, before) : now - before;
    }

    // What was not asked for is not 0. A number that a unit sent makes this figure known, not others of its record set.
    private bool IsKnown(TreeNode node, CountFigure figure) =>
        totals.ContainsKey(figure.Code)
        && At(there, figure.Set.Name, node) + At(aggregates, figure.Code, node) > 0
        && At(tooYoung, figure.Set.Name, node) == 0;

    /// <summary>Bodies that are not Party organizations stand outside every sum.</summary>
    private TreeNode? PartyNode(long organizationId) =>
        Tree.Find(organizationId) is { } node && node.Kind.IsPartyOrganization() ? node : null;

    private IEnumerable<CountFigure> CountsOf(Figure figure) =>
        figure is CountFigure count ? [count] : Catalogue.PartsOf(figure).SelectMany(p => CountsOf(catalogue.Find(p)!));

    private int[] Column(Dictionary<string, int[]> columns, string name) =>
        columns.TryGetValue(name, out var column) ? column : columns[name] = new int[Tree.Nodes.Count];

    private static int At(Dictionary<string, int[]> columns, string name, TreeNode node) =>
        columns.TryGetValue(name, out var column) ? column[node.At] : 0;
}
