using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>
/// The papers of the meeting itself: who attends, the minutes, what is proposed. Names, posts and last year's grades are
/// filled in; what the meeting finds is left to it, and nobody's grade stands there beforehand.
/// </summary>
internal static class MeetingSheets
{
    private const decimal SigningRow = 9;

    public static PaperSheet List(ReviewRoll roll) =>
        new(
            PaperHeads.Of(roll, "reports.papers.kind.list", Words.Get("reports.papers.title.list", RollTable.Year(roll)), null),
            [
                new PaperText(
                    Words.Get(
                        "reports.papers.list.counts",
                        VietnameseFormat.Date(roll.On),
                        RollTable.Number(roll.Lines.Count),
                        RollTable.Number(roll.Official),
                        RollTable.Number(roll.Lines.Count - roll.Official),
                        RollTable.Number(roll.Graded.Count),
                        RollTable.Number(roll.Voters)
                    )
                ),
                RollTable.Of(
                    "",
                    SigningRow,
                    roll.Lines,
                    ("reports.papers.column.name", line => line.Called),
                    ("reports.papers.column.born", RollTable.Born),
                    ("reports.papers.column.post", line => string.Join(", ", line.PartyPosts)),
                    ("reports.papers.column.status", Status),
                    ("reports.papers.column.votes", line => line.Votes ? "X" : ""),
                    ("reports.papers.column.present", _ => RollTable.Room),
                    ("reports.papers.column.note", Note)
                ),
                new PaperText(Words.Get("reports.papers.list.base"), IsItalic: true),
                new PaperSignatures(null, PaperHeads.ForCell("reports.papers.post.secretary")),
            ]
        );

    public static PaperSheet Proposals(ReviewRoll roll) =>
        new(
            PaperHeads.Of(
                roll,
                "reports.papers.kind.report",
                Words.Get("reports.papers.title.proposals", RollTable.Year(roll)),
                "BC"
            ),
            [
                new PaperText(
                    Words.Get(
                        "reports.papers.proposals.counts",
                        roll.Cell.Name,
                        RollTable.Number(roll.Lines.Count),
                        RollTable.Number(roll.Graded.Count),
                        RollTable.Number(roll.NotGraded.Count)
                    )
                ),
                new PaperText(Words.Get("reports.papers.proposals.of-cell")),
                RollTable.Of(
                    Words.Get("reports.papers.proposals.table"),
                    SigningRow,
                    roll.Graded,
                    ("reports.papers.column.name", line => line.Called),
                    ("reports.papers.column.born", RollTable.Born),
                    ("reports.papers.column.post", line => string.Join(", ", line.PartyPosts)),
                    ("reports.papers.column.before", line => Before(line)),
                    ("reports.papers.column.own", _ => RollTable.Room),
                    ("reports.papers.column.proposal", line => Proposed(roll, line)),
                    ("reports.papers.column.votes-for", line => Share(roll, line))
                ),
                .. RollTable.NotGraded(roll),
                .. RollTable.Texts("reports.papers.proposals.sums"),
                new PaperText(PaperHeads.Recipients(roll), IsItalic: true),
                new PaperSignatures(null, PaperHeads.ForCell("reports.papers.post.secretary")),
            ]
        );

    /// <summary>What the vote says, once it was entered; before that the cell is left empty.</summary>
    private static string Proposed(ReviewRoll roll, RollLine line) =>
        roll.VotesOf(line.MemberId) is not { } votes ? RollTable.Room
        : votes.Outcome == VoteOutcome.Majority ? GradeName(votes.Grade)
        : Words.Get("reports.papers.no-majority");

    private static string Share(ReviewRoll roll, RollLine line) =>
        roll.VotesOf(line.MemberId) is { Outcome: VoteOutcome.Majority } votes
            ? $"{RollTable.Number(votes.Line.For(votes.Grade))}/{RollTable.Number(roll.BaseOf(votes))}"
            : "…/…";

    private static string GradeName(Grade grade) => Words.Get("reports.papers.grade." + grade.ToString().ToLowerInvariant());

    private static string Before(RollLine line) =>
        line.Before.Grade != Grade.None ? GradeName(line.Before.Grade)
        : line.Before.Reason != NoGradeReason.None ? Words.Of(line.Before.Reason)
        : VietnameseFormat.Unknown;

    private static string Status(RollLine line) =>
        Words.Get(line.IsOfficial ? "reports.papers.official" : "reports.papers.probationary");

    private static string Note(RollLine line) => line.IsGraded ? "" : Words.Of(line.Reason);
}
