using System.Globalization;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>The review of the collective: of the cell's committee, or of the cell that has none.</summary>
internal static class CollectiveSheet
{
    public static PaperSheet Of(ReviewRoll roll)
    {
        var who = Words.Get(
            roll.HasCommittee ? "reports.form.collective.committee" : "reports.form.collective.cell",
            roll.Cell.Name
        );
        var year = roll.Year.ToString(CultureInfo.InvariantCulture);
        return new(
            PaperHeads.Of(roll, "reports.papers.kind.report", Words.Get("reports.papers.title.collective", who, year), "BC") with
            {
                Notices = FormBlocks.Mark(roll.Forms.Collective, roll.Forms),
            },
            [
                .. FormBlocks.Sections(roll.Forms, "reports.form.collective"),
                .. FormBlocks.OwnGrade(roll.Forms),
                new PaperText(PaperHeads.Recipients(roll), IsItalic: true),
                new PaperSignatures(
                    null,
                    PaperHeads.For(
                        roll.HasCommittee ? "reports.papers.cell-committee" : "reports.signs-for.cell",
                        "reports.papers.post.secretary"
                    )
                ),
            ]
        );
    }
}
