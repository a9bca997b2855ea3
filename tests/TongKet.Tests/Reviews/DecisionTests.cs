using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>What the competent level may decide: in batches, within the share of Excellent, on who is there.</summary>
public sealed class DecisionTests
{
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task More_excellent_than_the_share_allows_needs_a_document_or_somebody_who_knows(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));

        var sheet = await SheetAsync(committee, cycle, of.First);
        var noted = await committee.SendAsync(
            sheet,
            ".grade-sheet",
            ($"d.{Text(of.Members[0].Id)}.quyet-dinh", "1"),
            ("viec", "ghi")
        );
        Assert.Contains("chưa phải là quyết định", noted.Text, StringComparison.Ordinal);
        // One Excellent of one Good: a fifth of one leaves no place.
        var refused = await DecideAsync(committee, cycle, of.Committee);
        Assert.Contains("1 xuất sắc, nhiều nhất 0; vượt 1", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<GradeDecision>().CountAsync(Cancel)));

        Assert.Contains("hoặc ghi văn bản cho phép vượt của nhóm này trước", refused.Text, StringComparison.Ordinal);
        // Who would have to change is for the level that decides, and for nobody who only looks.
        var name = Assert.Single(refused.Texts(".over-cap li"));
        Assert.EndsWith(of.Members[0].FullName, name, StringComparison.Ordinal);
        var leader = await served.As(Actors.Leader(of.Committee.Id)).OpenAsync($"{cycle}/quyet-dinh?nam={Year}");
        Assert.Contains("Vượt: 1", leader.Text, StringComparison.Ordinal);
        Assert.Empty(leader.Texts(".over-cap"));

        await AllowAsync(committee, cycle, of.Committee, ("Form.Kind", "Excess"));
        var done = await DecideAsync(committee, cycle, of.Committee);
        Assert.Contains("Đã ghi quyết định", done.Text, StringComparison.Ordinal);
        Assert.Contains("được vượt theo văn bản số 15-CV/HU, ngày 10/12/2024", done.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Some_sheets_are_decided_today_and_the_others_later(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));

        var first = await DecideAsync(committee, cycle, of.Committee, ("don-vi", Text(of.Second.Id)));
        Assert.Contains("Đã quyết định 1 trong 2 phiếu; đưa ra được ở phiên này: 1", first.Text, StringComparison.Ordinal);
        var second = await DecideAsync(committee, cycle, of.Committee);
        Assert.Contains("Đã quyết định 2 trong 2 phiếu", second.Text, StringComparison.Ordinal);
        Assert.Equal(2, await served.LookAsync(s => s.Set<GradeDecision>().CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task A_parent_waits_for_each_of_its_children(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        await FillAsync(committee, await SheetAsync(committee, cycle, of.Committee), "gui", "2");
        await DecideAsync(committee, cycle, of.Committee, ("don-vi", Text(of.Second.Id)));

        var district = served.As(Actors.Office(of.District.Id));
        var page = await district.OpenAsync($"{cycle}/quyet-dinh?nam={Year}&to-chuc={of.District.Id}");
        Assert.Contains("chờ 1 tổ chức trực thuộc", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Texts("input[name=don-vi]"));
        await DecideAsync(committee, cycle, of.Committee);
        var done = await DecideAsync(district, cycle, of.District);
        Assert.Contains("Đã ghi quyết định", done.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Who_moved_away_since_the_sheet_was_sent_is_not_graded_there(DatabaseKind kind)
    {
        var database = await TestDatabase.MigratedAsync(kind);
        await of.World.SaveAsync(database, cancel: Cancel);
        await using var program = await ServedProgram.StartAsync(database);
        await using var served = ServedWorld.Over(database, program);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        of.World.Transfer(of.Members[1], of.Second, new(2024, 12, 19));
        await of.World.SaveAsync(database, cancel: Cancel);
        var committee = served.As(Actors.Office(of.Committee.Id));

        var refused = await DecideAsync(committee, cycle, of.Committee);
        Assert.Contains("1 đảng viên trong phiếu không còn ở chi bộ", refused.Text, StringComparison.Ordinal);
        Assert.Contains("1 đảng viên chưa có trong phiếu", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<GradeDecision>().CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task A_decision_has_its_papers_and_is_announced_once_not_before_its_day(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));

        var refused = await DecideAsync(committee, cycle, of.Committee, ("Form.Number", " "), ("Form.DecidedOn", "31/12/2027"));
        Assert.Contains("Hãy ghi số văn bản", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Ngày quyết định chưa đến", refused.Text, StringComparison.Ordinal);

        var decided = await DecideAsync(committee, cycle, of.Committee);
        var early = await committee.SendAsync(decided, ".announce", ("On", "19/12/2024"));
        Assert.Contains("Ngày thông báo phải từ ngày quyết định", early.Text, StringComparison.Ordinal);
        var announced = await AnnounceAsync(committee, decided);
        Assert.Contains("Đã thông báo", announced.Text, StringComparison.Ordinal);
        var twice = await AnnounceAsync(committee, decided);
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
        Assert.Contains("đã được ghi ở lần gửi trước", twice.Text, StringComparison.Ordinal);
        Assert.Equal(4, await served.LookAsync(s => s.Set<MemberGrade>().CountAsync(g => g.Year == OfYear, Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task A_decision_sent_several_times_at_once_is_one(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => DecideAsync(committee, cycle, of.Committee)));
        Assert.Contains(answers, a => a.Text.Contains("Đã ghi quyết định", StringComparison.Ordinal));
        Assert.Equal(1, await served.LookAsync(s => s.Set<GradeDecision>().CountAsync(Cancel)));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_decides_before_the_cell_has_met(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));

        var refused = await DecideAsync(committee, cycle, of.Committee, ("Form.DecidedOn", "04/12/2024"));
        Assert.Contains("không thể trước ngày họp của", refused.Text, StringComparison.Ordinal);
        Assert.Contains("05/12/2024", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<GradeDecision>().CountAsync(Cancel)));
    }
}
