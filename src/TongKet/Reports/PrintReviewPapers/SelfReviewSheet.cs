using System.Globalization;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Reports.WriteDocument;
using TongKet.Reviews.ScoreCriteria;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>
/// A self-review in the form of the year's regime, of a member in his cell or of a leader in the organization that he leads:
/// who he is stands there, and what he typed; the rest he writes.
/// </summary>
internal static class SelfReviewSheet
{
    private const int LinesOfCriterion = 3;

    public static PaperSheet Of(ReviewRoll roll, RollLine line, ReviewForm form)
    {
        var typed = roll.Typed.GetValueOrDefault(roll.KeyOf(line));
        var blocks = new List<PaperBlock>();
        blocks.AddRange(Who(roll, line, form));
        blocks.AddRange(FormBlocks.Sections(roll.Forms, Sections(form), typed));
        var criteria = roll.Criteria?.Of(roll.KeyOf(line), form == ReviewForm.Leader ? ReviewSubject.Leader : null);
        blocks.AddRange(CriteriaBlocks.Points(criteria));
        blocks.AddRange(CriteriaBlocks.OwnLevels(criteria));
        blocks.AddRange(FormBlocks.OwnGrade(roll.Forms, typed?.Grade ?? Grade.None, criteria));
        blocks.Add(new PaperSignatures(null, new(null, Upper("reports.papers.post.self"), line.Name)));
        blocks.AddRange(Afterwards(roll, line, form, criteria));
        return new(
            PaperHeads.Of(roll, "reports.papers.kind.self", Words.Get("reports.papers.title.year", Year(roll)), null) with
            {
                Notices = FormBlocks.Mark(roll.Forms.Members[form], roll.Forms),
            },
            blocks
        );
    }

    private static string Sections(ReviewForm form) =>
        form switch
        {
            ReviewForm.Leader => "reports.form.leader",
            ReviewForm.OutsideSystem => "reports.form.outside",
            _ => "reports.form.member",
        };

    private static IEnumerable<PaperBlock> Who(ReviewRoll roll, RollLine line, ReviewForm form)
    {
        yield return Field("name", line.Name);
        yield return Field("born", line.Born?.ToString());
        yield return Field("party-post", string.Join(", ", line.PartyPosts));
        if (form != ReviewForm.OutsideSystem)
        {
            yield return Field("state-post", string.Join(", ", line.OtherPosts));
        }

        yield return Field("occupation", line.Occupation);
        yield return Field("unit", string.Join(", ", line.Bodies));
        yield return Field(
            "cell",
            !roll.IsOfCell ? line.CellName
                : roll.Superior is { } above ? $"{roll.Cell.Name}, {above.Name}"
                : roll.Cell.Name
        );
    }

    private static PaperText Field(string name, string? value) =>
        new(
            Words.Get(
                "reports.form.field",
                Words.Get("reports.form.field." + name),
                string.IsNullOrWhiteSpace(value) ? FormBlocks.Dots : value
            )
        );

    /// <summary>What others write under it: the cell's committee, the cell with its votes, the deciding committee.</summary>
    private static IEnumerable<PaperBlock> Afterwards(ReviewRoll roll, RollLine line, ReviewForm form, ScoredCriteria? criteria)
    {
        yield return new PaperHeading(Words.Get("reports.form.afterwards"), 1);
        // What another cell says goes before what his own makes of it.
        foreach (var comment in roll.Elsewhere[roll.IsOfCell ? line.MemberId : 0])
        {
            yield return new PaperHeading(
                Words.Get("reports.form.comment-elsewhere." + comment.Kind.ToString().ToLowerInvariant(), comment.Cell),
                2
            );
            yield return comment.Text is { } text ? new PaperText(DocumentText.Clean(text)) : new PaperRoom(LinesOfCriterion);
        }

        yield return new PaperHeading(
            Words.Get(
                !roll.IsOfCell ? "reports.form.comment-of-body"
                : roll.HasCommittee ? "reports.form.comment-of-committee"
                : "reports.form.comment-of-cell"
            ),
            2
        );
        yield return new PaperRoom(LinesOfCriterion);
        foreach (var levels in CriteriaBlocks.Levels(criteria))
        {
            yield return levels;
        }

        yield return new PaperText(Words.Get(roll.IsOfCell ? "reports.form.proposal" : "reports.form.proposal-of-body"));
        yield return new PaperSignatures(
            null,
            PaperHeads.For(
                roll.IsOfCell ? "reports.signs-for.cell" : "reports.signs-for.committee",
                "reports.papers.post.secretary"
            )
        );
        if (roll.Cell.Kind == OrganizationKind.GrassrootsCell && form != ReviewForm.Leader)
        {
            yield break;
        }

        yield return new PaperHeading(Words.Get("reports.form.deciding"), 2);
        yield return new PaperText(Words.Get("reports.form.decision"));
        yield return new PaperSignatures(
            null,
            form == ReviewForm.Leader
                ? new(Words.Get("reports.form.deciding-level"), null)
                : PaperHeads.For("reports.signs-for.committee", "reports.papers.post.secretary")
        );
    }

    private static string Upper(string key) => DocumentText.Upper(Words.Get(key));

    private static string Year(ReviewRoll roll) => roll.Year.ToString(CultureInfo.InvariantCulture);
}
