using TongKet.Domain.Regulations;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// Of how many a vote of a cell is counted, or why the minutes cannot be right. Who leaves the base is data of the rule
/// set (QĐ 294 9.3.2): those elsewhere for a time and the exempt who did not come; any other absence leaves nobody out.
/// </summary>
public static class VoteBaseRule
{
    public static Outcome<int> Of(RuleSet set, CellVoters voters)
    {
        var article = set["cell_vote_base"].Article;
        if (voters.Official <= 0)
        {
            return new Refusal("review.vote-base.nobody");
        }

        if (voters.Elsewhere < 0 || voters.ExemptAbsent < 0 || voters.Present < 0)
        {
            return new Refusal("review.vote-base.negative");
        }

        if (voters.Elsewhere + voters.ExemptAbsent >= voters.Official)
        {
            return new Refusal(
                "review.vote-base.too-many-left-out",
                article,
                voters.Elsewhere,
                voters.ExemptAbsent,
                voters.Official
            );
        }

        // Whatever the base is: those elsewhere and the absent were not there.
        var most = voters.Official - voters.Elsewhere - voters.ExemptAbsent;
        return voters.Present > most
            ? new Refusal("review.vote-base.more-present", article, voters.Present, most)
            : MajorityRule.BaseOf(set, voters);
    }

    /// <summary>Of a deciding body: all its members, where the rule set says nothing else.</summary>
    public static Outcome<int> OfBody(RuleSet set, int members, int present, int valid) =>
        members <= 0
            ? new Refusal("review.vote-base.no-body")
            : set["deciding_vote_base"].Text switch
            {
                "ValidBallots" => valid,
                "PresentMembers" => present,
                _ => members,
            };
}
