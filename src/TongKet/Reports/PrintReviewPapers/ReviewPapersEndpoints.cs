using System.Globalization;
using TongKet.Domain.Access;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>The papers of a cell's review as documents; each that holds names is a line in the reading log.</summary>
public static class ReviewPapersEndpoints
{
    public const string Address = "/bao-cao/kiem-diem/";

    /// <summary>One member's form alone.</summary>
    public const string MemberParameter = "dang-vien";
    public const string FormParameter = "mau";

    private const string Act = "reports.print-review-papers";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                Address + "{paper}.docx",
                async (
                    string paper,
                    HttpContext request,
                    ReviewRollQuery cells,
                    CollectiveRollQuery collectives,
                    ReadingLog log,
                    CancellationToken cancel
                ) =>
                {
                    var context = await PageContextLayer.FindAsync(request);
                    if (
                        ReviewPapers.Find(paper) is not { } asked
                        || context is not { IsNotFound: false, Actor: { } actor, OrganizationId: { } organization }
                        || await RollAsync(asked, actor, organization, context) is not { } roll
                        || !ReviewPapers.Has(asked, roll)
                    )
                    {
                        return Results.NotFound();
                    }

                    var form = roll.Forms.Find(request.Request.Query[FormParameter]);
                    var member = request.Request.Query[MemberParameter].ToString();
                    if (member.Length == 0)
                    {
                        await LogAsync(
                            log,
                            actor,
                            roll,
                            asked.Code,
                            asked == ReviewPapers.Residence ? roll.Contacts.Count
                                : !roll.IsOfCell && asked != ReviewPapers.SelfReviews ? 0
                                : roll.Lines.Count,
                            cancel
                        );
                        return Results.File(
                            ReviewPapers.Write(asked, roll, form ?? ReviewForm.Member),
                            Word,
                            NameOf(roll, asked.Code)
                        );
                    }

                    if (
                        asked != ReviewPapers.SelfReviews
                        || roll.Lines.FirstOrDefault(line => IdOf(line) == member) is not { } one
                    )
                    {
                        return Results.NotFound();
                    }

                    await LogAsync(log, actor, roll, asked.Code, 1, cancel);
                    return Results.File(
                        ReviewPapers.WriteOne(roll, one, form ?? ReviewPapers.FormOf(roll, one, ReviewForm.Member)),
                        Word,
                        NameOf(roll, $"{asked.Code}-{IdOf(one)}")
                    );

                    async Task<ReviewRoll?> RollAsync(ReviewPaper asked, Actor actor, long organization, PageContext of) =>
                        await cells.AskAsync(actor, organization, of.Year, of.AsOf, cancel)
                        ?? (
                            ReviewPapers.OfCommittee.Contains(asked)
                                ? await collectives.AskAsync(actor, organization, of.Year, of.AsOf, cancel)
                                : null
                        );
                }
            )
            .RequireAuthorization();

    public static string IdOf(RollLine line) => line.MemberId.ToString(CultureInfo.InvariantCulture);

    private static Task<long> LogAsync(
        ReadingLog log,
        Actor actor,
        ReviewRoll roll,
        string paper,
        int count,
        CancellationToken cancel
    ) =>
        log.AddAsync(
            (actor.AccountId, actor.Name),
            string.Create(CultureInfo.InvariantCulture, $"{Act} paper={paper} day={roll.On:yyyy-MM-dd} count={count}"),
            roll.Cell.Id,
            "",
            cancel
        );

    private static string NameOf(ReviewRoll roll, string paper)
    {
        var code = string.Concat(roll.Cell.Code.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"{paper}-{code}-{roll.Year}.docx");
    }
}
