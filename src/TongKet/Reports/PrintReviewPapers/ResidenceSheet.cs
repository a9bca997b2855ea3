using System.Globalization;
using TongKet.Domain.Reviews;
using TongKet.Reports.WriteDocument;
using TongKet.Reviews.KeepResidence;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>The comment of the cell of the residence on each who keeps contact with it, filled in where it was entered.</summary>
internal static class ResidenceSheet
{
    public static IEnumerable<PaperSheet> Of(ReviewRoll roll) =>
        roll.Contacts.Where(line => line.Contact.ExemptWhy is null).Select(line => Of(roll, line));

    private static PaperSheet Of(ReviewRoll roll, ResidenceLine line) =>
        new(
            PaperHeads.Of(
                roll,
                "reports.papers.kind.residence",
                Words.Get($"reports.papers.title.{Kind(line)}", roll.Year.ToString(CultureInfo.InvariantCulture)),
                null
            ),
            [
                new PaperText(Words.Get("reports.form.field", Words.Get("reports.form.field.name"), line.Contact.FullName)),
                new PaperText(Words.Get("reports.papers.residence.member-at", line.Contact.MemberAt)),
                new PaperText(Words.Get($"reports.papers.{Kind(line)}.from", VietnameseFormat.Date(line.Contact.FromOn))),
                .. Comment(line),
                new PaperSignatures(null, PaperHeads.ForCell("reports.papers.post.secretary")),
            ]
        );

    private static string Kind(ResidenceLine line) =>
        line.Contact.Kind == ContactKind.TemporaryAffiliation ? "temporary" : "residence";

    private static IEnumerable<PaperBlock> Comment(ResidenceLine line)
    {
        if (line.Comment?.Text is { } text)
        {
            return [new PaperHeading(Words.Get("reports.papers.residence.comment"), 1), new PaperText(DocumentText.Clean(text))];
        }

        return Words
            .Get($"reports.papers.{Kind(line)}.prompts")
            .Split('|')
            .SelectMany(prompt => new PaperBlock[] { new PaperText(prompt), new PaperRoom(3) });
    }
}
