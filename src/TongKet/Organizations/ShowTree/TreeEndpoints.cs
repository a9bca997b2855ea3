using TongKet.Domain.Organizations;
using TongKet.Web;
using TongKet.Web.Spreadsheets;

namespace TongKet.Organizations.ShowTree;

/// <summary>The whole tree under an organization as a workbook, a line an organization in the office's order.</summary>
public static class TreeEndpoints
{
    public const string Workbook = "/to-chuc/cay-to-chuc.xlsx";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                Workbook,
                async (HttpContext request, TreeQuery query, CancellationToken cancel) =>
                {
                    var context = await PageContextLayer.FindAsync(request);
                    if (
                        context is not { IsNotFound: false, Actor: { } actor, OrganizationId: { } organization }
                        || await query.AskAsync(actor, organization, context.AsOf, null, null, cancel, whole: true)
                            is not { } view
                    )
                    {
                        return Results.NotFound();
                    }

                    if (view.Rows > ListWorkbook.MostRows)
                    {
                        return ListWorkbook.TooLong(view.Rows);
                    }

                    var rows = Rows(view, view.Top, null, 0).ToList();
                    return ListWorkbook.Answer(rows.Count, "cay-to-chuc.xlsx", () => Write(view, rows));
                }
            )
            .RequireAuthorization();

    private static ListWorkbook Write(TreeView view, List<IReadOnlyList<object?>> rows) =>
        new(
            Words.Get("organizations.tree.title", VietnameseFormat.Date(view.On)),
            Words.Get("organizations.tree.subtitle", view.Top.Node.Name, view.Document),
            [
                new(Words.Get("organizations.column.level"), 7, IsNumber: true),
                new(Words.Get("organizations.column.organization"), 48),
                new(Words.Get("organizations.column.code"), 18),
                new(Words.Get("organizations.column.kind"), 26),
                new(Words.Get("organizations.column.duty-group"), 24),
                new(Words.Get("organizations.column.under"), 36),
                .. view.Columns.Select(column => new ListColumn(column.Title, 12, IsNumber: true)),
            ],
            rows,
            view.HasCountsOnly ? [Words.Get("organizations.tree.counts-only-file")] : []
        );

    private static IEnumerable<IReadOnlyList<object?>> Rows(TreeView view, TreeBranch branch, TreeNode? under, int level)
    {
        var node = branch.Node;
        yield return
        [
            level,
            node.Name,
            node.Code,
            Words.Of(node.Kind),
            node.Version.DutyGroup,
            under?.Name,
            .. view.Columns.Select(
                (column, i) =>
                    node.Kind.IsCell() && !column.IsOfCells ? null
                    : branch.Numbers[i].Value is { } value ? (object)value
                    : VietnameseFormat.Unknown
            ),
        ];
        foreach (var row in branch.Branches.SelectMany(below => Rows(view, below, node, level + 1)))
        {
            yield return row;
        }
    }
}
