using System.Globalization;
using TongKet.Domain.Figures;
using TongKet.Figures.OpenList;
using TongKet.Web;
using TongKet.Web.Spreadsheets;

namespace TongKet.Figures.ListRecords;

/// <summary>
/// The records behind a figure as a workbook: the page's list, all of it, with names and numbers masked as there. Each
/// file leaves its line in the reading log; above the grassroots the page's form writes it with the reason.
/// </summary>
public static class RecordsEndpoints
{
    /// <summary>The number of the line in the reading log that a reason was written down in.</summary>
    public const string Given = "lan";

    public static string Workbook(string code) => $"/so-lieu/{code}/danh-sach.xlsx";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Workbook("{code}"), AnswerAsync).WithMetadata(new OnAnotherTreeAttribute()).RequireAuthorization();

    private static async Task<IResult> AnswerAsync(
        string code,
        HttpContext request,
        RecordsQuery query,
        ListReadings readings,
        OpenListHandler open,
        CancellationToken cancel
    )
    {
        var context = await PageContextLayer.FindAsync(request);
        if (context is not { IsNotFound: false, Actor: { } actor, OrganizationId: { } organization })
        {
            return Results.NotFound();
        }

        var from = VietnameseFormat.ReadDate(request.Request.Query["tu-ngay"]);
        var question = new RecordsQuestion(organization, context.Year, context.AsOf, code)
        {
            From = from,
            TreeOn = context.TreeOn,
        };
        if (await query.FindAsync(actor, question, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        if (found.State != ListState.Open)
        {
            var isGiven =
                found.State == ListState.NeedsReason
                && long.TryParse(request.Request.Query[Given], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                && await readings.IsGivenAsync(actor, question, found.Table.On.Day, line, cancel);
            if (!isGiven)
            {
                return Results.NotFound();
            }
        }
        else if (found.Count <= ListWorkbook.MostRows)
        {
            await open.HandleAsync(new(question, ListActs.Export, null), actor, cancel);
        }

        return found.Count > ListWorkbook.MostRows
            ? ListWorkbook.TooLong(found.Count)
            : ListWorkbook.Answer(
                $"{code.Replace('_', '-')}.xlsx",
                Write(await query.ListAsync(actor, found, null, ListWorkbook.MostRows, cancel), from, context.Today)
            );
    }

    private static ListWorkbook Write(RecordsView view, DateOnly? from, DateOnly today) =>
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
                .. TreeMark.Of(view.AsOf, view.TreeOn, today) is { } mark ? [mark] : Array.Empty<string>(),
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
