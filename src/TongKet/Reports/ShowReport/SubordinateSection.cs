using TongKet.Domain.Organizations;
using TongKet.Figures.AnswerFigures;
using TongKet.Web;

namespace TongKet.Reports.ShowReport;

/// <summary>The table by subordinate organization, in the office's order; its total row is the organization itself.</summary>
internal static class SubordinateSection
{
    private static readonly string[] Columns =
    [
        "party_member_total",
        "new_member_count",
        "member_decrease_count",
        "member_rated_count",
        "member_excellent_count",
        "member_good_count",
        "member_good_or_better_rate",
    ];

    public static IEnumerable<ReportSection> Of(FigureSpans spans, FiguresView figures)
    {
        var below = figures
            .Table.Tree.Children(figures.Organization)
            .Where(n => !n.HasEnded && n.Kind.IsPartyOrganization())
            .ToList();
        if (below.Count == 0)
        {
            yield break;
        }

        yield return new(
            1,
            Words.Get("reports.section.subordinates"),
            [
                new ReportTable(
                    Words.Get("reports.table.subordinates"),
                    [Words.Get("reports.column.organization"), .. Columns.Select(c => Words.Get("reports.column." + c))],
                    [.. below.Select(n => Row(spans, n, n.Name))],
                    Row(spans, figures.Organization, Words.Get("reports.row.total")),
                    Words.Get("reports.note.subordinates")
                )
                {
                    IsByOrganization = true,
                },
            ]
        );
    }

    private static IReadOnlyList<ReportSpan> Row(FigureSpans spans, TreeNode organization, string label) =>
        [new(label), .. Columns.Select(code => spans.Of(organization, code))];
}
