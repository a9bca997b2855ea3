using Microsoft.EntityFrameworkCore;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>A review goes on under the version that it was opened with, whatever is published meanwhile.</summary>
public sealed class PinnedRulesTests
{
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_version_published_meanwhile_does_not_reach_the_review_that_is_open(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));

        var administrator = served.As(Actors.Administrator());
        var published = await administrator.SendAsync(
            await administrator.OpenAsync("/quy-dinh/hd-25-2023/excellent_cap_percent/cong-bo"),
            "[data-keep]",
            ("Form.Value", "10"),
            ("Form.Reason", "thử với mức khác")
        );
        Assert.Contains("Đã công bố", published.Text, StringComparison.Ordinal);

        Assert.StartsWith(
            "10QĐ 124",
            Assert.Single(published.Texts("tr#excellent_cap_percent td[data-label]")),
            StringComparison.Ordinal
        );
        var open = (await SheetAsync(served.As(Actors.Secretary(of.First.Id)), cycle, of.First)).Texts(".cap-state");
        Assert.NotEmpty(open);
        Assert.All(open, state => Assert.Contains("20%", state, StringComparison.Ordinal));
        Assert.Contains(
            "Đã quyết định 2 trong 2 phiếu",
            (await DecideAsync(committee, cycle, of.Committee)).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_review_whose_version_is_not_here_is_looked_at_and_written_in_by_nobody(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await served.LookAsync(store =>
            store.Database.ExecuteSqlRawAsync("UPDATE review_cycle SET rule_set_hash = 'khac'", Cancel)
        );

        var secretary = served.As(Actors.Secretary(of.First.Id));
        var sheet = await SheetAsync(secretary, cycle, of.First);
        Assert.Contains("đã khác so với khi mở kỳ đánh giá", sheet.Text, StringComparison.Ordinal);
    }
}
