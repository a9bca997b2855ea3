using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Reviews;

public sealed class ExcellentOrderTests
{
    [Fact]
    public void Names_stand_in_the_order_of_their_votes_and_those_behind_the_room_are_beyond() =>
        Assert.Equal(
            [(3, 1, ExcellentPlace.Within), (1, 2, ExcellentPlace.Within), (2, 3, ExcellentPlace.Beyond)],
            Places([(1, 15), (2, 12), (3, 18)], room: 2)
        );

    [Fact]
    public void A_tie_across_the_limit_is_left_to_the_meeting() =>
        Assert.Equal(
            [(1, 1, ExcellentPlace.Within), (2, 2, ExcellentPlace.MeetingDecides), (3, 2, ExcellentPlace.MeetingDecides)],
            Places([(1, 18), (3, 15), (2, 15)], room: 2)
        );

    [Fact]
    public void A_tie_that_has_room_is_none_to_decide() =>
        Assert.All(Places([(1, 15), (2, 15)], room: 2), placed => Assert.Equal(ExcellentPlace.Within, placed.Place));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Without_room_nobody_is_within(int room) =>
        Assert.All(Places([(1, 15), (2, 15)], room), placed => Assert.Equal(ExcellentPlace.Beyond, placed.Place));

    [Fact]
    public void Never_more_within_than_room_nor_room_left_beside_a_tie_that_is_not_shown() =>
        Always.True(
            from room in Gen.Choose(-2, 12)
            from votes in Gen.ListOf(Gen.Choose(1, 12))
            select (room, votes),
            drawn =>
            {
                var placed = ExcellentOrder.Of(drawn.votes.Select((v, at) => ((long)at, v)), drawn.room);
                var within = placed.Count(p => p.Place == ExcellentPlace.Within);
                var tied = placed.Count(p => p.Place == ExcellentPlace.MeetingDecides);
                var room = Math.Max(0, drawn.room);
                return placed.Count == drawn.votes.Count
                    && within <= room
                    && (tied == 0 ? within == Math.Min(room, placed.Count) : within < room && within + tied > room)
                    && placed.Zip(placed.Skip(1)).All(pair => pair.First.Votes >= pair.Second.Votes);
            }
        );

    private static IEnumerable<(int Subject, int Order, ExcellentPlace Place)> Places((long, int)[] excellent, int room) =>
        ExcellentOrder.Of(excellent, room).Select(p => ((int)p.SubjectId, p.Order, p.Place));
}
