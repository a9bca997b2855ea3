using System.Globalization;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>A member's own form as a document; where another one takes it, that is a line in the reading log.</summary>
public static class OwnFormEndpoints
{
    public const string Address = "/bao-cao/ban-kiem-diem/";

    private const string Act = "reports.print-own-form";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                Address + "{cycleId:long}.docx",
                async (long cycleId, HttpContext request, OwnFormQuery query, ReadingLog log, CancellationToken cancel) =>
                {
                    var context = await PageContextLayer.FindAsync(request);
                    if (
                        context.Actor is not { } actor
                        || MemberOf(request, actor.MemberId) is not { } member
                        || await query.AskAsync(actor, cycleId, member, cancel) is not { } found
                    )
                    {
                        return Results.NotFound();
                    }

                    if (actor.MemberId != member)
                    {
                        await log.AddAsync(
                            (actor.AccountId, actor.Name),
                            string.Create(CultureInfo.InvariantCulture, $"{Act} cycle={cycleId} count=1"),
                            found.Roll.Cell.Id,
                            "",
                            cancel
                        );
                    }

                    return Results.File(
                        ReviewPapers.WriteOne(found.Roll, found.Line, ReviewPapers.FormOf(found.Line, ReviewForm.Member)),
                        Word,
                        string.Create(CultureInfo.InvariantCulture, $"ban-kiem-diem-{member}-{found.Roll.Year}.docx")
                    );
                }
            )
            .RequireAuthorization();

    private static long? MemberOf(HttpContext request, long? own) =>
        request.Request.Query[ReviewPapersEndpoints.MemberParameter].ToString() is { Length: > 0 } asked
            ? long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : null
            : own;
}
