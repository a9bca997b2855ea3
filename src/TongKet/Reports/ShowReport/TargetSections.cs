using TongKet.Commendations.ListCommendations;
using TongKet.Domain.Targets;
using TongKet.Figures.AnswerFigures;
using TongKet.Figures.ListRecords;
using TongKet.Targets;
using TongKet.Web;

namespace TongKet.Reports.ShowReport;

/// <summary>Targets of the year and what came of them, what was not good, and the targets of the year to come.</summary>
internal static class TargetSections
{
    public static IEnumerable<ReportSection> Of(
        FigureSpans spans,
        FiguresView figures,
        IReadOnlyList<(Target Target, TargetResult Result)> measured,
        IReadOnlyList<Target> next,
        IReadOnlyList<CommendationLine> commended
    )
    {
        yield return new(
            1,
            Words.Get("reports.section.targets"),
            measured.Count == 0
                ? [new ReportSentence([new(Words.Get("reports.sentence.no-targets"))])]
                : OrganizationSections.Blocks(spans.Sentence("reports.sentence.targets"), Table(figures, measured))
        );
        yield return CommendedSection.Of(spans, commended);
        yield return new(
            1,
            Words.Get("reports.section.shortcomings"),
            [new ReportRoom(Words.Get("reports.room.shortcomings")), new ReportRoom(Words.Get("reports.room.causes"))]
        );
        yield return new(
            1,
            Words.Get("reports.section.next", figures.Year + 1),
            next.Count == 0
                ? [new ReportRoom(Words.Get("reports.room.next"))]
                : [Next(figures.Year + 1, next), new ReportRoom(Words.Get("reports.room.next"))]
        );
    }

    private static ReportTable Table(FiguresView figures, IReadOnlyList<(Target Target, TargetResult Result)> measured)
    {
        var isOver = TargetRule.YearIsOver(figures.Year, figures.AsOf);
        return new(
            Words.Get("reports.table.targets"),
            [
                Words.Get("reports.column.target"),
                Words.Get("reports.column.assigned"),
                Words.Get("reports.column.actual"),
                Words.Get("reports.column.achievement"),
                Words.Get("reports.column.state"),
            ],
            [
                .. measured.Select(m =>
                    (IReadOnlyList<ReportSpan>)
                        [
                            new(m.Target.Name),
                            new(TargetWords.Assigned(m.Target)),
                            Actual(figures, m.Target, m.Result),
                            new(Achievement(figures, m.Target, m.Result, isOver)),
                            new(TargetWords.State(m.Result, isOver)),
                        ]
                ),
            ],
            null,
            null
        );
    }

    private static string Achievement(FiguresView figures, Target target, TargetResult result, bool isOver) =>
        TargetWords.Achievement(target, result, isOver)
        + (TargetWords.Remaining(target, result, figures.AsOf) is { } remaining ? "; " + remaining : "");

    private static ReportSpan Actual(FiguresView figures, Target target, TargetResult result)
    {
        var text = TargetWords.Actual(target, result);
        return target.FigureCode is null || TargetsRoom.MeasuredOn(figures.Table.Tree, target.OrganizationId) is not { } on
            ? new(text)
            : new(
                text,
                target.FigureCode,
                on.Id,
                result.Actual,
                RecordsAddress.Of(target.FigureCode, on.Id, figures.Year, figures.AsOf, figures.TreeOn)
            );
    }

    private static ReportTable Next(int year, IReadOnlyList<Target> next) =>
        new(
            Words.Get("reports.table.next", year),
            [Words.Get("reports.column.target"), Words.Get("reports.column.assigned")],
            [.. next.Select(t => (IReadOnlyList<ReportSpan>)[new(t.Name), new(TargetWords.Assigned(t))])],
            null,
            null
        );
}
