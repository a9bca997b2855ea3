using System.Globalization;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>The review of the collective: of a committee, of the cell's committee, or of the cell that has none.</summary>
internal static class CollectiveSheet
{
    public static PaperSheet Of(ReviewRoll roll)
    {
        var who = WhoOf(roll);
        var year = roll.Year.ToString(CultureInfo.InvariantCulture);
        var typed = roll.Typed.GetValueOrDefault(roll.CollectiveKey);
        return new(
            PaperHeads.Of(roll, "reports.papers.kind.report", Words.Get("reports.papers.title.collective", who, year), "BC") with
            {
                Notices = FormBlocks.Mark(roll.Forms.Collective, roll.Forms),
            },
            [
                .. FormBlocks.Sections(roll.Forms, "reports.form.collective", typed),
                .. CriteriaBlocks.Points(roll.OfCollective),
                .. CriteriaBlocks.OwnLevels(roll.OfCollective),
                .. roll.OfCollective is { Result.IsGiven: true } given ? CriteriaBlocks.Levels(given) : [],
                .. FormBlocks.OwnGrade(roll.Forms, typed?.Grade ?? Grade.None, roll.OfCollective),
                new PaperText(PaperHeads.Recipients(roll), IsItalic: true),
                new PaperSignatures(
                    null,
                    PaperHeads.For(
                        !roll.Cell.Kind.IsCell() ? "reports.signs-for.committee"
                            : roll.HasCommittee ? "reports.papers.cell-committee"
                            : "reports.signs-for.cell",
                        "reports.papers.post.secretary"
                    )
                ),
            ]
        );
    }

    /// <summary>Which collective: the committee, a cell's own committee, or the cell that has none.</summary>
    public static string WhoOf(ReviewRoll roll) =>
        Words.Get(
            !roll.Cell.Kind.IsCell() ? "reports.form.collective.body"
                : roll.HasCommittee ? "reports.form.collective.committee"
                : "reports.form.collective.cell",
            roll.Cell.Name
        );
}
