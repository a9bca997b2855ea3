using TongKet.Domain.Organizations;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>
/// The sheet of analysis and grading of a collective, criterion by criterion (form 04 of HD 21): who rates, who is rated,
/// the levels that were given, the grade to tick.
/// </summary>
internal static class CollectiveAnalysisSheet
{
    public static PaperSheet Of(ReviewRoll roll)
    {
        var isCell = roll.Cell.Kind.IsCell();
        return new(
            PaperHeads.Of(
                roll,
                "reports.papers.kind.analysis",
                Words.Get("reports.papers.title.year", RollTable.Year(roll)),
                null
            ) with
            {
                Notices = FormBlocks.Mark(roll.Forms.CollectiveSheet, roll.Forms),
            },
            [
                new PaperText(Words.Get("reports.criteria.rated-by", FormBlocks.Dots)),
                new PaperText(Words.Get("reports.criteria.rated", CollectiveSheet.WhoOf(roll))),
                .. CriteriaBlocks.Levels(roll.OfCollective),
                new PaperHeading(Words.Get("reports.criteria.comment"), 2),
                new PaperRoom(4),
                new PaperHeading(Words.Get("reports.criteria.grade"), 2),
                .. FormBlocks.Grades(),
                new PaperSignatures(
                    null,
                    PaperHeads.For(
                        isCell ? "reports.signs-for.cell" : "reports.signs-for.committee",
                        "reports.papers.post.secretary"
                    )
                ),
            ]
        );
    }
}
