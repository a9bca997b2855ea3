using TongKet.Domain.Organizations;
using TongKet.Figures.AnswerFigures;
using TongKet.Web;

namespace TongKet.Reports.ShowReport;

/// <summary>Organizations, the head-count and its movement, and admissions.</summary>
internal static class OrganizationSections
{
    private static readonly string[] Movement =
    [
        "party_member_opening",
        "new_member_count",
        "member_transferred_in_count",
        "member_restored_count",
        "member_transferred_out_count",
        "member_deceased_count",
        "member_struck_off_count",
        "member_left_count",
        "member_expelled_count",
    ];

    public static IEnumerable<ReportSection> Of(FigureSpans spans, FiguresView figures)
    {
        var day = ("day", VietnameseFormat.Date(figures.AsOf));
        var name = ("name", figures.Organization.Name);
        yield return new(1, Words.Get("reports.section.organizations"), []);
        if (!figures.Organization.Kind.IsCell())
        {
            yield return new(
                2,
                Words.Get("reports.section.organizations.party"),
                Blocks(spans.Sentence("reports.sentence.organizations", day, name))
            );
        }

        yield return new(
            2,
            Words.Get("reports.section.members"),
            Blocks(
                spans.Sentence("reports.sentence.members", day, name),
                spans.Sentence("reports.sentence.members-structure"),
                MovementTable(spans, figures)
            )
        );
        yield return new(
            2,
            Words.Get("reports.section.admissions"),
            Blocks(
                spans.Sentence("reports.sentence.admissions", ("year", figures.Year.ToString(Words.Vietnamese))),
                spans.Answer("new_member_target").Value is null
                    ? null
                    : spans.Sentence(
                        "reports.sentence.admission-target",
                        (
                            "achievement",
                            VietnameseFormat.Achievement(
                                spans.Answer("new_member_target_rate").Value ?? 0m,
                                figures.AsOf.Month == 12
                            )
                        )
                    ),
                spans.Answer("new_member_growth_count").Value is null
                    ? null
                    : spans.Sentence(
                        "reports.sentence.admissions-compared",
                        ("before", VietnameseFormat.Date(figures.AsOf.AddYears(-1)))
                    ),
                spans.Sentence("reports.sentence.recognition"),
                new ReportRoom(Words.Get("reports.room.admissions"))
            )
        );
    }

    private static ReportTable MovementTable(FigureSpans spans, FiguresView figures) =>
        new(
            Words.Get("reports.table.movement"),
            [Words.Get("reports.column.content"), Now(figures), Before(figures), Words.Get("reports.column.change")],
            [.. Movement.Select(code => Row(spans, code))],
            Row(spans, "party_member_total", Words.Get("reports.row.closing")),
            Words.Get("reports.note.movement")
        );

    internal static IReadOnlyList<ReportSpan> Row(FigureSpans spans, string code, string? label = null) =>
        [new(label ?? Words.Get("figures." + code)), spans.Own(code), spans.LastYear(code), spans.Change(code)];

    internal static string Now(FiguresView figures) => Words.Get("reports.column.to", VietnameseFormat.Date(figures.AsOf));

    internal static string Before(FiguresView figures) =>
        Words.Get("reports.column.to", VietnameseFormat.Date(figures.AsOf.AddYears(-1)));

    internal static IReadOnlyList<ReportBlock> Blocks(params ReportBlock?[] blocks) => [.. blocks.OfType<ReportBlock>()];
}
