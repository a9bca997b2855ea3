using System.Net;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>A grade that the regime forbids is refused with its article, and the page says why before anybody tries.</summary>
public sealed class GradeConditionTests
{
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task Half_of_the_tasks_above_plan_is_enough_for_excellent_and_a_little_less_is_not(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.Second.Id));

        var page = await RecordAsync(secretary, cycle, "49,9");
        Assert.Contains("vượt mức 49,9%, quy định ít nhất 50% (QĐ 124, Điều 12)", page.Text, StringComparison.Ordinal);
        var refused = await FillAsync(secretary, await SheetAsync(secretary, cycle, of.Second), "gui", "2", [(of.Other, "1")]);
        Assert.Contains("QĐ 124, Điều 12", refused.Text, StringComparison.Ordinal);
        Assert.Equal("1", Chosen(refused, "de-nghi")[0]);
        // Half done it may be kept: nobody has proposed it to anybody yet.
        var kept = await FillAsync(secretary, await SheetAsync(secretary, cycle, of.Second), "luu", "2", [(of.Other, "1")]);
        Assert.Contains("Đã lưu phiếu", kept.Text, StringComparison.Ordinal);

        await RecordAsync(secretary, cycle, "50");
        var sent = await FillAsync(secretary, await SheetAsync(secretary, cycle, of.Second), "gui", "2", [(of.Other, "1")]);
        Assert.Contains("Đã gửi phiếu", sent.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_share_is_refused_beside_its_field_and_a_sheet_sent_is_closed_for_facts(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.Second.Id));

        Assert.Contains("Tỷ lệ phải từ 0 đến 100", (await RecordAsync(secretary, cycle, "101")).Text, StringComparison.Ordinal);
        Assert.Single((await RecordAsync(secretary, cycle, "nhiều")).Texts(".field-error"));
        await FillAsync(secretary, await SheetAsync(secretary, cycle, of.Second), "gui", "2", [(of.Other, "2")]);
        Assert.Empty((await secretary.OpenAsync(Address(cycle))).Texts("form[data-keep]"));
        Assert.Equal(HttpStatusCode.NotFound, (await served.As(Actors.Secretary(of.First.Id)).OpenAsync(Address(cycle))).Status);
    }

    private string Address(string cycle) => $"{cycle}/phieu/{Text(of.Other.Id)}?nam={Year}&to-chuc={of.Second.Id}";

    private async Task<VisitedPage> RecordAsync(Visitor who, string cycle, string abovePlan) =>
        await who.SendAsync(
            await who.OpenAsync(Address(cycle)),
            "[data-keep]",
            ("Form.OnTime", "100"),
            ("Form.AbovePlan", abovePlan)
        );
}
