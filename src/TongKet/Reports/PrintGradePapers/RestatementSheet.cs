using System.Globalization;
using TongKet.Reports.PrintReviewPapers;
using TongKet.Reports.PrintSessionPapers;
using TongKet.Reports.WriteDocument;
using TongKet.Web;

namespace TongKet.Reports.PrintGradePapers;

/// <summary>Quyết định xét lại mức xếp loại: the grade that is cancelled, the one given anew, why, and by whom.</summary>
internal static class RestatementSheet
{
    public static PaperSheet Of(RestatementPaper paper)
    {
        var (of, anew, issuer) = (paper.Of, paper.Restatement, paper.Of.Body.Issuer);
        var (whose, year) = (GradePaperWords.Whose(of), GradePaperWords.Year(of));
        return new(
            SessionHeads.Of(
                of.Format,
                issuer,
                "reports.session.kind.decision",
                Words.Get("reports.grade.restated.title", year, whose),
                "QĐ",
                anew.Number,
                anew.DecidedOn
            ),
            [
                .. RollTable.Texts("reports.grade.restated.basis", of.Rules.Document),
                new PaperText(
                    DocumentText.Upper(
                        Words.Get("reports.session.decision.decides", DocumentText.Committee(of.Format, anew.Body))
                    ),
                    IsBold: true,
                    IsCentred: true
                ),
                new PaperText(
                    Words.Get(
                        "reports.grade.restated.cancelled",
                        year,
                        whose,
                        GradePaperWords.Said((anew.OldGrade, anew.OldReason))
                    )
                ),
                new PaperText(
                    Words.Get(
                        "reports.grade.restated.anew",
                        year,
                        whose,
                        GradePaperWords.Said((anew.NewGrade, anew.NewReason)),
                        DocumentText.Clean(anew.Why).TrimEnd('.')
                    )
                ),
                new PaperText(Words.Get("reports.grade.restated.reports", year)),
                .. paper.Reports.Select(report => new PaperText(
                    Words.Get(
                        "reports.grade.restated.report",
                        report.Organization,
                        report.Year.ToString(CultureInfo.InvariantCulture),
                        VietnameseFormat.Date(report.AsOf)
                    )
                )),
                new PaperText(
                    Words.Get("reports.grade.restated.rest", of.IsPerson ? $"{of.Place.Name}, {whose}" : whose),
                    StaysWithNext: true
                ),
                SessionHeads.Foot(
                    of.Format,
                    issuer,
                    [
                        Words.Get("reports.grade.restated.recipient"),
                        .. issuer.Superior is { } superior ? [superior] : Array.Empty<string>(),
                        Words.Get("reports.session.kept", SessionHeads.Committee(of.Format, issuer)),
                    ]
                ),
            ]
        );
    }
}
