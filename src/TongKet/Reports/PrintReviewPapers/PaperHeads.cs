using TongKet.Domain.Reviews;
using TongKet.Reports.WriteDocument;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>The head and the signature that a cell's papers have in common. A cell has no seal; a day that is not known yet is left to the hand.</summary>
internal static class PaperHeads
{
    /// <param name="of">The round whose day and number the paper bears; null where both are left to the hand.</param>
    public static DocumentHead Of(ReviewRoll roll, string kind, string @abstract, string? documentCode, BallotRound? of = null)
    {
        var issuer = IssuerOf(roll);
        return new(
            roll.Format,
            issuer,
            DocumentText.Upper(Words.Get(kind)),
            @abstract,
            of is not null ? Words.Get("reports.papers.number-known", of.MinutesNumber)
                : documentCode is null ? null
                : Words.Get("reports.papers.number", documentCode, issuer.Code),
            of is null
                ? Words.Get("reports.papers.place-date", issuer.Place ?? Words.Get("reports.docx.place-unknown"))
                : DocumentText.PlaceAndDate(roll.Format, issuer.Place, of.HeldOn),
            [],
            IsDraft: false
        );
    }

    /// <summary>«T/M CHI BỘ» with a post under it.</summary>
    public static PaperSignature ForCell(string post) => For("reports.signs-for.cell", post);

    public static PaperSignature For(string body, string? post) =>
        new(
            Words.Get("reports.docx.signs-for", DocumentText.Upper(Words.Get(body))),
            post is null ? null : DocumentText.Upper(Words.Get(post))
        );

    public static string Recipients(ReviewRoll roll) =>
        Words.Get(
            "reports.papers.recipients",
            IssuerOf(roll).Superior is { } superior
                ? DocumentText.Committee(roll.Format, superior)
                : Words.Get("reports.papers.superior")
        );

    private static ReportIssuer IssuerOf(ReviewRoll roll)
    {
        var issuer = ReportIssuer.Of(roll.Cell.Kind, roll.Cell.Name, roll.Superior?.Kind, roll.Superior?.Name);
        // A cell signs where its committee sits, as far as that can be told.
        return roll.Superior is { } above
            ? issuer with
            {
                Place = issuer.Place ?? ReportIssuer.Of(above.Kind, above.Name).Place,
            }
            : issuer;
    }
}
