using TongKet.Domain.Figures;
using TongKet.Web;
using TongKet.Web.Spreadsheets;

namespace TongKet.Figures.AnswerFigures;

/// <summary>All figures of an organization as a workbook, with the tree they stand on said below them.</summary>
public static class FiguresEndpoints
{
    public const string Workbook = "/so-lieu/so-lieu.xlsx";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                Workbook,
                async (HttpContext request, FiguresQuery query, CancellationToken cancel) =>
                {
                    var context = await PageContextLayer.FindAsync(request);
                    return
                        context is not { IsNotFound: false, Actor: { } actor, OrganizationId: { } organization }
                        || await query.AskAsync(actor, organization, context.Year, context.AsOf, cancel, context.TreeOn)
                            is not { } view
                        ? Results.NotFound()
                        : ListWorkbook.Answer("so-lieu.xlsx", Write(view, context.Today));
                }
            )
            .WithMetadata(new OnAnotherTreeAttribute())
            .RequireAuthorization();

    private static ListWorkbook Write(FiguresView view, DateOnly today)
    {
        var subtitle = Words.Get("figures.records.subtitle", view.Organization.Name, view.Year, VietnameseFormat.Date(view.AsOf));
        // Beside the name, not below the list: nobody may take a recalculation for what was reported.
        var mark = TreeMark.Of(view.AsOf, view.TreeOn, today);
        return new(
            Words.Get("figures.page.title"),
            mark is null ? subtitle : $"{subtitle}. {mark}",
            [
                new(Words.Get("figures.column.figure"), 60),
                new(Words.Get("figures.column.value"), 14, IsNumber: true),
                new(Words.Get("figures.page.last-year"), 18, IsNumber: true),
            ],
            view.Figures.Select<FigureAnswer, IReadOnlyList<object?>>(f => [f.Name, Cell(f, f.Value), Cell(f, f.LastYear)]),
            view.Figures.Any(f => f.HoldsCountsOnly) ? [Words.Get("figures.page.counts-only")] : []
        );
    }

    private static object Cell(FigureAnswer figure, decimal? value) =>
        value is null ? VietnameseFormat.Unknown
        : figure.Unit == FigureUnit.Percent ? VietnameseFormat.Percent(value)
        : value.Value;
}
