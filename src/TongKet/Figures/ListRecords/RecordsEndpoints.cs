using TongKet.Domain.Figures;
using TongKet.Web;
using TongKet.Web.Spreadsheets;

namespace TongKet.Figures.ListRecords;

/// <summary>The records behind a figure as a workbook: the page's list, all of it, with names and numbers masked as there.</summary>
public static class RecordsEndpoints
{
    public static string Workbook(string code) => $"/so-lieu/{code}/danh-sach.xlsx";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                Workbook("{code}"),
                async (string code, HttpContext request, RecordsQuery query, CancellationToken cancel) =>
                {
                    var context = await PageContextLayer.FindAsync(request);
                    var from = VietnameseFormat.ReadDate(request.Request.Query["tu-ngay"]);
                    return
                        context is not { IsNotFound: false, Actor: { } actor, OrganizationId: { } organization }
                        || await query.AskAsync(
                            actor,
                            organization,
                            context.Year,
                            context.AsOf,
                            code,
                            0,
                            ListWorkbook.MostRows,
                            cancel,
                            from
                        )
                            is not { } view
                        ? Results.NotFound()
                        : ListWorkbook.Answer(view.Total, $"{code.Replace('_', '-')}.xlsx", () => Write(view, from));
                }
            )
            .RequireAuthorization();

    private static ListWorkbook Write(RecordsView view, DateOnly? from) =>
        new(
            Words.Get("figures." + view.Figure.Code),
            Words.Get("figures.records.subtitle", view.Organization.Name, view.Year, VietnameseFormat.Date(view.AsOf)),
            [
                new(Words.Get("figures.column.name"), 34),
                new(Words.Get("figures.column.number"), 16),
                new(Words.Get("figures.column.cell"), 40),
                new(Words.Get("figures.column.on"), 13),
            ],
            view.Records.Select<ListedRecord, IReadOnlyList<object?>>(r =>
                [r.Name, r.Code, r.Place?.Name, r.On is { } on ? on : Words.Get("figures.records.since-unknown")]
            ),
            [
                .. from is { } first ? [Words.Get("figures.records.from", VietnameseFormat.Date(first))] : Array.Empty<string>(),
                .. Share(view),
                .. view.CountsOnly.Select(c => Words.Get("figures.counts-only", c.Unit.Name, VietnameseFormat.Number(c.Value))),
            ]
        );

    private static IEnumerable<string> Share(RecordsView view) =>
        view.Figure is RatioFigure ratio
            ?
            [
                Words.Get(
                    "figures.records.of-share",
                    VietnameseFormat.Percent(view.Value),
                    Words.Get("figures." + ratio.Part),
                    Words.Get("figures." + ratio.Base)
                ),
            ]
            : [];
}
