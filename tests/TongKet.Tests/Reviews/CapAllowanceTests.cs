using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>More Excellent than the usual share rests on a document for one named group, which stays to be read.</summary>
public sealed class CapAllowanceTests
{
    private readonly ReviewWorld of = new();
    private readonly Member[] more;

    public CapAllowanceTests() => more = [of.World.Enroll(of.Second), of.World.Enroll(of.Second)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_higher_share_holds_for_its_group_until_it_is_withdrawn(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        await PublishAsync(served, "excellent_cap_exception_percent", "25");
        var cycle = await SentAsync(served);
        var committee = served.As(Actors.Office(of.Committee.Id));

        // One Excellent of four Good: a fifth of four leaves no place, a quarter one.
        var refused = await DecideAsync(committee, cycle, of.Committee);
        Assert.Contains("1 xuất sắc, nhiều nhất 0; vượt 1", refused.Text, StringComparison.Ordinal);
        var high = await AllowAsync(committee, cycle, of.Committee, ("Form.Kind", "HigherShare"), ("Form.Percent", "30"));
        Assert.Contains("30% cao hơn mức nhiều nhất 25%", high.Text, StringComparison.Ordinal);
        var nameless = await AllowAsync(
            committee,
            cycle,
            of.Committee,
            ("Form.Kind", "HigherShare"),
            ("Form.Percent", "25"),
            ("Form.Number", " ")
        );
        Assert.Contains("Chưa ghi số, ngày của văn bản cho phép", nameless.Text, StringComparison.Ordinal);

        var allowed = await AllowAsync(committee, cycle, of.Committee, ("Form.Kind", "HigherShare"), ("Form.Percent", "25"));
        Assert.Contains("đến 25% theo văn bản số 15-CV/HU, ngày 10/12/2024", allowed.Text, StringComparison.Ordinal);
        var twice = await AllowAsync(committee, cycle, of.Committee, ("Form.Kind", "HigherShare"), ("Form.Percent", "22"));
        Assert.Contains("Nhóm này đã có văn bản số 15-CV/HU", twice.Text, StringComparison.Ordinal);
        var decided = await DecideAsync(committee, cycle, of.Committee);
        Assert.Contains("Đã ghi quyết định", decided.Text, StringComparison.Ordinal);
        await AnnounceAsync(committee, decided);

        var cap = await committee.OpenAsync($"/ty-le-khong-che?nam={Year}");
        var line = cap.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("25%", StringComparison.Ordinal));
        Assert.Contains("25% của 4 là 1, làm tròn xuống 1", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("theo văn bản số 15-CV/HU, ngày 10/12/2024", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("Còn được xếp: 0", line.TextContent, StringComparison.Ordinal);

        var page = await committee.OpenAsync(cap.LinkOf("Văn bản cho phép vượt"));
        var silent = await committee.SendAsync(page, ".withdraw", ("Why", " "));
        Assert.Contains("Hãy ghi lý do rút", silent.Text, StringComparison.Ordinal);
        var withdrawn = await committee.SendAsync(page, ".withdraw", ("Why", "ghi nhầm nhóm"));
        Assert.Contains("ghi nhầm nhóm", withdrawn.Text, StringComparison.Ordinal);
        Assert.Contains("đến 25% theo văn bản số 15-CV/HU", withdrawn.Text, StringComparison.Ordinal);
        var after = await committee.OpenAsync($"{cycle}/quyet-dinh?nam={Year}");
        Assert.Contains("Vượt: 1", after.Text, StringComparison.Ordinal);
        var kept = await served.LookAsync(s => s.Set<CapAllowance>().AsNoTracking().SingleAsync(Cancel));
        Assert.Equal((25m, "15-CV/HU", "ghi nhầm nhóm"), (kept.Percent, kept.Number, kept.WithdrawnWhy));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task One_of_a_group_too_small_is_refused_where_the_rule_set_does_not_know_it(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var refusing = await SentAsync(served);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var refused = await AllowAsync(committee, refusing, of.Committee, ("Form.Kind", "OneOfSmallGroup"));
        Assert.Contains("không cho xếp một trường hợp khi nhóm quá ít", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<CapAllowance>().CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task One_of_a_group_too_small_may_be_where_the_rule_set_knows_it(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        await PublishAsync(served, "excellent_cap_small_group_allows_one", "yes");
        var cycle = await SentAsync(served);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var allowed = await AllowAsync(committee, cycle, of.Committee, ("Form.Kind", "OneOfSmallGroup"));
        Assert.Contains("được xếp một trường hợp (nhóm quá ít)", allowed.Text, StringComparison.Ordinal);
        Assert.Contains("Đã ghi quyết định", (await DecideAsync(committee, cycle, of.Committee)).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_document_for_one_group_gives_another_group_nothing(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await SentAsync(served);
        var committee = served.As(Actors.Office(of.Committee.Id));

        // Of the cells under the committee, not of its members.
        await AllowAsync(committee, cycle, of.Committee, ("Form.Group", "to-chuc:"), ("Form.Kind", "Excess"));
        var refused = await DecideAsync(committee, cycle, of.Committee);
        Assert.Contains("1 xuất sắc, nhiều nhất 0; vượt 1", refused.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_group_that_got_another_name_is_said_to_have_lost_its_document(DatabaseKind kind)
    {
        Organization[] cells = [of.First, of.Second];
        foreach (var cell in cells)
        {
            of.World.VersionOf(cell).DutyGroup = "Thôn";
        }

        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await SentAsync(served);
        var committee = served.As(Actors.Office(of.Committee.Id));
        const string Lost = "Không còn tổ chức nào thuộc nhóm «Thôn»";
        var entered = await AllowAsync(committee, cycle, of.Committee, ("Form.Group", "to-chuc:Thôn"), ("Form.Kind", "Excess"));
        Assert.DoesNotContain(Lost, entered.Text, StringComparison.Ordinal);
        foreach (var cell in cells)
        {
            await committee.SendAsync(
                await committee.OpenAsync($"/to-chuc/{cell.Id}/sua?nam={Year}"),
                "[data-keep]",
                ("Form.DutyGroup", "Tổ dân phố"),
                ("Form.From", "01/07/2024")
            );
        }

        Assert.Contains(Lost, (await committee.OpenAsync(entered.Address)).Text, StringComparison.Ordinal);
        var decision = await committee.OpenAsync($"{cycle}/quyet-dinh?nam={Year}&to-chuc={of.Committee.Id}");
        Assert.Contains("nhóm «Thôn» vượt tỷ lệ khống chế, nhưng không còn", decision.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Only_the_level_that_decides_enters_and_withdraws(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await SentAsync(served);
        var committee = served.As(Actors.Office(of.Committee.Id));
        await AllowAsync(committee, cycle, of.Committee, ("Form.Kind", "Excess"));
        var address = $"{cycle}/cho-phep-vuot?nam={Year}&to-chuc={of.Committee.Id}";

        var own = await committee.OpenAsync(address);
        foreach (var actor in new[] { Actors.Secretary(of.First.Id), Actors.Office(of.Second.Id) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await served.As(actor).OpenAsync(address)).Status);
        }

        var above = served.As(Actors.Office(of.District.Id));
        Assert.Empty((await above.OpenAsync(address)).Document.QuerySelectorAll("form.withdraw, form[data-keep]"));
        // A form of somebody else, sent all the same.
        await above.SendAsync(own, ".withdraw", ("Why", "không phải việc mình"));
        Assert.True(await served.LookAsync(s => s.Set<CapAllowance>().AnyAsync(a => a.WithdrawnOn == null, Cancel)));
        Assert.Equal(HttpStatusCode.NotFound, (await committee.OpenAsync($"/kiem-diem/999999/cho-phep-vuot?nam={Year}")).Status);
    }

    /// <summary>Both cells send in: four Good and one Excellent together, one not reviewed.</summary>
    private async Task<string> SentAsync(ServedWorld served)
    {
        var cycle = await of.OpenReviewAsync(served);
        var first = served.As(Actors.Secretary(of.First.Id));
        await FillAsync(
            first,
            await SheetAsync(first, cycle, of.First),
            "gui",
            "2",
            [(of.Members[0], "1"), (of.Members[1], "2"), (of.Members[2], "r4")]
        );
        var second = served.As(Actors.Secretary(of.Second.Id));
        await FillAsync(
            second,
            await SheetAsync(second, cycle, of.Second),
            "gui",
            "2",
            [(of.Other, "2"), (more[0], "2"), (more[1], "2")]
        );
        return cycle;
    }
}
