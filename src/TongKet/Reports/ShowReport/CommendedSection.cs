using TongKet.Commendations.ListCommendations;
using TongKet.Domain.Commendations;
using TongKet.Web;

namespace TongKet.Reports.ShowReport;

/// <summary>
/// The commended: how many, and who. The lines come with names already as the asker may see them, masked on the command
/// line; a long list stays on its page.
/// </summary>
internal static class CommendedSection
{
    private const int MostLines = 60;

    public static ReportSection Of(FigureSpans spans, IReadOnlyList<CommendationLine> commended)
    {
        var collectives = commended.Where(c => c.IsCollective).ToList();
        var individuals = commended.Where(c => c.IsIndividual).ToList();
        return new(
            1,
            Words.Get("reports.section.commended"),
            OrganizationSections.Blocks(
                spans.Sentence("reports.sentence.commended"),
                Table("reports.table.commended-collectives", "reports.column.collective", collectives),
                Table("reports.table.commended-individuals", "reports.column.individual", individuals),
                new ReportRoom(Words.Get("reports.room.commended"))
            )
        );
    }

    private static ReportTable? Table(string caption, string nameColumn, List<CommendationLine> lines) =>
        lines.Count == 0
            ? null
            : new(
                Words.Get(caption),
                [
                    Words.Get(nameColumn),
                    Words.Get("reports.column.unit"),
                    Words.Get("reports.column.form"),
                    Words.Get("reports.column.decision"),
                ],
                [.. lines.Take(MostLines).Select(Row)],
                null,
                lines.Count > MostLines ? Words.Get("reports.note.commended", MostLines, lines.Count) : null
            );

    private static IReadOnlyList<ReportSpan> Row(CommendationLine line) =>
        [
            new(line.Name),
            new(line.Of.Subject == CommendationSubject.Organization ? "" : line.Place?.Name ?? ""),
            new(Words.Of(line.Of.Form)),
            new(Words.Get("commendations.decision", line.Of.DecisionNumber, VietnameseFormat.Date(line.Of.DecidedOn))),
        ];
}
