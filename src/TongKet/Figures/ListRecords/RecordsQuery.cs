using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Values;
using TongKet.Organizations;

namespace TongKet.Figures.ListRecords;

/// <summary>The records behind a figure; <see cref="Total"/> plus what counts-only units sent is the figure, always.</summary>
public sealed record RecordsView(
    TreeNode Organization,
    int Year,
    DateOnly AsOf,
    Figure Figure,
    decimal? Value,
    int Total,
    int Skip,
    IReadOnlyList<ListedRecord> Records,
    IReadOnlyList<(TreeNode Unit, int Value)> CountsOnly
);

/// <summary>A record on the list; names and numbers of persons are masked where the actor's role does not need them.</summary>
public sealed record ListedRecord(long Id, string Name, string? Code, TreeNode? Place, DateOnly? On, string? Page);

public sealed class RecordsQuery(FigureBook book, TreeReader trees, RuleBook rules)
{
    public const int PageSize = 50;

    /// <summary>Null where the figure is none, or the organization is not there or not in reach.</summary>
    public async Task<RecordsView?> AskAsync(
        Actor actor,
        long organizationId,
        int year,
        DateOnly? day,
        string code,
        int skip,
        int take,
        CancellationToken cancel,
        DateOnly? from = null
    )
    {
        if (book.Catalogue.Find(code) is not { } figure)
        {
            return null;
        }

        // A period of its own knows no last year to compare with, and no roster.
        var table =
            from is { } first && day is { } last && first <= last
                ? await book.CountAsync(organizationId, Domain.Figures.AsOf.Between(rules, first, last), cancel)
                : await book.CountAsync(organizationId, year, day, cancel);
        if (
            table?.Tree.Find(organizationId) is not { HasEnded: false } node
            || !ScopeRule.May(actor, Acts.SeeFigures, table.Tree, node)
        )
        {
            return null;
        }

        // What is unknown has no list either: half a list would look like the whole.
        var value = table.Value(organizationId, code);
        var page = value is null
            ? new RecordPage(0, [], [])
            : await book.ListAsync(table, organizationId, figure, skip, take, cancel);
        return new(
            node,
            year,
            table.On.Day,
            figure,
            value,
            page.Total,
            skip,
            [.. page.Lines.Select(l => Listed(actor, table.Tree, l))],
            [.. page.CountsOnly.Select(c => (table.Tree.Find(c.OrganizationId)!, c.Value))]
        );
    }

    /// <summary>The same by the code that is valid on the day.</summary>
    public async Task<RecordsView?> AskAsync(
        Actor actor,
        string organizationCode,
        int year,
        DateOnly? day,
        string code,
        int skip,
        int take,
        CancellationToken cancel
    )
    {
        var on = AsOf.At(rules, year, day);
        var tree = await trees.ReadAsync(on.Day, on.PeriodStart, cancel);
        return tree.FindByCode(organizationCode) is { } node
            ? await AskAsync(actor, node.Id, year, day, code, skip, take, cancel)
            : null;
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
