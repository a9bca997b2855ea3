using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Figures.Engine;

namespace TongKet.Figures;

/// <summary>The records behind a figure, by its one definition.</summary>
public sealed partial class FigureBook
{
    /// <summary>
    /// A page of the records behind a figure, in the office's order: organizations as they stand in the tree, records
    /// in the order of their room. The count of all equals the figure, because both come from its one definition.
    /// </summary>
    public async Task<RecordPage> ListAsync(
        FigureTable table,
        long organizationId,
        Figure figure,
        ListKey? after,
        int take,
        CancellationToken cancel
    )
    {
        var node = table.Tree.Find(organizationId)!;
        var places = new RecordPlaces(table.Tree);
        foreach (var count in CountsOf(figure))
        {
            places.Add(count, await PlacesAsync(table, node, count, cancel));
        }

        var (lines, total, skip) = (new List<RecordLine>(), places.Total, places.Before(after));
        foreach (var (count, wanted, before) in places.Of(skip, take))
        {
            var source = sources.Single(s => s.Set == count.Set);
            long[] within = count.OtherEnd is null ? [] : PartyOrganizations(table.Tree, node);
            var listed = await source.ListAsync(store, table.On, count, [.. wanted.Select(w => w.Id)], within, cancel);
            var byPlace = listed.ToLookup(l => l.PlaceId);
            lines.AddRange(wanted.SelectMany(w => byPlace[w.Id]).Skip(before).Take(take - lines.Count));
        }

        foreach (var own in figure is OwnFigure ? ownSources : [])
        {
            var listed = await own.List(store, table, organizationId, figure.Code, cancel);
            (total, skip) = (total + listed.Count, after?.Rows ?? 0);
            lines.AddRange(listed.Skip(skip).Take(take));
        }

        var next = skip + lines.Count >= total ? null : places.At(skip + lines.Count);
        return new(total, skip, lines, next, await AggregatesAsync(table, node, figure, cancel));
    }

    /// <summary>How many records lie behind a figure of one organization; null where that is not known.</summary>
    public decimal? RecordsOf(FigureTable table, long organizationId, Figure figure) =>
        figure is OwnFigure
            ? table.Value(organizationId, figure.Code)
            : CountsOf(figure).Aggregate((decimal?)0m, (sum, count) => sum + table.Value(organizationId, count.Code));

    /// <summary>Whether the list behind a figure names persons.</summary>
    public bool NamesPersons(Figure figure) => CountsOf(figure).Any(c => sources.Single(s => s.Set == c.Set).NamesPersons(c));

    /// <summary>Where rows of a count lie within an organization, in the order of the tree: from columns, else by SQL.</summary>
    private async Task<List<(TreeNode Place, int Rows)>> PlacesAsync(
        FigureTable table,
        TreeNode node,
        CountFigure count,
        CancellationToken cancel
    )
    {
        var (columns, _) = await OpenAsync([count.Set], new(table.On, table.Tree.On), cancel);
        using (columns)
        {
            if (columns is not null)
            {
                var set = layout.Sets.First(s => s.Set == count.Set);
                return PlaceCount.Of(columns.Stock, table.Tree, node, table.On, set, count);
            }
        }

        var within = PartyOrganizations(table.Tree, node);
        var source = sources.Single(s => s.Set == count.Set);
        var byPlace = await source.CountByPlaceAsync(store, table.On, count, within, cancel);
        return [.. within.Where(byPlace.ContainsKey).Select(id => (table.Tree.Find(id)!, byPlace[id]))];
    }

    private static long[] PartyOrganizations(OrganizationTree tree, TreeNode node) =>
        [.. tree.Subtree(node).Where(n => n.Kind.IsPartyOrganization()).Select(n => n.Id)];

    private async Task<IReadOnlyList<AggregateCount>> AggregatesAsync(
        FigureTable table,
        TreeNode node,
        Figure figure,
        CancellationToken cancel
    )
    {
        var codes = CountsOf(figure).Select(f => f.Code).ToArray();
        var day = table.On.Day;
        var counts = await store
            .Set<AggregateCount>()
            .AsNoTracking()
            .Where(a => a.AsOf == day && codes.Contains(a.FigureCode))
            .ToListAsync(cancel);
        return
        [
            .. counts.Where(a =>
                table.Tree.Find(a.OrganizationId) is { } unit
                && unit.Kind.IsPartyOrganization()
                && OrganizationTree.Contains(node, unit)
            ),
        ];
    }

    /// <summary>The counts whose rows lie behind a figure: of a share its part, of a change this year's rows.</summary>
    private IEnumerable<CountFigure> CountsOf(Figure figure) =>
        figure switch
        {
            CountFigure count => [count],
            SumFigure sum => sum.Parts.SelectMany(p => CountsOf(Catalogue.Find(p)!)),
            RatioFigure ratio => CountsOf(Catalogue.Find(ratio.Part)!),
            ChangeFigure change => CountsOf(Catalogue.Find(change.Of)!),
            _ => [],
        };
}

/// <summary>
/// A page of records, how many there are in all, and the units that sent only a count («số tổng hợp, không có danh
/// sách»): <see cref="Total"/> plus their values is the figure.
/// </summary>
/// <param name="Skip">How many lie before the page.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record RecordPage(
    int Total,
    int Skip,
    IReadOnlyList<RecordLine> Lines,
    ListKey? Next,
    IReadOnlyList<AggregateCount> CountsOnly
);
