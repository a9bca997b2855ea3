using System.Globalization;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Reviews;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reports.PrintSessionPapers;

/// <summary>The papers of a session as documents; each is a line in the reading log, for each holds names.</summary>
public static class SessionPapersEndpoints
{
    public const string Address = "/bao-cao/kiem-diem/";

    /// <summary>The notice of one unit alone.</summary>
    public const string UnitParameter = "don-vi";

    private const string Act = "reports.print-session-papers";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static string AddressOf(long cycleId, SessionPaper paper) =>
        string.Create(CultureInfo.InvariantCulture, $"{Address}{cycleId}/{paper.Code}.docx");

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                Address + "{cycleId:long}/{paper}.docx",
                async (
                    long cycleId,
                    string paper,
                    HttpContext request,
                    SessionRollQuery query,
                    ReadingLog log,
                    CancellationToken cancel
                ) =>
                {
                    var context = await PageContextLayer.FindAsync(request);
                    if (
                        SessionPapers.Find(paper) is not { } asked
                        || context is not { IsNotFound: false, Actor: { } actor, OrganizationId: { } organization }
                    )
                    {
                        return Results.NotFound();
                    }

                    var isOwn = asked == SessionPapers.OwnNotice;
                    var own = isOwn ? await query.OfUnitAsync(actor, cycleId, organization, cancel) : null;
                    var roll = isOwn ? null : await query.OfBodyAsync(actor, cycleId, organization, cancel);
                    var written =
                        own is not null ? SessionPapers.Write(own)
                        : roll is not null ? SessionPapers.Write(asked, roll, Number(request.Request.Query[UnitParameter]))
                        : null;
                    if (written is null)
                    {
                        return Results.NotFound();
                    }

                    var (work, at) = own is not null ? (own.Work, own.Unit) : (roll!.Work, roll.Body.Node);
                    await LogAsync(log, actor, asked, work, at, cancel);
                    return Results.File(written, Word, NameOf(asked, at, work));
                }
            )
            .RequireAuthorization();

    private static long? Number(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : 0;

    private static Task<long> LogAsync(
        ReadingLog log,
        Actor actor,
        SessionPaper paper,
        CycleWork work,
        TreeNode at,
        CancellationToken cancel
    ) =>
        log.AddAsync(
            (actor.AccountId, actor.Name),
            string.Create(CultureInfo.InvariantCulture, $"{Act} paper={paper.Code} cycle={work.Cycle.Id}"),
            at.Id,
            "",
            cancel
        );

    private static string NameOf(SessionPaper paper, TreeNode at, CycleWork work)
    {
        var code = string.Concat(at.Code.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"{paper.Code}-{code}-{work.Cycle.Year}.docx");
    }
}
