using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Reports.PrintReviewPapers;
using TongKet.Reports.WriteDocument;
using TongKet.Web;

namespace TongKet.Reports.PrintSessionPapers;

/// <summary>Quyết định xếp loại: one document a decision, with the list of all that it speaks of on a page of its own.</summary>
internal static class DecisionSheet
{
    public static PaperSheet Of(SessionRoll roll, GradeDecision decision)
    {
        var (format, issuer, period) = (roll.Format, roll.Body.Issuer, SessionHeads.Period(roll.Work));
        var lines = roll
            .Units.SelectMany(u => u.Lines.Where(l => l.Of.DecisionId == decision.Id), (u, l) => (Unit: u.Node, Line: l))
            .ToList();
        return new(
            SessionHeads.Of(
                format,
                issuer,
                "reports.session.kind.decision",
                Words.Get("reports.session.title.decision", period),
                "QĐ",
                decision.Number,
                decision.DecidedOn
            ),
            [
                .. RollTable.Texts(
                    roll.Body.Node.Kind.IsCell() ? "reports.session.decision.basis-cell" : "reports.session.decision.basis",
                    roll.Rules.Document,
                    roll.Adviser?.Name ?? Words.Get("reports.session.adviser-unknown")
                ),
                new PaperText(
                    DocumentText.Upper(
                        Words.Get("reports.session.decision.decides", DocumentText.Committee(format, decision.Body))
                    ),
                    IsBold: true,
                    IsCentred: true
                ),
                new PaperText(Words.Get("reports.session.decision.first", period)),
                .. Sums(lines),
                .. RollTable.Texts("reports.session.decision.rest").Select(text => text with { StaysWithNext = true }),
                SessionHeads.Foot(format, issuer, issuer.Recipients),
                new PaperBreak(),
                new PaperText(Words.Get("reports.session.decision.list"), IsBold: true, IsCentred: true),
                new PaperText(
                    Words.Get(
                        "reports.session.decision.list-of",
                        decision.Number,
                        VietnameseFormat.Date(decision.DecidedOn),
                        DocumentText.Committee(format, decision.Body)
                    ),
                    IsItalic: true,
                    IsCentred: true
                ),
                .. SessionTables.Lines(lines, SessionTables.Decided, namesUnit: true),
            ]
        );
    }

    private static IEnumerable<PaperText> Sums(IReadOnlyList<(TreeNode Unit, SessionLine Line)> lines) =>
        lines
            .GroupBy(l => l.Line.As)
            .OrderBy(g => g.Key)
            .Select(g => new PaperText(
                Words.Get(
                    "reports.session.decision.sums",
                    SessionTables.Caption(g.Key),
                    VietnameseFormat.Number(g.Count()),
                    SessionTables.Sums([.. g.Select(l => l.Line.Of.Decided)])
                )
            ));
}
