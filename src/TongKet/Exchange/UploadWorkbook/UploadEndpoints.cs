using TongKet.Access;
using TongKet.Domain.Access;
using TongKet.Exchange.WriteTemplates;
using TongKet.Web;

namespace TongKet.Exchange.UploadWorkbook;

/// <summary>Files that go back to the unit: its own workbook with the errors marked, and the empty one to fill in.</summary>
public static class UploadEndpoints
{
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(
                "/nhap-so-lieu/{id:long}/tep-danh-dau-loi.xlsx",
                async (long id, CurrentActor current, UploadedWorkbookQuery query, CancellationToken cancel) =>
                {
                    var marked = await query.MarkedAsync(await current.GetAsync(cancel), id, cancel);
                    return marked?.Value is { } bytes
                        ? Results.File(bytes, Spreadsheet, "tep-danh-dau-loi.xlsx")
                        : Results.NotFound();
                }
            )
            .RequireAuthorization(Acts.ImportWorkbooks.Code);
        app.MapGet(
                "/nhap-so-lieu/mau.xlsx",
                (TimeProvider clock) =>
                {
                    var year = VietnameseFormat.DayOf(clock.GetUtcNow()).Year;
                    return Results.File(WorkbookTemplates.Write(year), Spreadsheet, WorkbookTemplates.FileName(null, year));
                }
            )
            .RequireAuthorization(Acts.ImportWorkbooks.Code);
    }
}
