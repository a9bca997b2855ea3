using System.Globalization;
using TongKet.Domain.Reviews;
using TongKet.Reports.PrintReviewPapers;
using TongKet.Reports.WriteDocument;
using TongKet.Reviews;
using TongKet.Web;

namespace TongKet.Reports.PrintSessionPapers;

/// <summary>Head, foot and recurring words of a session's papers. What is not known yet is left to the hand.</summary>
internal static class SessionHeads
{
    /// <param name="number">Of the document where it has one; else the code of its kind stands after the dots.</param>
    /// <param name="on">The day it was signed; null leaves it to the hand.</param>
    public static DocumentHead Of(
        DocumentFormat format,
        ReportIssuer issuer,
        string kind,
        string @abstract,
        string code,
        string? number,
        DateOnly? on
    ) =>
        new(
            format,
            issuer,
            DocumentText.Upper(Words.Get(kind)),
            @abstract,
            number is null
                ? Words.Get("reports.papers.number", code, issuer.Code)
                : Words.Get("reports.papers.number-known", number),
            on is { } day
                ? DocumentText.PlaceAndDate(format, issuer.Place, day)
                : Words.Get("reports.papers.place-date", issuer.Place ?? Words.Get("reports.docx.place-unknown")),
            [],
            IsDraft: false
        );

    /// <summary>The advising body, under the name of the committee that it serves; without a name where none is recorded.</summary>
    public static ReportIssuer Adviser(SessionRoll roll)
    {
        var committee = roll.Body.Node;
        var issuer = roll.Adviser is { } adviser
            ? ReportIssuer.Of(adviser.Kind, adviser.Name, committee.Kind, committee.Name)
            : roll.Body.Issuer with
            {
                Superior = roll.Body.Issuer.Committee,
                Committee = Words.Get("reports.session.adviser-unknown"),
                Code = "…",
                SignsFor = null,
                Post = Words.Get("reports.session.adviser-post"),
            };
        return issuer with { Place = roll.Body.Issuer.Place };
    }

    /// <summary>«năm 2025», «quý III năm 2026».</summary>
    public static string Period(CycleWork work) =>
        Words.Get(
            "reports.session.period." + work.Cycle.Kind.ToString().ToLowerInvariant(),
            work.Cycle.Year.ToString(CultureInfo.InvariantCulture),
            Quarter(work.Cycle.Quarter)
        );

    /// <summary>Who gets it on the left, who signs on the right.</summary>
    public static PaperSignatures Foot(DocumentFormat format, ReportIssuer issuer, params IReadOnlyList<string> recipients) =>
        new(
            null,
            new(
                issuer.SignsFor is { } body
                    ? Words.Get("reports.docx.signs-for", DocumentText.Upper(DocumentText.Committee(format, body)))
                    : null,
                issuer.Post is { } post ? DocumentText.Upper(post) : null
            )
        )
        {
            Recipients = recipients,
        };

    public static string Committee(DocumentFormat format, ReportIssuer issuer) =>
        DocumentText.Committee(format, issuer.Committee);

    private static string Quarter(int? quarter) =>
        quarter switch
        {
            1 => "I",
            2 => "II",
            3 => "III",
            4 => "IV",
            _ => "",
        };
}
