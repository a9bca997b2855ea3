using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Values;
using TongKet.Figures.OpenList;
using TongKet.Organizations;

namespace TongKet.Figures.ListRecords;

/// <summary>
/// The records behind a figure. Above the grassroots a list of persons opens by subordinate organization first, and its
/// names for a stated reason.
/// </summary>
public sealed class RecordsQuery(FigureBook book, TreeReader trees, RuleBook rules, ListReadings readings)
{
    public const int PageSize = 50;

    /// <summary>Null where the figure is none, or the organization is not there or not in reach.</summary>
    public async Task<RecordsView?> AskAsync(
        Actor actor,
        RecordsQuestion question,
        ListKey? after,
        int take,
        CancellationToken cancel
    ) =>
        await FindAsync(actor, question, cancel) is not { } found ? null
        : found.State != ListState.Open && !await IsOpenAsync(actor, question, found, cancel) ? Closed(found)
        : await ListAsync(actor, found, after, take, cancel);

    /// <summary>The same by the code that is valid on the day.</summary>
    public async Task<RecordsView?> AskAsync(
        Actor actor,
        string organizationCode,
        int year,
        DateOnly? day,
        string code,
        int take,
        CancellationToken cancel
    )
    {
        var on = AsOf.At(rules, year, day);
        var tree = await trees.ReadAsync(on.Day, on.PeriodStart, cancel);
        return tree.FindByCode(organizationCode) is { } node
            ? await AskAsync(actor, new RecordsQuestion(node.Id, year, day, code), null, take, cancel)
            : null;
    }

    /// <summary>The figure, and whether its list is open to the actor as it is; null as above.</summary>
    public async Task<FigureRecords?> FindAsync(Actor actor, RecordsQuestion question, CancellationToken cancel)
    {
        if (book.Catalogue.Find(question.Code) is not { } figure)
        {
            return null;
        }

        // A period of its own knows no last year to compare with, and no roster.
        var table =
            question is { From: { } first, Day: { } last } && first <= last
                ? await book.CountBranchAsync(question.OrganizationId, AsOf.Between(rules, first, last), cancel, question.TreeOn)
                : await book.CountBranchAsync(question.OrganizationId, question.Year, question.Day, cancel, question.TreeOn);
        if (
            table?.Tree.Find(question.OrganizationId) is not { HasEnded: false } node
            || !ScopeRule.May(actor, Acts.SeeFigures, table.Tree, node)
        )
        {
            return null;
        }

        var isAbove = node.Kind.IsAboveGrassroots() && book.NamesPersons(figure);
        var count = book.RecordsOf(table, node.Id, figure);
        return new(
            table,
            node,
            figure,
            table.Value(node.Id, figure.Code),
            (int)(count ?? 0m),
            isAbove ? SubordinateCounts.Of(book, table, node, figure) : null,
                // The operator lists on the command line, every name masked.
                !isAbove || actor.IsOperator
                    ? ListState.Open
                : ScopeRule.May(actor, Acts.SeeMembers, table.Tree, node) ? ListState.NeedsReason
                : ListState.WithoutNames
        );
    }

    /// <summary>A page of the list, to whom it is open.</summary>
    public async Task<RecordsView> ListAsync(Actor actor, FigureRecords found, ListKey? after, int take, CancellationToken cancel)
    {
        // What is unknown has no list either: half a list would look like the whole.
        var page = found.Value is null
            ? new(0, 0, [], null, [])
            : await book.ListAsync(found.Table, found.Organization.Id, found.Figure, after, take, cancel);
        var tree = found.Table.Tree;
        return Closed(found) with
        {
            State = ListState.Open,
            Total = page.Total,
            Skip = page.Skip,
            Records = [.. page.Lines.Select(l => Listed(actor, tree, l))],
            Next = page.Next,
            CountsOnly = [.. page.CountsOnly.Select(c => (tree.Find(c.OrganizationId)!, c.Value))],
        };
    }

    private async Task<bool> IsOpenAsync(Actor actor, RecordsQuestion question, FigureRecords found, CancellationToken cancel) =>
        found.State == ListState.NeedsReason && await readings.IsOpenAsync(actor, question, found.Table.On.Day, cancel);

    private static RecordsView Closed(FigureRecords found)
    {
        var (table, tree) = (found.Table, found.Table.Tree);
        return new(
            found.Organization,
            table.On.Year,
            table.On.Day,
            tree.On == table.On.Day ? null : tree.On,
            found.Figure,
            found.Value,
            found.Below,
            found.State,
            0,
            0,
            [],
            null,
            []
        );
    }

    private static ListedRecord Listed(Actor actor, OrganizationTree tree, RecordLine line)
    {
        var place = tree.Find(line.PlaceId);
        if (!line.IsPerson)
        {
            return new(line.Id, line.Name, line.Code, place, line.On, line.Page);
        }

        // Numbers are opened one by one on the member's page, with a reason; a list never shows them whole.
        var mayName = !actor.IsOperator && place is not null && ScopeRule.May(actor, Acts.SeeMembers, tree, place);
        return new(line.Id, mayName ? line.Name : Masking.Name(line.Name), Masking.Number(line.Code), place, line.On, line.Page);
    }
}
