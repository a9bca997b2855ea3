using TongKet.Domain.Reviews;
using TongKet.Regulations;
using TongKet.Reviews.ScoreCriteria;
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

    /// <summary>Which of one's own texts stands under the heading before it.</summary>
    private const char Own = '=';

    /// <summary>In which section it stands: what is one text on the page where it is typed is not printed twice.</summary>
    private const char SaidAt = '@';

    private const string Tick = "☐ ";
    private const string Ticked = "☒ ";

    /// <summary>
    /// The sections as the words list them: «I. …», and under it «> …» or «* …» with room to write. What was typed
    /// stands where it belongs, in place of the room.
    /// </summary>
    public static IEnumerable<PaperBlock> Sections(ReviewForms forms, string key, SelfReview? typed = null)
    {
        var sections = Words.Get(key).Split('|');
        var isTyped = false;
        for (var i = 0; i < sections.Length; i++)
        {
            var (text, own) = sections[i].Split(Own) is [var heading, var which]
                ? (heading, TypedAt(typed, which))
                : (sections[i], null);
            var isUnder = text[0] is Under or Criterion;
            yield return new PaperHeading(isUnder ? text[1..].Trim() : text, isUnder ? 2 : 1);
            if (!isUnder)
            {
                isTyped = own is { Length: > 0 };
                foreach (var paragraph in own ?? [])
                {
                    yield return new PaperText(paragraph);
                }

                if (isTyped || (i + 1 < sections.Length && sections[i + 1][0] is Under or Criterion))
                {
                    continue;
                }
            }

            yield return new PaperRoom(
                isUnder && isTyped ? 1
                : text[0] == Criterion ? 3
                : 4
            );
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

    /// <summary>Points where the regime has them, then the four grades to tick. Only what was chosen by who is reviewed is ticked.</summary>
    public static IEnumerable<PaperBlock> OwnGrade(ReviewForms forms, Grade chosen, ScoredCriteria? scored)
    {
        yield return new PaperHeading(Words.Get("reports.form.own-grade"), 1);
        // The sums stand under the table of what was scored; dots are for who writes by hand.
        if (forms.Points is { } points && scored is not { OwnResult.IsGiven: true })
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

        foreach (var grade in Grades(chosen))
        {
            yield return grade;
        }
    }

    /// <summary>The four grades to tick.</summary>
    public static IEnumerable<PaperBlock> Grades(Grade chosen = Grade.None) =>
        new[] { Grade.Excellent, Grade.Good, Grade.Completed, Grade.NotCompleted }.Select(grade => new PaperText(
            (grade == chosen ? Ticked : Tick) + Words.Of(grade)
        ));

    private static string[] TypedAt(SelfReview? typed, string which)
    {
        var (part, saidAt) = which.Split(SaidAt) is [var name, var section] ? (name, section) : (which, null);
        var text = part switch
        {
            "strengths" => Paragraphs(typed?.Strengths),
            "weaknesses" => Paragraphs(typed?.Weaknesses),
            "remedies" => Paragraphs(typed?.Remedies),
            _ => throw new NotSupportedException(which),
        };
        return saidAt is null || text.Length == 0 ? text : [Words.Get("reports.form.said-at", saidAt)];
    }

    private static string[] Paragraphs(string? text) =>
        text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>«Mẫu 02A», with the document that sets it; nothing where the rule set names no number.</summary>
    public static IReadOnlyList<string> Mark(string? number, ReviewForms forms) =>
        number is null ? [] : [Words.Get("reports.form.mark", number, forms.Document)];
}
