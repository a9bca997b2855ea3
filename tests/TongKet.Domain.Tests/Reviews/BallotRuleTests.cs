using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Reviews;

public sealed class BallotRuleTests
{
    private static readonly TallyLine Line = new(7, 9, 5, 1, 0, 1);
    private static readonly TallyRecord Paper = new(VoteMethod.SecretBallot, 17, 17, 17, 16, 1, [Line]);

    [Fact]
    public void A_tally_that_balances_is_taken() => Assert.Empty(Codes(Paper));

    [Fact]
    public void Fewer_ballots_may_be_given_out_than_people_are_there_and_fewer_come_back() =>
        Assert.Empty(Codes(Paper with { Issued = 17, Returned = 16, Invalid = 0 }));

    [Fact]
    public void More_ballots_than_people_there_is_refused() =>
        Assert.Equal(["review.tally.issued.over-present"], Codes(Paper with { Present = 16 }));

    [Fact]
    public void More_ballots_back_than_out_is_refused() =>
        Assert.Equal(["review.tally.returned.over-issued"], Codes(Paper with { Returned = 18, Invalid = 2 }));

    [Fact]
    public void Valid_and_invalid_are_those_that_came_back() =>
        Assert.Equal(["review.tally.valid.not-returned"], Codes(Paper with { Invalid = 0 }));

    [Fact]
    public void A_name_has_as_many_votes_as_ballots_are_valid_and_the_sentence_names_it()
    {
        var refusal = Assert.Single(
            BallotRule.Check(Paper with { Lines = [Line, Line with { SubjectId = 8, NoOpinion = 0 }] }, 20, id => $"số {id}")
        );

        Assert.Equal("review.tally.line.not-valid", refusal.Code);
        Assert.Equal(["số 8", 15, 16], refusal.With);
    }

    [Theory]
    [InlineData(-1, "review.tally.paper.wrong")]
    [InlineData(10_000, "review.tally.paper.wrong")]
    [InlineData(0, "review.tally.issued.none")]
    public void Absurd_numbers_are_refused(int issued, string code) =>
        Assert.Contains(code, Codes(Paper with { Issued = issued }));

    [Fact]
    public void A_negative_vote_is_not_made_good_by_the_sum() =>
        Assert.Equal(["review.tally.line.negative"], Codes(Paper with { Lines = [new(7, 17, -1, 0, 0, 0)] }));

    [Fact]
    public void More_people_than_may_vote_cannot_be_there() =>
        Assert.Equal(["review.tally.present.over-most"], BallotRule.Check(Paper, 16, _ => "").Select(r => r.Code));

    [Fact]
    public void With_a_show_of_hands_no_paper_is_counted_and_the_votes_are_those_who_are_there()
    {
        var hands = new TallyRecord(VoteMethod.ShowOfHands, 17, 0, 0, 0, 0, [Line with { Good = 6 }]);

        Assert.Empty(Codes(hands));
        Assert.Equal(["review.tally.line.not-present"], Codes(hands with { Present = 18 }));
    }

    [Fact]
    public void What_a_counting_team_can_count_is_always_taken_and_one_vote_more_never() =>
        Always.True(
            from present in Gen.Choose(1, 400)
            from kept in Gen.Choose(0, 5)
            from lost in Gen.Choose(0, 5)
            from spoiled in Gen.Choose(0, 5)
            from votes in Gen.ArrayOf(Gen.Choose(0, 4), present)
            select (present, kept, lost, spoiled, votes),
            drawn =>
            {
                var issued = Math.Max(1, drawn.present - drawn.kept);
                var returned = Math.Max(0, issued - drawn.lost);
                var invalid = Math.Min(returned, drawn.spoiled);
                var line = LineOf(drawn.votes.Take(returned - invalid));
                var tally = new TallyRecord(
                    VoteMethod.SecretBallot,
                    drawn.present,
                    issued,
                    returned,
                    returned - invalid,
                    invalid,
                    [line]
                );
                return Codes(tally, drawn.present).Count == 0
                    && Codes(tally with { Lines = [line with { Good = line.Good + 1 }] }, drawn.present).Count == 1;
            }
        );

    private static TallyLine LineOf(IEnumerable<int> votes)
    {
        var counts = new int[5];
        foreach (var vote in votes)
        {
            counts[vote]++;
        }

        return new(1, counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    private static List<string> Codes(TallyRecord tally, int mostPresent = 20) =>
        [.. BallotRule.Check(tally, mostPresent, id => $"số {id}").Select(r => r.Code)];
}
