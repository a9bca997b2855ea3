using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Figures.Engine;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Figures;

/// <summary>A room's second step: figures of an organization's own records that rest on other figures.</summary>
public sealed record OwnFigureSource(
    Func<AppStore, FigureTable, long, CancellationToken, Task<IReadOnlyDictionary<string, decimal?>>> Answer,
    Func<AppStore, FigureTable, long, string, CancellationToken, Task<IReadOnlyList<RecordLine>>> List
);

/// <summary>Counts figures from the records: one query a record set, all organizations of a subtree at once.</summary>
public sealed partial class FigureBook(
    AppStore store,
    TreeReader trees,
    RuleBook rules,
    Catalogue catalogue,
    FigureLayout layout,
    FiguresEngine engine,
    IEnumerable<RecordSource> sources,
    IEnumerable<OwnFigureSource> ownSources
)
{
    public Catalogue Catalogue { get; } = catalogue;

    /// <summary>
    /// The figures of an organization and of every organization below it, at the end of a day of a year (its last
    /// day unless said), beside those of the same day of last year.
    /// </summary>
    /// <param name="treeOn">The day of another tree: what was then, as if organizations had stood as on that day.</param>
    public async Task<FigureTable?> CountAsync(
        long organizationId,
        int year,
        DateOnly? day,
        CancellationToken cancel,
        DateOnly? treeOn = null
    )
    {
        var asked = new Asking(AsOf.At(rules, year, day), treeOn);
        var now = await CountAsync(tree => Named(tree, [organizationId]), asked, cancel);
        if (now is null)
        {
            return null;
        }

        // What is below it today may have stood elsewhere a year ago.
        var below = now.Tree.Subtree(now.Tree.Find(organizationId)!).Select(n => n.Id);
        now.LastYear = await CountAsync(
            tree => now.Nodes.IsWhole ? Roots(tree) : Named(tree, below),
            asked.LastYear(rules),
            cancel
        );
        await AnswerAsync(now, organizationId, cancel);
        return now;
    }

    /// <summary>
    /// The figures of every organization of the day; answers of a second step are to be asked for one by one. Null where
    /// columns alone may answer and cannot.
    /// </summary>
    public async Task<FigureTable?> CountAllAsync(
        int year,
        DateOnly? day,
        CancellationToken cancel,
        DateOnly? treeOn = null,
        CountedFrom from = CountedFrom.Either
    )
    {
        var asked = new Asking(AsOf.At(rules, year, day), treeOn) { From = from };
        if (await CountAsync(Roots, asked, cancel) is not { } now)
        {
            return null;
        }

        // Half an answer of columns is none.
        now.LastYear = await CountAsync(Roots, asked.LastYear(rules), cancel);
        return now.LastYear is not null || from != CountedFrom.Columns ? now : null;
    }

    /// <summary>No organization at all is an answer where all were asked for; where one was, it is not there.</summary>
    private static List<TreeNode>? Named(OrganizationTree tree, IEnumerable<long> ids) =>
        ids.Select(tree.Find).OfType<TreeNode>().ToList() is { Count: > 0 } found ? found : null;

    private static List<TreeNode> Roots(OrganizationTree tree) => [.. tree.Nodes.Where(n => n.ParentAt < 0)];

    /// <summary>Asks the rooms that answer in a second step about one organization of a table.</summary>
    public async Task AnswerAsync(FigureTable table, long organizationId, CancellationToken cancel)
    {
        foreach (var source in ownSources)
        {
            foreach (var (code, value) in await source.Answer(store, table, organizationId, cancel))
            {
                table.Answer(organizationId, code, value);
            }
        }
    }

    /// <summary>
    /// One moment alone, all figures or only those that rest on the counts named; null where the organization is not on
    /// that day's tree.
    /// </summary>
    public Task<FigureTable?> CountAsync(
        long organizationId,
        AsOf on,
        CancellationToken cancel,
        params IReadOnlyCollection<string> counts
    ) => CountAsync(tree => Named(tree, [organizationId]), new(on, null), cancel, counts);

    private async Task<FigureTable?> CountAsync(
        Func<OrganizationTree, List<TreeNode>?> topsOf,
        Asking asked,
        CancellationToken cancel,
        params IReadOnlyCollection<string> counts
    )
    {
        RecordSet[] sets = [.. Catalogue.Counts.Where(IsAsked).Select(f => f.Set).Distinct()];
        var (columns, tree) = await OpenAsync(sets, asked, cancel);
        using var open = columns;
        if (columns is null && asked.From == CountedFrom.Columns)
        {
            return null;
        }

        if (topsOf(tree) is not { } tops)
        {
            return null;
        }

        // Targets of a body (ban, UBKT, văn phòng …) are measured by the figures of the Party organization it works for.
        tops.AddRange(
            tops.Where(n => !n.Kind.IsPartyOrganization()).Select(tree.PartyOrganizationOf).OfType<TreeNode>().ToList()
        );
        if (asked.IsTotal && columns is not null)
        {
            return columns.Totals([.. tops.Distinct()], layout, Table);
        }

        var table = Table(new(tree, tops));
        if (columns is not null)
        {
            StockCount.Fill(table, columns.Stock, sets, layout);
        }
        else
        {
            await CountBySqlAsync(table, IsAsked, cancel);
        }

        table.RollUp();
        return table;

        FigureTable Table(CountedNodes nodes) => new(Catalogue, layout, tree, asked.On, nodes);

        bool IsAsked(CountFigure figure) => counts.Count == 0 || counts.Contains(figure.Code);
    }

    /// <summary>
    /// The tree, and columns of the same line of the log; no columns where SQL is to be asked, as where others write
    /// faster than this is read.
    /// </summary>
    private async Task<(EngineReading?, OrganizationTree)> OpenAsync(RecordSet[] sets, Asking asked, CancellationToken cancel)
    {
        var tries = asked.From == CountedFrom.Sql ? 0 : 5;
        while (true)
        {
            var isForced = asked.From == CountedFrom.Columns;
            var columns = tries-- > 0 ? await engine.OpenAsync(store, trees, sets, asked.On, cancel, isForced) : null;
            var tree = await asked.TreeAsync(trees, columns?.Seq, cancel);
            if (columns is null || columns.Seq == trees.Position)
            {
                return (columns, tree);
            }

            columns.Dispose();
        }
    }

    /// <summary>The same from the records, by the same definitions: where there are no columns.</summary>
    private async Task CountBySqlAsync(FigureTable table, Func<CountFigure, bool> isAsked, CancellationToken cancel)
    {
        // The whole tree needs no list of places; a part of it does.
        var places = table.Places();
        foreach (var source in sources)
        {
            var figures = Catalogue.Counts.Where(f => f.Set == source.Set && isAsked(f)).ToList();
            if (figures.Count == 0)
            {
                continue;
            }

            table.Add(source.Set, figures, await source.CountAsync(store, table.On, figures, places, cancel));
            foreach (var figure in figures.Where(f => f.OtherEnd is not null))
            {
                table.TakeOff(figure.Code, await source.PairsAsync(store, table.On, figure, cancel));
            }
        }

        var day = table.On.Day;
        foreach (var count in await store.Set<AggregateCount>().AsNoTracking().Where(a => a.AsOf == day).ToListAsync(cancel))
        {
            table.Add(count);
        }
    }
}
