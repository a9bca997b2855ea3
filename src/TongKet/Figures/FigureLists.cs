using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;

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
        int skip,
        int take,
        CancellationToken cancel
    )
    {
        var node = table.Tree.Find(organizationId)!;
        var within = table.Tree.Subtree(node).Where(n => n.Kind.IsPartyOrganization()).Select(n => n.Id).ToArray();
        var lines = new List<RecordLine>();
        var total = 0;
        foreach (var count in CountsOf(figure))
        {
            var source = sources.Single(s => s.Set == count.Set);
            var byPlace = await source.CountByPlaceAsync(store, table.On, count, within, cancel);
            var wanted = new List<long>();
            var before = 0;
            int? firstBefore = null;
            foreach (var place in within.Where(byPlace.ContainsKey))
            {
                var from = total + before;
                if (from < skip + take && from + byPlace[place] > skip)
                {
                    wanted.Add(place);
                    firstBefore ??= from;
                }

                before += byPlace[place];
            }

            if (wanted.Count > 0)
            {
                var listed = await source.ListAsync(store, table.On, count, [.. wanted], within, cancel);
                var ordered = wanted.SelectMany(place => listed.Where(l => l.PlaceId == place));
                lines.AddRange(ordered.Skip(Math.Max(0, skip - firstBefore!.Value)).Take(take - lines.Count));
            }

            total += before;
        }

        foreach (var own in figure is OwnFigure ? ownSources : [])
        {
            var listed = await own.List(store, table, organizationId, figure.Code, cancel);
            total += listed.Count;
            lines.AddRange(listed.Skip(skip).Take(take));
        }

        return new(total, lines, await AggregatesAsync(table, within, figure, cancel));
    }

    private async Task<IReadOnlyList<AggregateCount>> AggregatesAsync(
        FigureTable table,
        long[] within,
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
        return [.. counts.Where(a => within.Contains(a.OrganizationId))];
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
public sealed record RecordPage(int Total, IReadOnlyList<RecordLine> Lines, IReadOnlyList<AggregateCount> CountsOnly);
