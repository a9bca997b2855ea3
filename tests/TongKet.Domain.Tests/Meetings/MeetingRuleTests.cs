using TongKet.Domain.Meetings;

namespace TongKet.Domain.Tests.Meetings;

public sealed class MeetingRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void What_the_minutes_say_is_taken() =>
        Assert.Empty(MeetingRule.Check(MeetingKind.Regular, Today, due: 20, present: 20, Today));

    [Fact]
    public void Minutes_need_not_say_who_was_to_attend() =>
        Assert.Empty(MeetingRule.Check(MeetingKind.Thematic, Today, due: null, present: 1, Today));

    [Fact]
    public void A_meeting_of_tomorrow_was_not_held() =>
        Assert.Equal(["meeting.day.to-come"], Codes(MeetingRule.Check(MeetingKind.Regular, Today.AddDays(1), 20, 18, Today)));

    [Fact]
    public void One_more_than_were_to_attend_cannot_have_been_there() =>
        Assert.Equal(["meeting.present.more-than-due"], Codes(MeetingRule.Check(MeetingKind.Regular, Today, 20, 21, Today)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000)]
    public void A_number_that_no_cell_has_is_a_slip(int number)
    {
        Assert.Contains("meeting.present.wrong", Codes(MeetingRule.Check(MeetingKind.Regular, Today, null, number, Today)));
        Assert.Contains("meeting.due.wrong", Codes(MeetingRule.Check(MeetingKind.Regular, Today, number, 1, Today)));
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once() =>
        Assert.Equal(
            ["meeting.kind.missing", "meeting.day.missing", "meeting.present.missing"],
            Codes(MeetingRule.Check(null, null, null, null, Today))
        );

    private static IEnumerable<string> Codes(IEnumerable<Domain.Values.Refusal> refusals) => refusals.Select(r => r.Code);
}
