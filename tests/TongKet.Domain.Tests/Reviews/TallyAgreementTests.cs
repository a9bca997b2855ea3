using TongKet.Domain.Reviews;

namespace TongKet.Domain.Tests.Reviews;

public sealed class TallyAgreementTests
{
    private static readonly TallyRecord First = new(
        VoteMethod.SecretBallot,
        17,
        17,
        17,
        17,
        0,
        [new(1, 9, 8, 0, 0, 0), new(2, 0, 12, 5, 0, 0)]
    );

    [Fact]
    public void Two_entries_agree_in_whatever_order_the_names_come() =>
        Assert.Empty(TallyAgreement.Differences(First, First with { Lines = [.. First.Lines.Reverse()] }));

    [Fact]
    public void What_differs_is_named_with_both_numbers() =>
        Assert.Equal(
            [
                new(null, TallyField.Returned, 17, 16),
                new(2, TallyField.Good, 12, 11),
                new TallyDifference(2, TallyField.Completed, 5, 6),
            ],
            TallyAgreement.Differences(First, First with { Returned = 16, Lines = [First.Lines[0], new(2, 0, 11, 6, 0, 0)] })
        );

    [Fact]
    public void A_name_of_one_entry_only_is_a_difference() =>
        Assert.Equal(
            [new(2, TallyField.Name, 1, 0), new TallyDifference(3, TallyField.Name, 0, 1)],
            TallyAgreement.Differences(First, First with { Lines = [First.Lines[0], new(3, 0, 12, 5, 0, 0)] })
        );

    [Fact]
    public void A_show_of_hands_is_no_ballot() =>
        Assert.Contains(
            TallyAgreement.Differences(First, First with { Method = VoteMethod.ShowOfHands }),
            found => found.Field == TallyField.Method
        );
}
