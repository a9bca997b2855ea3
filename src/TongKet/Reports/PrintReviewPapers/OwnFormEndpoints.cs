using System.Globalization;
using TongKet.Reviews.WriteSelfReview;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>
/// The own form of a member, a leader or a collective as a document; where another one takes a person's, that is a line in the
/// reading log.
/// </summary>
public static class OwnFormEndpoints
{
    public const string Address = "/bao-cao/ban-kiem-diem/";

    private const string Act = "reports.print-own-form";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(
                Address + "{cycleId:long}.docx",
                async (long cycleId, HttpContext request, OwnFormQuery query, ReadingLog log, CancellationToken cancel) =>
                {
                    var context = await PageContextLayer.FindAsync(request);
                    return SelfOf.Asked(null, null, MemberOf(request, context.Actor?.MemberId)) is { } of
                        ? await WriteAsync(context, cycleId, of, query, log, cancel)
                        : Results.NotFound();
                }
            )
            .RequireAuthorization();
        app.MapGet(
                Address + "{cycleId:long}/{atId:long}/{line}.docx",
                async (
                    long cycleId,
                    long atId,
                    string line,
                    HttpContext request,
                    OwnFormQuery query,
                    ReadingLog log,
                    CancellationToken cancel
                ) =>
                    SelfOf.Asked(atId, line, null) is { } of
                        ? await WriteAsync(await PageContextLayer.FindAsync(request), cycleId, of, query, log, cancel)
                        : Results.NotFound()
            )
            .RequireAuthorization();
    }

    private static async Task<IResult> WriteAsync(
        PageContext context,
        long cycleId,
        SelfOf of,
        OwnFormQuery query,
        ReadingLog log,
        CancellationToken cancel
    )
    {
        if (context.Actor is not { } actor || await query.AskAsync(actor, cycleId, of, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        var (roll, line) = found;
        if (line is not null && actor.MemberId != line.MemberId)
        {
            await log.AddAsync(
                (actor.AccountId, actor.Name),
                string.Create(CultureInfo.InvariantCulture, $"{Act} cycle={cycleId} count=1"),
                roll.Cell.Id,
                "",
                cancel
            );
        }

        return Results.File(
            line is null
                ? ReviewPapers.WriteCollective(roll)
                : ReviewPapers.WriteOne(roll, line, ReviewPapers.FormOf(roll, line, ReviewForm.Member)),
            Word,
            string.Create(CultureInfo.InvariantCulture, $"ban-kiem-diem-{of.Key}-{roll.Year}.docx")
        );
    }

    private static long? MemberOf(HttpContext request, long? own) =>
        request.Request.Query[ReviewPapersEndpoints.MemberParameter].ToString() is { Length: > 0 } asked
            ? long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : null
            : own;
}
