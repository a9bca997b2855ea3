using TongKet.Reports.IssueReport;
using TongKet.Web;

namespace TongKet.Reports.ShowReport;

/// <summary>The report as a file to download: the same View as the page.</summary>
public static class ReportEndpoints
{
    public static readonly IReadOnlyList<string> Endings = ["docx", "xlsx", "html", "pdf"];

    /// <summary>The cut-off days that conferences use.</summary>
    public static IReadOnlyList<DateOnly> Days(int year) =>
        [new(year, 6, 30), new(year, 11, 30), new(year, 12, 15), new(year, 12, 31)];

    /// <summary>Writing a report, as its usual time is known.</summary>
    public static string WorkOf(string ending) => "report as " + ending;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                "/bao-cao/tai-ve/{ending}",
                async (
                    string ending,
                    HttpContext request,
                    ReportQuery query,
                    IssueReportHandler handler,
                    UsualTimes times,
                    CancellationToken cancel
                ) =>
                {
                    var context = await PageContextLayer.FindAsync(request);
                    if (
                        context is not { Actor: { } actor, OrganizationId: { } organization }
                        || await query.AskAsync(actor, organization, context.Year, context.AsOf, cancel, context.TreeOn)
                            is not { } view
                    )
                    {
                        return Results.NotFound();
                    }

                    var address = new Uri($"{request.Request.Scheme}://{request.Request.Host}");
                    var written = await times.MeasureAsync(
                        WorkOf(ending),
                        o => o.IsDone ? 1 : 0,
                        () => handler.HandleAsync(new(view, "." + ending, address), actor, cancel)
                    );
                    return written.Value is { } done
                        ? Results.File(done.Content, done.MediaType, done.Name)
                        : Results.Text(
                            Words.Of(written.Refusals[0]),
                            "text/plain; charset=utf-8",
                            statusCode: StatusCodes.Status409Conflict
                        );
                }
            )
            .WithMetadata(new OnAnotherTreeAttribute())
            .RequireAuthorization();
}
