using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Tests.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Members.RecordPost;

/// <summary>Who holds which post, from when to when, and whose committee manages it; that one decides on him as a leader.</summary>
public sealed class RecordPostTests
{
    private readonly ReviewWorld of = new();
    private readonly Organization section;
    private readonly Organization cell;
    private readonly Member holder;

    public RecordPostTests()
    {
        section = of.World.Found("HX.B01.P1", OrganizationKind.SectionalOrganization, of.Committee);
        cell = of.World.FoundCell("HX.B01.P1.01", section);
        holder = of.World.Enroll(cell);
    }

    [Theory, OnBothDatabases]
    public async Task A_post_is_taken_up_and_laid_down_and_the_record_says_who_manages_it(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var office = served.As(Actors.Office(of.Committee.Id));
        var done = await TakeAsync(office, "Bí thư Đảng bộ bộ phận", "01/03/2024", of.District);
        Assert.Contains("Đã ghi chức vụ đảng", done.Text, StringComparison.Ordinal);
        Assert.Contains("Diện quản lý", done.Text, StringComparison.Ordinal);

        var again = await TakeAsync(office, "Bí thư Đảng bộ bộ phận", "02/03/2024", null);
        Assert.Contains("đang giữ chức vụ «Bí thư Đảng bộ bộ phận» từ 01/03/2024", again.Text, StringComparison.Ordinal);
        var early = await TakeAsync(office, "Ủy viên", "23/11/2026", null);
        Assert.Contains("Ngày ghi ở sau hôm nay", early.Text, StringComparison.Ordinal);

        await office.SendAsync(await OpenAsync(office), ".held-post", ("Held.To", "01/03/2024"));
        Assert.Null((await PostAsync(served)).ToOn);
        await office.SendAsync(await OpenAsync(office), ".held-post", ("Held.To", "02/03/2024"));
        Assert.Equal(new DateOnly(2024, 3, 2), (await PostAsync(served)).ToOn);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_gives_posts_above_himself_and_a_foreign_member_is_not_there(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var secretary = served.As(Actors.Secretary(cell.Id));
        var places = (await OpenAsync(secretary)).Document.QuerySelectorAll("[name='Form.Place'] option[value]:not([value=''])");
        Assert.Equal([Text(cell.Id)], places.Select(o => o.GetAttribute("value")));
        await secretary.SendAsync(
            await OpenAsync(secretary),
            "[data-keep]",
            ("Form.Place", Text(section.Id)),
            ("Form.Title", "Bí thư"),
            ("Form.From", "01/03/2024")
        );
        Assert.Equal(0, await served.LookAsync(s => s.Set<MemberPost>().CountAsync()));

        var elsewhere = served.As(Actors.Secretary(of.Second.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(elsewhere)).Status);
    }

    [Theory, OnBothDatabases]
    public async Task The_level_that_manages_a_post_decides_on_its_holder_and_on_nobody_else_of_the_sheet(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var committee = served.As(Actors.Office(of.Committee.Id));
        await TakeAsync(committee, "Bí thư Đảng bộ bộ phận", "01/03/2024", of.District);
        var cycle = await of.OpenReviewAsync(served);
        var line = $"ld-{Text(holder.Id)}";
        var sheet = await SheetAsync(committee, cycle, section);
        await FillAsync(committee, sheet, "gui", "2");
        Assert.Empty(await LinesAsync(served));
        var sent = await committee.SendAsync(
            sheet,
            ".grade-sheet",
            ("ngay-hop", "05/12/2024"),
            ("so-bien-ban", "12-BB"),
            ("d.don-vi.de-nghi", "2"),
            ("d.tap-the.de-nghi", "2"),
            ($"d.{line}.de-nghi", "2"),
            ("viec", "gui")
        );
        Assert.Contains("Đã gửi phiếu", sent.Text, StringComparison.Ordinal);

        // The district sees the line of its own man and no other of that sheet.
        var district = served.As(Actors.Office(of.District.Id));
        var seen = await SheetAsync(district, cycle, section);
        Assert.Single(seen.Texts(".grade-sheet tbody tr"));
        Assert.NotNull(seen.Document.QuerySelector($"[name='d.{line}.quyet-dinh']"));
        var decided = await DecideAsync(district, cycle, of.District, ("don-vi", Text(section.Id)));
        Assert.Contains("Đã ghi quyết định", decided.Text, StringComparison.Ordinal);
        Assert.Equal([ReviewSubject.Leader], from l in await LinesAsync(served) where l.IsDecided select l.As);
        Assert.Equal(of.District.Id, (await LinesAsync(served)).Single(l => l.IsDecided).ManagedById);
    }

    private static Task<List<Assessment>> LinesAsync(ServedWorld served) =>
        served.LookAsync(s => s.Set<Assessment>().AsNoTracking().ToListAsync());

    private static Task<MemberPost> PostAsync(ServedWorld served) =>
        served.LookAsync(s => s.Set<MemberPost>().AsNoTracking().SingleAsync());

    private Task<VisitedPage> OpenAsync(Visitor who) => who.OpenAsync($"/dang-vien/{holder.Id}/chuc-vu?nam=2024");

    private async Task<VisitedPage> TakeAsync(Visitor who, string title, string from, Organization? manager) =>
        await who.SendAsync(
            await OpenAsync(who),
            "[data-keep]",
            ("Form.Place", Text(section.Id)),
            ("Form.Title", title),
            ("Form.From", from),
            ("Form.Manager", manager is null ? "" : Text(manager.Id))
        );
}
