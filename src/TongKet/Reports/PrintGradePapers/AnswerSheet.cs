using TongKet.Reports.PrintReviewPapers;
using TongKet.Reports.PrintSessionPapers;
using TongKet.Reports.WriteDocument;
using TongKet.Web;

namespace TongKet.Reports.PrintGradePapers;

/// <summary>Thông báo kết quả giải quyết khiếu nại: what was complained, what came of it, and what the body answers.</summary>
internal static class AnswerSheet
{
    public static PaperSheet Of(AnswerPaper paper)
    {
        var (of, complaint, issuer) = (paper.Of, paper.Complaint, paper.Of.Body.Issuer);
        var (whose, body) = (GradePaperWords.Whose(of), SessionHeads.Committee(of.Format, issuer));
        return new(
            SessionHeads.Of(
                of.Format,
                issuer,
                "reports.session.kind.notice",
                Words.Get("reports.grade.answer.title", GradePaperWords.Year(of), whose),
                "TB",
                null,
                complaint.AnsweredOn
            ),
            [
                new PaperText(
                    Words.Get(
                        "reports.grade.answer.received",
                        VietnameseFormat.Date(complaint.FiledOn),
                        body,
                        whose,
                        GradePaperWords.Year(of),
                        GradePaperWords.Said(paper.Complained)
                    )
                ),
                new PaperHeading(Words.Get("reports.grade.answer.what"), 2),
                .. Paragraphs(complaint.Text),
                new PaperHeading(Words.Get("reports.grade.answer.result"), 2),
                new PaperText(Result(paper)),
                .. Paragraphs(complaint.Answer),
                new PaperText(Words.Get("reports.grade.answer.closing", body, whose), StaysWithNext: true),
                SessionHeads.Foot(
                    of.Format,
                    issuer,
                    [of.Name, .. of.IsPerson ? [of.Place.Name] : Array.Empty<string>(), Words.Get("reports.session.kept", body)]
                ),
            ]
        );
    }

    private static string Result(AnswerPaper paper) =>
        paper.Complaint.IsUpheld != true ? Words.Get("reports.grade.answer.rejected", GradePaperWords.Said(paper.Complained))
        : paper.Restated is { } anew
            ? Words.Get(
                "reports.grade.answer.restated",
                GradePaperWords.Said((anew.NewGrade, anew.NewReason)),
                anew.Number,
                VietnameseFormat.Date(anew.DecidedOn),
                DocumentText.Committee(paper.Of.Format, anew.Body)
            )
        : Words.Get("reports.grade.answer.upheld");

    private static IEnumerable<PaperText> Paragraphs(string? text) =>
        (text ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => new PaperText(DocumentText.Clean(line)));
}
