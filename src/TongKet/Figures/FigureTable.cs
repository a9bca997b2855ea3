using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;

namespace TongKet.Figures;

/// <summary>
/// Every count of the organizations of some subtrees at one moment, on one tree: own figures from the records, each
/// node added to its parent from the back. Ratios and sums are worked out when asked.
/// </summary>
public sealed partial class FigureTable
{
    private readonly Catalogue catalogue;
    private readonly FigureLayout layout;
    private readonly CountedNodes nodes;
    private readonly int[] values;
    private readonly bool[] isCounted;
    private readonly Dictionary<(int Row, int Column), int> aggregates;
    private readonly Dictionary<(long, string), decimal?> answered = [];

    internal FigureTable(Catalogue catalogue, FigureLayout layout, OrganizationTree tree, AsOf on, CountedNodes nodes)
    {
        (this.catalogue, this.layout, this.nodes, Tree, On) = (catalogue, layout, nodes, tree, on);
        values = new int[nodes.Count * layout.Width];
        isCounted = new bool[layout.Width];
        aggregates = [];
    }

    /// <summary>The same with other values, or as somebody's own to add last year and answers to.</summary>
    private FigureTable(FigureTable of, int[] values)
    {
        (catalogue, layout, nodes, Tree, On) = (of.catalogue, of.layout, of.nodes, of.Tree, of.On);
        (this.values, isCounted, aggregates, Stamp) = (values, of.isCounted, of.aggregates, of.Stamp);
    }

    public OrganizationTree Tree { get; }
    public AsOf On { get; }

    /// <summary>The same table for the same day of last year, where figures compare with it.</summary>
    public FigureTable? LastYear { get; set; }

    /// <summary>The change up to which the records were counted; null where SQL counted them.</summary>
    public long? Stamp { get; internal set; }

    /// <summary>
    /// Value of a figure for an organization and all below it; null where its records are not there («—»), never 0, and
    /// for organizations that were not asked for.
    /// </summary>
    public decimal? Value(long organizationId, string code) =>
        Tree.Find(organizationId) is { } node && nodes.RowOf(node.At) >= 0 && catalogue.Find(code) is { } figure
            ? Value(node, figure)
            : null;

    public bool HasAggregates(long organizationId, string code) =>
        Tree.Find(organizationId) is { } node
        && nodes.RowOf(node.At) is >= 0 and var row
        && catalogue.Find(code) is { } figure
        && CountsOf(figure).Any(f => aggregates.ContainsKey((row, layout.Of(f.Code))));

    internal CountedNodes Nodes => nodes;

    private decimal? Value(TreeNode node, Figure figure) =>
        figure switch
        {
            CountFigure count => IsKnown(node, count) ? Count(node, layout.Of(count.Code)) : null,
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
    private bool IsKnown(TreeNode node, CountFigure figure)
    {
        var (column, there) = (layout.Of(figure.Code), layout.MarksOf(figure.Set));
        return isCounted[column]
            && Count(node, there) + aggregates.GetValueOrDefault((nodes.RowOf(node.At), column)) > 0
            && Count(node, there + 1) == 0;
    }

    /// <summary>Bodies that are not Party organizations stand outside every sum.</summary>
    private TreeNode? PartyNode(long organizationId) =>
        Tree.Find(organizationId) is { } node && node.Kind.IsPartyOrganization() ? node : null;

    private IEnumerable<CountFigure> CountsOf(Figure figure) =>
        figure is CountFigure count ? [count] : Catalogue.PartsOf(figure).SelectMany(p => CountsOf(catalogue.Find(p)!));

    private int Count(TreeNode node, int column) => values[nodes.RowOf(node.At) * layout.Width + column];

    /// <summary>A table of one row as it is after some rows of a record set changed.</summary>
    internal FigureTable With(SetColumns set, ReadOnlySpan<int> counts, int sign)
    {
        var changed = (int[])values.Clone();
        for (var i = 0; i < counts.Length; i++)
        {
            changed[set.First + i] += sign * counts[i];
        }

        return new(this, changed);
    }

    internal FigureTable Own(long stamp) => new(this, values) { Stamp = stamp };

    /// <summary>The row of an organization, from a table of that row alone.</summary>
    internal void Take(TreeNode node, FigureTable total)
    {
        var row = nodes.RowOf(node.At);
        total.values.CopyTo(values.AsSpan(row * layout.Width));
        total.isCounted.CopyTo(isCounted.AsSpan());
        foreach (var ((_, column), units) in total.aggregates)
        {
            aggregates[(row, column)] = units;
        }
    }
}
