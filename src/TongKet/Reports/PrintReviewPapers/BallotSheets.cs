using System.Globalization;
using TongKet.Reports.WriteDocument;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>
/// The secret ballot of a cell: a paper for each voter with all names, and the record of the counting team. Only counts
/// ever come back from it.
/// </summary>
internal static class BallotSheets
{
    private const decimal BallotRow = 8;
    private const decimal TallyRow = 9;

    /// <summary>What a ballot takes beside its names, in millimetres: title, heading of the table, hint, line to cut.</summary>
    private const decimal BesideNames = 62;

    /// <summary>Rows beyond which one ballot is printed for the copier: a document of thousands of pages opens nowhere.</summary>
    private const int MostRows = 4_000;

    public static PaperSheet Ballots(ReviewRoll roll)
    {
        var copies = CopiesOf(roll);
        var perPage = PerPage(roll);
        var blocks = new List<PaperBlock>();
        for (var i = 0; i < copies; i++)
        {
            if (i > 0)
            {
                blocks.Add(i % perPage == 0 ? new PaperBreak() : new PaperCut());
            }

            blocks.AddRange(Ballot(roll));
        }

        return new(null, blocks);
    }

    public static PaperSheet Tally(ReviewRoll roll) =>
        new(
            PaperHeads.Of(roll, "reports.papers.kind.tally", Words.Get("reports.papers.title.tally", Year(roll)), "BB"),
            [
                .. Words
                    .Get("reports.papers.tally.team", roll.Cell.Name, VietnameseFormat.Number(roll.Official))
                    .Split('|')
                    .Select(text => new PaperText(text)),
                Table(Words.Get("reports.papers.tally.table"), roll, TallyRow),
                new PaperText(Words.Get("reports.papers.tally.check"), IsItalic: true),
                new PaperText(Words.Get("reports.papers.tally.second")),
                new PaperRoom(2),
                new PaperText(Words.Get("reports.papers.tally.closing")),
                new PaperSignatures(
                    PaperHeads.ForCell("reports.papers.post.chair"),
                    PaperHeads.For("reports.papers.counting-team", "reports.papers.post.head")
                ),
            ]
        );

    /// <summary>One ballot a voter; in a cell so large that nobody could open it, one for the copier.</summary>
    internal static int CopiesOf(ReviewRoll roll) => roll.Voters * roll.Graded.Count > MostRows ? 1 : Math.Max(1, roll.Voters);

    /// <summary>As many as stand on a page whole.</summary>
    internal static int PerPage(ReviewRoll roll)
    {
        var page = (decimal)DocxMeasure.PaperHeight * 254 / 14400 - roll.Format.MarginTop - roll.Format.MarginBottom;
        return Math.Max(1, (int)(page / (BesideNames + roll.Graded.Count * BallotRow)));
    }

    private static IEnumerable<PaperBlock> Ballot(ReviewRoll roll) =>
        [
            new PaperText(DocumentText.Upper(roll.Cell.Name), IsCentred: true),
            new PaperText(Words.Get("reports.papers.ballot.title"), IsBold: true, IsCentred: true),
            new PaperText(Words.Get("reports.papers.ballot.subtitle", Year(roll)), IsCentred: true),
            Table("", roll, BallotRow),
            new PaperText(Words.Get("reports.papers.ballot.hint"), IsItalic: true),
        ];

    private static PaperTable Table(string caption, ReviewRoll roll, decimal rowHeight) =>
        new(
            caption,
            [
                Words.Get("reports.papers.column.order"),
                Words.Get("reports.papers.column.name"),
                Words.Get("reports.papers.grade.excellent"),
                Words.Get("reports.papers.grade.good"),
                Words.Get("reports.papers.grade.completed"),
                Words.Get("reports.papers.grade.notcompleted"),
                Words.Get("reports.papers.column.no-opinion"),
            ],
            [
                .. roll.Graded.Select(
                    (line, at) => (IReadOnlyList<string>)[VietnameseFormat.Number(at + 1), line.Name, "", "", "", "", ""]
                ),
            ],
            rowHeight
        );

    private static string Year(ReviewRoll roll) => roll.Year.ToString(CultureInfo.InvariantCulture);
}
