using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>A review from its opening to figures that count it, each step by the one who does it.</summary>
public sealed class ReviewCycleTests
{
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_cells_propose_and_the_competent_levels_decide_counts_once_it_is_announced(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var district = served.As(Actors.Office(of.District.Id));

        var decided = await DecideAsync(committee, cycle, of.Committee);
        Assert.Contains("Đã quyết định 2 trong 2 phiếu", decided.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa thông báo", decided.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<MemberGrade>().CountAsync(g => g.Year == OfYear, Cancel)));
        await AnnounceAsync(committee, decided);

        // The committee's own sheet, then the level above it decides on it; the grassroots cell decides on its members itself.
        await FillAsync(committee, await SheetAsync(committee, cycle, of.Committee), "gui", "2");
        var lone = served.As(Actors.Secretary(of.Alone.Id));
        await FillAsync(lone, await SheetAsync(lone, cycle, of.Alone), "gui", "2", [(of.Lone, "2")]);
        await AnnounceAsync(lone, await DecideAsync(lone, cycle, of.Alone));
        await AnnounceAsync(district, await DecideAsync(district, cycle, of.District));

        var closed = await district.SendAsync(await district.OpenAsync($"/kiem-diem?nam={Year}"), ".close-cycle");
        Assert.Contains("Đã kết thúc đợt kiểm điểm", closed.Text, StringComparison.Ordinal);
        Assert.Equal("3", (await district.OpenRecordsAsync($"/so-lieu/member_good_count?nam={Year}")).Texts(".figure-value")[0]);
        Assert.Equal(
            "1",
            (await district.OpenRecordsAsync($"/so-lieu/member_not_reviewed_count?nam={Year}")).Texts(".figure-value")[0]
        );
        Assert.Equal("2", (await district.OpenAsync($"/so-lieu/org_good_count?nam={Year}")).Texts(".figure-value")[0]);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_review_pins_its_rule_set_and_is_not_opened_twice_for_the_same_cells(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        await of.OpenReviewAsync(served);

        var cycle = await served.LookAsync(s => s.Set<ReviewCycle>().SingleAsync(Cancel));
        Assert.Equal(("hd-25-2023", new DateOnly(2024, 12, 31)), (cycle.RuleSet, cycle.RosterOn));
        Assert.NotEmpty(cycle.RuleSetHash);

        Assert.Contains("không mở thêm", await of.OpenReviewAsync(served), StringComparison.Ordinal);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var below = await committee.SendAsync(
            await committee.OpenAsync($"/kiem-diem/mo?nam={Year}"),
            "[data-keep]",
            ("Form.CellsDueOn", "10/12/2024"),
            ("Form.GrassrootsDueOn", "20/12/2024"),
            ("Form.DecidedDueOn", "15/01/2025")
        );
        Assert.Contains("không mở thêm", below.Text, StringComparison.Ordinal);
        Assert.Equal(1, await served.LookAsync(s => s.Set<ReviewCycle>().CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task A_rule_set_that_is_another_by_its_content_lets_nothing_be_written(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await served.LookAsync(s =>
            s.Set<ReviewCycle>().ExecuteUpdateAsync(c => c.SetProperty(x => x.RuleSetHash, "00"), Cancel)
        );

        var secretary = served.As(Actors.Secretary(of.First.Id));
        var refused = await FillAsync(
            secretary,
            await SheetAsync(secretary, cycle, of.First),
            "luu",
            "2",
            [(of.Members[0], "2")]
        );
        Assert.NotEmpty(refused.Texts(".notice-error"));
        Assert.Equal(0, await served.LookAsync(s => s.Set<ReviewSheet>().CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task The_days_that_the_rule_set_knows_are_proposed_and_say_that_they_are_not_confirmed(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var page = await served.As(Actors.Office(of.District.Id)).OpenAsync($"/kiem-diem/mo?nam={Year}");

        Assert.Equal("31/12/2024", page.Document.QuerySelector("[name='Form.GrassrootsDueOn']")!.GetAttribute("value"));
        Assert.Equal("31/01/2025", page.Document.QuerySelector("[name='Form.DecidedDueOn']")!.GetAttribute("value"));
        Assert.True(string.IsNullOrEmpty(page.Document.QuerySelector("[name='Form.CellsDueOn']")!.GetAttribute("value")));
        Assert.Contains("Chưa xác nhận", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_review_is_not_closed_while_sheets_are_open(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        await of.OpenReviewAsync(served);
        var district = served.As(Actors.Office(of.District.Id));

        var page = await district.SendAsync(await district.OpenAsync($"/kiem-diem?nam={Year}"), ".close-cycle");
        Assert.Contains("Còn 4 phiếu chưa được quyết định", page.Text, StringComparison.Ordinal);
        Assert.Contains("Quá hạn chưa gửi: 4", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Drafts_are_for_who_proposes_and_who_decides_and_for_nobody_else(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var sheet = $"{cycle}/phieu?nam={Year}&to-chuc={of.First.Id}";

        foreach (
            var may in new[] { Actors.Secretary(of.First.Id), Actors.Office(of.Committee.Id), Actors.Leader(of.Committee.Id) }
        )
        {
            Assert.Equal(HttpStatusCode.OK, (await served.As(may).OpenAsync(sheet)).Status);
        }

        // The district decides on the committee, not on the members of its cells; it sees how far they are, no more.
        foreach (var mayNot in new[] { Actors.Secretary(of.Second.Id), Actors.Office(of.District.Id) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await served.As(mayNot).OpenAsync(sheet)).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await served.As(Actors.Auditor(of.Committee.Id)).OpenAsync(sheet)).Status);
        var decisions = $"{cycle}/quyet-dinh?nam={Year}&to-chuc={of.Committee.Id}";
        foreach (var mayNot in new[] { Actors.Secretary(of.Second.Id), Actors.Office(of.District.Id) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await served.As(mayNot).OpenAsync(decisions)).Status);
        }

        var leader = served.As(Actors.Leader(of.Committee.Id));
        var way = (await leader.OpenAsync($"/kiem-diem?nam={Year}&to-chuc={of.Committee.Id}")).LinkOf("Quyết định xếp loại");
        Assert.Equal(HttpStatusCode.OK, (await leader.OpenAsync(way)).Status);
    }
}
