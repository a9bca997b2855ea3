using System.Globalization;
using TongKet.Domain.Access;
using TongKet.Reports.PrintReviewPapers;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reports.PrintGradePapers;

/// <summary>The answer to a complaint and the decision that gives a grade anew, as documents; each is a line in the reading log.</summary>
public static class GradePaperEndpoints
{
    public const string Answers = "/bao-cao/xep-loai/tra-loi-khieu-nai/";
    public const string Restatements = "/bao-cao/xep-loai/xet-lai/";

    private const string Act = "reports.print-grade-paper";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(
                Answers + "{id:long}.docx",
                async (long id, HttpContext request, GradePaperQuery query, ReadingLog log, CancellationToken cancel) =>
                    (await PageContextLayer.FindAsync(request)).Actor is { } actor
                    && await query.AnswerAsync(actor, id, cancel) is { } paper
                        ? await WriteAsync("tra-loi-khieu-nai", id, actor, paper.Of, AnswerSheet.Of(paper), log, cancel)
                        : Results.NotFound()
            )
            .RequireAuthorization();
        app.MapGet(
                Restatements + "{id:long}.docx",
                async (long id, HttpContext request, GradePaperQuery query, ReadingLog log, CancellationToken cancel) =>
                    (await PageContextLayer.FindAsync(request)).Actor is { } actor
                    && await query.RestatementAsync(actor, id, cancel) is { } paper
                        ? await WriteAsync("quyet-dinh-xet-lai", id, actor, paper.Of, RestatementSheet.Of(paper), log, cancel)
                        : Results.NotFound()
            )
            .RequireAuthorization();
    }

    private static async Task<IResult> WriteAsync(
        string name,
        long id,
        Actor actor,
        GradePaper of,
        PaperSheet sheet,
        ReadingLog log,
        CancellationToken cancel
    )
    {
        await log.AddAsync(
            (actor.AccountId, actor.Name),
            string.Create(CultureInfo.InvariantCulture, $"{Act} paper={name} record={id} count=1"),
            of.Place.Id,
            "",
            cancel
        );
        return Results.File(
            PaperDocx.Write(of.Format, [sheet]),
            Word,
            string.Create(CultureInfo.InvariantCulture, $"{name}-{id}-{of.Year}.docx")
        );
    }
}
