using TongKet.Regulations;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>What the forms of a regime have in common: headings with room under them, levels to tick or points, the own grade.</summary>
internal static class FormBlocks
{
    public const string Dots = "…………………………………………";

    /// <summary>A heading of its own ends here; what follows stands under it.</summary>
    private const char Under = '>';

    /// <summary>A criterion: it is given a level, where the regime has levels.</summary>
    private const char Criterion = '*';

    private const string Tick = "☐ ";

    /// <summary>The sections as the words list them: «I. …», and under it «> …» or «* …» with room to write.</summary>
    public static IEnumerable<PaperBlock> Sections(ReviewForms forms, string key)
    {
        var sections = Words.Get(key).Split('|');
        for (var i = 0; i < sections.Length; i++)
        {
            var text = sections[i];
            if (text[0] is not (Under or Criterion))
            {
                yield return new PaperHeading(text, 1);
                if (i + 1 < sections.Length && sections[i + 1][0] is Under or Criterion)
                {
                    continue;
                }
            }
            else
            {
                yield return new PaperHeading(text[1..].Trim(), 2);
            }

            yield return new PaperRoom(text[0] == Criterion ? 3 : 4);
            if (text[0] == Criterion && forms.Levels.Count > 0)
            {
                yield return new PaperText(
                    Words.Get(
                        "reports.form.level",
                        string.Join("    ", forms.Levels.Select(level => Tick + RuleValueWords.Named(level)))
                    )
                );
            }
        }
    }

    /// <summary>Points where the regime has them, then the four grades to tick. None is ticked.</summary>
    public static IEnumerable<PaperBlock> OwnGrade(ReviewForms forms)
    {
        yield return new PaperHeading(Words.Get("reports.form.own-grade"), 1);
        if (forms.Points is { } points)
        {
            yield return new PaperText(
                Words.Get(
                    "reports.form.points",
                    VietnameseFormat.Number(points.Common),
                    VietnameseFormat.Number(points.Results),
                    VietnameseFormat.Number(points.Common + points.Results)
                )
            );
        }

        foreach (var grade in new[] { "excellent", "good", "completed", "not_completed" })
        {
            yield return new PaperText(Tick + Words.Get("reports.grade." + grade));
        }
    }

    /// <summary>«Mẫu 02A», with the document that sets it; nothing where the rule set names no number.</summary>
    public static IReadOnlyList<string> Mark(string? number, ReviewForms forms) =>
        number is null ? [] : [Words.Get("reports.form.mark", number, forms.Document)];
}
