using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>
/// The minutes of the meeting, with a place for each member. Counts stand in it once the vote was entered, the rest is left to
/// the hand.
/// </summary>
internal static class MinutesSheet
{
    public static PaperSheet Of(ReviewRoll roll) =>
        new(
            PaperHeads.Of(
                roll,
                "reports.papers.kind.minutes",
                Words.Get("reports.papers.title.minutes", RollTable.Year(roll)),
                "BB",
                roll.Vote?.Round
            ),
            [
                new PaperText(
                    Words.Get(
                        "reports.papers.minutes.opening",
                        roll.Cell.Name,
                        RollTable.Year(roll),
                        Day(roll.Vote?.Round.HeldOn)
                    )
                ),
                new PaperHeading(Words.Get("reports.papers.minutes.who"), 1),
                .. RollTable.Texts(
                    "reports.papers.minutes.attendance",
                    RollTable.Number(roll.Lines.Count),
                    RollTable.Number(roll.Official),
                    RollTable.Number(roll.Lines.Count - roll.Official),
                    RollTable.Blank(roll.Vote?.Round.Present),
                    RollTable.Blank(roll.Vote?.Round.Elsewhere),
                    RollTable.Blank(roll.Vote?.Round.ExemptAbsent),
                    RollTable.Blank(roll.Vote?.Round.Base)
                ),
                new PaperHeading(Words.Get("reports.papers.minutes.course"), 1),
                new PaperHeading(
                    Words.Get(roll.HasCommittee ? "reports.papers.minutes.of-committee" : "reports.papers.minutes.of-cell"),
                    2
                ),
                new PaperRoom(4),
                new PaperHeading(Words.Get("reports.papers.minutes.of-members"), 2),
                .. roll
                    .Lines.Where(line => line.IsReviewed)
                    .SelectMany(line =>
                        new PaperBlock[]
                        {
                            new PaperText(Words.Get("reports.papers.minutes.comrade", line.Called)),
                            new PaperRoom(2),
                        }
                    ),
                new PaperHeading(Words.Get("reports.papers.minutes.vote"), 2),
                .. RollTable.Texts(
                    "reports.papers.minutes.voting",
                    RollTable.Number(roll.Vote?.Votes.Count ?? roll.Graded.Count),
                    Tick(roll, VoteMethod.SecretBallot),
                    Tick(roll, VoteMethod.ShowOfHands)
                ),
                .. RollTable.NotGraded(roll),
                new PaperHeading(Words.Get("reports.papers.minutes.conclusion"), 1),
                new PaperRoom(3),
                new PaperText(Words.Get("reports.papers.minutes.closing")),
                new PaperSignatures(
                    new(null, Upper("reports.papers.post.minutes")),
                    PaperHeads.ForCell("reports.papers.post.chair")
                ),
            ]
        );

    private static string Tick(ReviewRoll roll, VoteMethod method) => roll.Vote?.Round.Method == method ? "☒" : "☐";

    private static string Day(DateOnly? on) =>
        on is { } day
            ? Words.Get("reports.papers.day", $"{day:dd}", $"{day:MM}", $"{day:yyyy}")
            : Words.Get("reports.papers.day-blank");

    private static string Upper(string key) => WriteDocument.DocumentText.Upper(Words.Get(key));
}
