using System.Globalization;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>Tables of the roll, a numbered row a member, and other pieces that the papers of the meeting share.</summary>
internal static class RollTable
{
    /// <summary>A cell that stays empty and wide enough for a hand: spaces that no line breaks at.</summary>
    public static readonly string Room = new('\u00a0', 12);

    public static PaperTable Of(
        string caption,
        decimal rowHeight,
        IReadOnlyList<RollLine> lines,
        params (string Title, Func<RollLine, string> Text)[] columns
    ) =>
        new(
            caption,
            [Words.Get("reports.papers.column.order"), .. columns.Select(column => Words.Get(column.Title))],
            [
                .. lines.Select(
                    (line, at) => (IReadOnlyList<string>)[Number(at + 1), .. columns.Select(column => column.Text(line))]
                ),
            ],
            rowHeight
        );

    /// <summary>Everybody of the roll is accounted for: who is not graded stands with his reason.</summary>
    public static IEnumerable<PaperBlock> NotGraded(ReviewRoll roll)
    {
        if (roll.NotGraded.Count > 0)
        {
            yield return Of(
                Words.Get("reports.papers.not-graded"),
                7,
                roll.NotGraded,
                ("reports.papers.column.name", line => line.Called),
                ("reports.papers.column.born", Born),
                ("reports.papers.column.reason", line => Words.Of(line.Reason)),
                ("reports.papers.column.reviewed", line => line.IsReviewed ? "X" : "")
            );
        }

        yield return new PaperText(Words.Get("reports.papers.not-reviewed"));
    }

    /// <summary>Paragraphs that stand in one text, parted by bars.</summary>
    public static IEnumerable<PaperText> Texts(string key, params object[] with) =>
        Words.Get(key, with).Split('|').Select(text => new PaperText(text));

    public static string Born(RollLine line) => line.Born is { } born ? born.On.Year.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>A number that is known, else dots for the hand.</summary>
    public static string Blank(int? number) => number is { } known ? Number(known) : "……";

    public static string Number(int number) => VietnameseFormat.Number(number);

    public static string Year(ReviewRoll roll) => roll.Year.ToString(CultureInfo.InvariantCulture);
}
