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

    public OrganizationTree Tree { get; } = tree;
    public AsOf On { get; } = on;

    /// <summary>The same table for the same day of last year, where figures compare with it.</summary>
    public FigureTable? LastYear { get; set; }

    /// <summary>
    /// Value of a figure for an organization and all below it; null where its records are not there («—»), never 0.
    /// </summary>
    public decimal? Value(long organizationId, string code) =>
        Tree.Find(organizationId) is { } node && catalogue.Find(code) is { } figure ? Value(node, figure) : null;

    public bool HasAggregates(long organizationId, string code) =>
        Tree.Find(organizationId) is { } node
        && catalogue.Find(code) is { } figure
        && CountsOf(figure).Any(f => At(aggregates, f.Code, node) > 0);

    /// <summary>The answer of a room's second step, worked out when the table was made.</summary>
    internal void Answer(long organizationId, string code, decimal? value) => answered[(organizationId, code)] = value;

    internal void Add(RecordSet set, IReadOnlyList<CountFigure> figures, IEnumerable<(long Place, int[] Counts)> own)
    {
        var marks = (There: Column(there, set.Name), TooYoung: Column(tooYoung, set.Name));
        var columns = figures.Select(f => Column(totals, f.Code)).ToArray();
        foreach (var (place, counts) in own)
        {
            if (Tree.Find(place) is not { } node || !node.Kind.IsPartyOrganization())
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
            if (Tree.Find(place) is { } a && Tree.Find(other) is { } b && Tree.LowestCommonAncestor(a, b) is { } holdsBoth)
            {
                column[holdsBoth.At] -= count;
            }
        }
    }

    internal void Add(AggregateCount count)
    {
        if (Tree.Find(count.OrganizationId) is { } node && catalogue.Find(count.FigureCode) is CountFigure figure)
        {
            Column(totals, figure.Code)[node.At] += count.Value;
            Column(aggregates, figure.Code)[node.At] += count.Value;
            Column(there, figure.Set.Name)[node.At]++;
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

    private bool IsKnown(TreeNode node, CountFigure figure) =>
        At(there, figure.Set.Name, node) > 0 && At(tooYoung, figure.Set.Name, node) == 0;

    private IEnumerable<CountFigure> CountsOf(Figure figure) =>
        figure is CountFigure count ? [count] : Catalogue.PartsOf(figure).SelectMany(p => CountsOf(catalogue.Find(p)!));

    private int[] Column(Dictionary<string, int[]> columns, string name) =>
        columns.TryGetValue(name, out var column) ? column : columns[name] = new int[Tree.Nodes.Count];

    private static int At(Dictionary<string, int[]> columns, string name, TreeNode node) =>
        columns.TryGetValue(name, out var column) ? column[node.At] : 0;
}
