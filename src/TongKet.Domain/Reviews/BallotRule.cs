using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// What the counts of a round cannot be (rules.md §3.6): more ballots out than people there, more back than out, valid
/// and invalid that are not those that came back, a name whose votes are not the valid ballots.
/// </summary>
public static class BallotRule
{
    /// <summary>No cell and no committee is larger; a number beyond it is a slip.</summary>
    private const int MostVoters = 9_999;

    /// <summary>Everything that does not fit, the head of the paper first, then name by name.</summary>
    /// <param name="mostPresent">How many may have been there and vote.</param>
    /// <param name="nameOf">How a subject is called in the sentence.</param>
    public static IReadOnlyList<Refusal> Check(TallyRecord tally, int mostPresent, Func<long, string> nameOf)
    {
        var refusals = new List<Refusal>();
        Refuse(tally.Present <= 0 || tally.Present > MostVoters, "review.tally.present.wrong");
        Refuse(tally.Present > mostPresent, "review.tally.present.over-most", tally.Present, mostPresent);
        if (tally.Method == VoteMethod.SecretBallot)
        {
            CheckPaper();
        }

        foreach (var line in tally.Lines)
        {
            var name = nameOf(line.SubjectId);
            Refuse(line.HasNegative, "review.tally.line.negative", name);
            Refuse(
                !line.HasNegative && line.Total != tally.VotesPerName,
                tally.Method == VoteMethod.SecretBallot ? "review.tally.line.not-valid" : "review.tally.line.not-present",
                name,
                line.Total,
                tally.VotesPerName
            );
        }

        return refusals;

        void CheckPaper()
        {
            var counts = new[] { tally.Issued, tally.Returned, tally.Valid, tally.Invalid };
            if (Array.Exists(counts, count => count is < 0 or > MostVoters))
            {
                refusals.Add(new("review.tally.paper.wrong"));
                return;
            }

            Refuse(tally.Issued == 0, "review.tally.issued.none");
            Refuse(tally.Issued > tally.Present, "review.tally.issued.over-present", tally.Issued, tally.Present);
            Refuse(tally.Returned > tally.Issued, "review.tally.returned.over-issued", tally.Returned, tally.Issued);
            Refuse(
                tally.Valid + tally.Invalid != tally.Returned,
                "review.tally.valid.not-returned",
                tally.Valid,
                tally.Invalid,
                tally.Returned
            );
        }

        void Refuse(bool isWrong, string code, params object[] with)
        {
            if (isWrong)
            {
                refusals.Add(new(code, null, with));
            }
        }
    }
}
