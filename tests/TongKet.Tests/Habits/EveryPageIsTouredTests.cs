using TongKet.Tests.Browser;

namespace TongKet.Tests.Habits;

/// <summary>A page that is not on the tour is looked at by nobody: not by axe, not on a phone, not by people.</summary>
public sealed class EveryPageIsTouredTests
{
    [Fact]
    public void Every_page_of_the_program_is_on_the_tour() => Habit.AssertNone(TourStop.Missed(TourStops.All));

    [Fact]
    public void A_page_that_no_stop_opens_is_missed() =>
        Assert.Contains(
            "/dang-vien/{Id:long}/sua",
            TourStop.Missed(TourStops.All.Where(stop => !stop.Address.EndsWith("/sua", StringComparison.Ordinal)))
        );
}
