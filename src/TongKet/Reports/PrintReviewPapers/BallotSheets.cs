using System.Globalization;
using TongKet.Domain.Reviews;
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

    public static PaperSheet Tally(ReviewRoll roll)
    {
        var round = roll.Vote?.Round;
        var paper = round is { Method: VoteMethod.SecretBallot } ? round : null;
        return new(
            PaperHeads.Of(roll, "reports.papers.kind.tally", Words.Get("reports.papers.title.tally", Year(roll)), "BB"),
            [
                .. RollTable.Texts(
                    "reports.papers.tally.team",
                    roll.Cell.Name,
                    RollTable.Number(round?.Official ?? roll.Official),
                    RollTable.Blank(round?.Base),
                    RollTable.Blank(round?.Present),
                    RollTable.Blank(paper?.Issued),
                    RollTable.Blank(paper?.Returned),
                    RollTable.Blank(paper?.Valid),
                    RollTable.Blank(paper?.Invalid)
                ),
                Table(Words.Get("reports.papers.tally.table"), roll.Graded, TallyRow, roll.Vote?.Votes),
                new PaperText(Words.Get("reports.papers.tally.check"), IsItalic: true),
                .. Second(roll),
                new PaperText(Words.Get("reports.papers.tally.closing")),
                new PaperSignatures(
                    PaperHeads.ForCell("reports.papers.post.chair"),
                    PaperHeads.For("reports.papers.counting-team", "reports.papers.post.head")
                ),
            ]
        );
    }

    private static IEnumerable<PaperBlock> Second(ReviewRoll roll)
    {
        if (roll.SecondVote is not { } second)
        {
            return [new PaperText(Words.Get("reports.papers.tally.second")), new PaperRoom(2)];
        }

        var names = second.Votes.Select(v => v.MemberId!.Value).ToHashSet();
        return
        [
            Table(
                Words.Get(
                    "reports.papers.tally.second-table",
                    RollTable.Number(second.Round.Valid),
                    RollTable.Number(second.Round.Base)
                ),
                [.. roll.Lines.Where(line => names.Contains(line.MemberId))],
                TallyRow,
                second.Votes
            ),
        ];
    }

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
            Table("", roll.Graded, BallotRow, null),
            new PaperText(Words.Get("reports.papers.ballot.hint"), IsItalic: true),
        ];

    /// <param name="votes">What was counted; null leaves the cells to the hand.</param>
    private static PaperTable Table(
        string caption,
        IReadOnlyList<RollLine> lines,
        decimal rowHeight,
        IReadOnlyList<BallotVotes>? votes
    )
    {
        var counted = votes?.ToDictionary(v => v.MemberId!.Value, v => v.Line);
        return RollTable.Of(
            caption,
            rowHeight,
            lines,
            [
                ("reports.papers.column.name", line => line.Called),
                Column("reports.papers.grade.excellent", Grade.Excellent),
                Column("reports.papers.grade.good", Grade.Good),
                Column("reports.papers.grade.completed", Grade.Completed),
                Column("reports.papers.grade.notcompleted", Grade.NotCompleted),
                Column("reports.papers.column.no-opinion", Grade.None),
            ]
        );

        (string, Func<RollLine, string>) Column(string title, Grade grade) =>
            (title, line => counted?.GetValueOrDefault(line.MemberId) is { } found ? RollTable.Number(found.For(grade)) : "");
    }

    private static string Year(ReviewRoll roll) => roll.Year.ToString(CultureInfo.InvariantCulture);
}
