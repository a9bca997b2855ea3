using TongKet.Domain.Reviews;
using TongKet.Figures.AnswerFigures;
using TongKet.Reviews.ShowExcellentCap;
using TongKet.Web;

namespace TongKet.Reports.ShowReport;

/// <summary>The classification of organizations, cells and members, with percentages and named bases, and the share of Excellent.</summary>
internal static class ReviewSections
{
    private static readonly string[] Grades = ["excellent", "good", "completed", "not_completed"];

    public static IEnumerable<ReportSection> Of(FigureSpans spans, FiguresView figures, ExcellentCapView? cap)
    {
        yield return new(1, Words.Get("reports.section.review"), []);
        if (!figures.Table.On.RosterIsClosed)
        {
            yield return new(
                2,
                Words.Get("reports.section.review.members"),
                [
                    new ReportSentence([
                        new(Words.Get("reports.sentence.not-graded-yet", VietnameseFormat.Date(figures.Table.On.RosterOn))),
                    ]),
                ]
            );
            yield break;
        }

        yield return new(
            2,
            Words.Get("reports.section.review.organizations"),
            OrganizationSections.Blocks(
                Table(spans, "org", "reports.table.org-grades", "org_rated_count"),
                spans.Sentence("reports.sentence.org-good-or-better")
            )
        );
        yield return new(
            2,
            Words.Get("reports.section.review.cells"),
            OrganizationSections.Blocks(
                spans.Answer("cell_rated_count").Value is > 0
                    ? Table(spans, "cell", "reports.table.cell-grades", "cell_rated_count")
                    : null,
                spans.Answer("cell_rated_count").Value is > 0
                    ? null
                    : new ReportSentence([new(Words.Get("reports.sentence.no-cells"))])
            )
        );
        yield return new(
            2,
            Words.Get("reports.section.review.members"),
            OrganizationSections.Blocks(
                spans.Sentence("reports.sentence.roster", ("day", VietnameseFormat.Date(figures.Table.On.RosterOn))),
                Table(spans, "member", "reports.table.member-grades", "member_rated_count"),
                Chart(spans, figures),
                Accounting(spans),
                new ReportRoom(Words.Get("reports.room.review"))
            )
        );
        if (cap is { Groups.Count: > 0 })
        {
            yield return new(2, Words.Get("reports.section.review.cap"), [Cap(cap), .. CapReasons.Of(cap)]);
        }
    }

    private static ReportTable Table(FigureSpans spans, string prefix, string caption, string rated) =>
        new(
            Words.Get(caption),
            [
                Words.Get("reports.column.grade"),
                Words.Get("reports.column.count"),
                Words.Get("reports.column.percent"),
                Words.Get("reports.column.before"),
                Words.Get("reports.column.change"),
            ],
            [
                .. Grades.Select(grade =>
                {
                    var code = $"{prefix}_{grade}_count";
                    return (IReadOnlyList<ReportSpan>)
                        [
                            new(Words.Get("reports.grade." + grade)),
                            spans.Own(code),
                            Share(spans, code, rated),
                            spans.LastYear(code),
                            spans.Change(code),
                        ];
                }),
            ],
            [
                new(Words.Get("reports.row.rated")),
                spans.Own(rated),
                new(spans.Answer(rated).Value is > 0 ? VietnameseFormat.Percent(100m) : VietnameseFormat.Unknown),
                spans.LastYear(rated),
                spans.Change(rated),
            ],
            Words.Get("reports.note.base", Words.Get("figures." + rated))
        );

    private static ReportSpan Share(FigureSpans spans, string part, string rated) =>
        new(VietnameseFormat.Percent(Domain.Values.Rounding.Percent(spans.Answer(part).Value, spans.Answer(rated).Value)));

    private static ReportChart Chart(FigureSpans spans, FiguresView figures)
    {
        var answers = Grades.Select(grade => spans.Answer($"member_{grade}_count")).ToList();
        var now = new ReportSeries(OrganizationSections.Now(figures), [.. answers.Select(a => a.Value)]);
        var before = new ReportSeries(OrganizationSections.Before(figures), [.. answers.Select(a => a.LastYear)]);
        return new(
            Words.Get("reports.chart.member-grades"),
            [.. Grades.Select(grade => Words.Get("reports.grade." + grade))],
            before.Values.All(v => v is null) ? [now] : [before, now]
        );
    }

    /// <summary>Everybody on the roster is accounted for: graded, each reason, and what is not recorded.</summary>
    private static ReportTable Accounting(FigureSpans spans)
    {
        return new(
            Words.Get("reports.table.accounting"),
            [Words.Get("reports.column.content"), Words.Get("reports.column.count")],
            [
                Line("member_rated_count"),
                Line("member_exempt_count"),
                Inner("member_exempt_activity_count"),
                Inner("member_under_six_months_count"),
                Inner("member_suspended_count"),
                Line("member_unrated_count"),
                Inner("member_not_reviewed_count"),
                Inner("member_unrecorded_count"),
            ],
            [new(Words.Get("reports.row.roster")), spans.Own("roster_member_count")],
            Words.Get("reports.note.accounting")
        );

        IReadOnlyList<ReportSpan> Line(string code) => [new(Words.Get("figures." + code)), spans.Own(code)];

        IReadOnlyList<ReportSpan> Inner(string code) =>
            [new(Words.Get("reports.row.of-which", Words.Get("figures." + code))), spans.Own(code)];
    }

    private static ReportTable Cap(ExcellentCapView cap)
    {
        var bases = Enum.GetValues<CapBase>();
        return new(
            Words.Get("reports.table.cap", cap.Percent),
            [
                Words.Get("reports.column.group"),
                Words.Get("reports.column.rated"),
                Words.Get("reports.column.excellent"),
                Words.Get("reports.column.good"),
                .. bases.Select(b => Words.Get("reviews.cap.base." + CapVerb.BaseOf(b))),
            ],
            [
                .. cap.Groups.Select(g =>
                    (IReadOnlyList<ReportSpan>)
                        [
                            new(g.Name),
                            new(VietnameseFormat.Number(g.Group.Rated)),
                            new(VietnameseFormat.Number(g.Group.Excellent)),
                            new(VietnameseFormat.Number(g.Group.Good)),
                            .. g.Readings.Select(r => new ReportSpan(CapVerb.Room(r) + (r == g.InForce ? " *" : ""))),
                        ]
                ),
            ],
            null,
            Words.Get("reviews.cap.in-force", cap.RuleSet.Document, cap.Percent)
        );
    }
}
