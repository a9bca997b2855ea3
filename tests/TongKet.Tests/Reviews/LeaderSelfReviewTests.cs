using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Reviews;
using TongKet.Store;
using TongKet.Tests.Reports.WriteDocument;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>A leader reviews himself for each post, beside what he writes as a member.</summary>
public sealed class LeaderSelfReviewTests
{
    private readonly ReviewWorld of = new();
    private readonly Member secretary;

    public LeaderSelfReviewTests()
    {
        secretary = of.Members[0];
        secretary.Rename("Nguyễn Văn Đức");
        of.World.Appoint(secretary, of.Committee, "Bí thư Đảng ủy", 1);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_leader_writes_as_member_and_as_leader_and_each_stands_on_its_own_sheet(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var leader = served.As(Actors.Member(of.First.Id, secretary.Id));
        var address = $"{cycle}/tu-kiem-diem/{of.Committee.Id}/ld-{secretary.Id}";
        await WriteAsync(leader, $"{cycle}/tu-kiem-diem", ("Form.Grade", "2"), ("Form.Strengths", "Việc của đảng viên"));
        var saved = await WriteAsync(leader, address, ("Form.Grade", "3"), ("Form.Strengths", "Việc của bí thư"));
        Assert.Contains("Đã lưu bản tự kiểm điểm", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Bí thư Đảng ủy, Tổ chức HX.B01", saved.Text, StringComparison.Ordinal);

        var office = served.As(Actors.Office(of.Committee.Id));
        Assert.Equal("3", Chosen(await SheetAsync(office, cycle, of.Committee), "tu-xep")[0]);
        var cell = served.As(Actors.Secretary(of.First.Id));
        Assert.Equal("2", Chosen(await SheetAsync(cell, cycle, of.First), "tu-xep")[0]);
        var read = await office.OpenAsync((await SheetAsync(office, cycle, of.Committee)).LinkOf("Tự kiểm điểm: Nguyễn Văn Đức"));
        Assert.Equal("Việc của bí thư", Typed(read, "Strengths"));

        // What he wrote as a leader stands in the committee's papers, what he wrote as a member in those of his cell.
        var form = ReadFile.Paragraphs((await leader.DownloadAsync(saved.LinkOf("Tải bản kiểm điểm (.docx)"))).Content);
        Assert.Contains("Mẫu 02B (QĐ 124-QĐ/TW và HD 25-HD/BTCTW)", form);
        Assert.Contains("Việc của bí thư", form);
        Assert.Contains("Chi bộ: Tổ chức HX.B01.01", form);
        Assert.Contains("Nhận xét của tập thể cấp ủy", form);
        Assert.Contains("☒ Hoàn thành nhiệm vụ", form);
        const string all = "/bao-cao/kiem-diem/tu-kiem-diem.docx?nam=2024";
        Assert.Contains("Việc của bí thư", ReadFile.Paragraphs((await office.DownloadAsync(all)).Content));
        var ofCell = ReadFile.Paragraphs((await cell.DownloadAsync(all)).Content);
        Assert.Contains("Việc của đảng viên", ofCell);
        Assert.DoesNotContain("Việc của bí thư", ofCell);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_else_reads_it_and_none_is_written_once_the_committee_has_sent_its_sheet(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var leader = served.As(Actors.Member(of.First.Id, secretary.Id));
        var (ofLeader, ofCollective) = (
            $"{cycle}/tu-kiem-diem/{of.Committee.Id}/ld-{secretary.Id}",
            $"{cycle}/tu-kiem-diem/{of.Committee.Id}/tap-the"
        );
        Visitor[] others =
        [
            served.As(Actors.Member(of.First.Id, of.Members[1].Id)),
            served.As(Actors.Secretary(of.First.Id)),
            served.As(Actors.Secretary(of.Second.Id)),
            served.As(Actors.Office(of.Alone.Id)),
        ];
        foreach (var other in others)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(ofLeader)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(ofCollective + "/tieu-chi")).Status);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (
                    await other.DownloadAsync($"/bao-cao/ban-kiem-diem/{cycle.Split('/')[^1]}/{of.Committee.Id}/tap-the.docx")
                ).Status
            );
        }

        // A leader is no collective, and no leader where he holds no post.
        Assert.Equal(HttpStatusCode.NotFound, (await leader.OpenAsync(ofCollective)).Status);
        string[] nowhere =
        [
            $"{of.District.Id}/ld-{secretary.Id}",
            $"{of.Committee.Id}/{secretary.Id}",
            $"{of.Committee.Id}/ld-{of.Members[1].Id}",
            $"{of.Committee.Id}/don-vi",
            $"{of.First.Id}/tap-the",
        ];
        foreach (var at in nowhere)
        {
            var office = served.As(Actors.Office(of.District.Id));
            Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync($"{cycle}/tu-kiem-diem/{at}")).Status);
        }

        var open = await leader.OpenAsync(ofLeader);
        var criteria = await leader.OpenAsync(ofLeader + "/tieu-chi");
        var committee = served.As(Actors.Office(of.Committee.Id));
        var sent = await committee.SendAsync(
            await SheetAsync(committee, cycle, of.Committee),
            ".grade-sheet",
            ("ngay-hop", "05/12/2024"),
            ("so-bien-ban", "12-BB"),
            ($"d.ld-{secretary.Id}.de-nghi", "2"),
            ("d.tap-the.de-nghi", "2"),
            ("d.don-vi.de-nghi", "2"),
            ("viec", "gui")
        );
        Assert.Contains("Đã gửi phiếu", sent.Text, StringComparison.Ordinal);
        var late = await leader.SendAsync(open, "[data-keep]", ("Form.Grade", "1"), ("Form.Strengths", "Viết dở"));
        Assert.Contains("Phiếu của cấp ủy đã gửi", late.Text, StringComparison.Ordinal);
        Assert.Equal("Viết dở", Typed(late, "Strengths"));
        await leader.SendAsync(criteria, ".criteria-form", ("t.DutyResults", "1"));
        Assert.Empty((await leader.OpenAsync(ofLeader + "/tieu-chi")).Texts("form.criteria-form"));
        Assert.Equal(0, await served.LookAsync(s => s.Set<SelfReview>().CountAsync(Cancel)));
        Assert.Equal(0, await served.LookAsync(s => s.Set<AssessmentCriterion>().CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_to_be_written_stands_on_the_first_page_with_its_day(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2026);
        var leader = served.As(Actors.Member(of.First.Id, secretary.Id));
        var home = await leader.OpenAsync("/");
        Assert.Contains(
            "kiểm điểm với tư cách Bí thư Đảng ủy, Tổ chức HX.B01; cấp ủy gửi phiếu trước ngày 20/12/2026",
            home.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("chi bộ gửi phiếu trước ngày 10/12/2026", home.Text, StringComparison.Ordinal);
        await WriteAsync(leader, home.LinkOf("Viết bản kiểm điểm của cán bộ"), ("Form.Strengths", "Đủ việc"));
        Assert.Single((await leader.OpenAsync("/")).Texts("main a"), "Xem, sửa bản tự kiểm điểm");
        // With the account of a leader it is the same, and of nobody else.
        var asLeader = served.As(Actors.Leader(of.Committee.Id) with { MemberId = secretary.Id });
        var again = await asLeader.OpenAsync((await asLeader.OpenAsync("/")).LinkOf("Xem, sửa bản tự kiểm điểm"));
        Assert.Equal("Đủ việc", Typed(again, "Strengths"));
        var others = $"{cycle}/tu-kiem-diem?dang-vien={of.Members[1].Id}";
        Assert.Equal(HttpStatusCode.NotFound, (await asLeader.OpenAsync(others)).Status);
        // Who holds no post has his own alone.
        var member = served.As(Actors.Member(of.First.Id, of.Members[1].Id));
        Assert.DoesNotContain("với tư cách", (await member.OpenAsync("/")).Text, StringComparison.Ordinal);

        var office = served.As(Actors.Office(of.Committee.Id));
        var work = await office.OpenAsync("/");
        var item = work.Texts(".work li").Single(t => t.Contains("Viết bản kiểm điểm tập thể", StringComparison.Ordinal));
        Assert.Contains("hạn 20/12/2026", item, StringComparison.Ordinal);
        await WriteAsync(office, work.LinkOf("Viết bản kiểm điểm tập thể"), ("Form.Strengths", "Đủ việc"));
        Assert.DoesNotContain("kiểm điểm tập thể", (await office.OpenAsync("/")).Text, StringComparison.Ordinal);
        var cell = served.As(Actors.Secretary(of.First.Id));
        Assert.EndsWith(
            $"/tu-kiem-diem/{of.First.Id}/don-vi",
            (await cell.OpenAsync("/")).LinkOf("Viết bản kiểm điểm tập thể").Split('?')[0],
            StringComparison.Ordinal
        );
    }

    private static async Task<VisitedPage> WriteAsync(Visitor who, string address, params (string Name, string? Value)[] typed) =>
        await who.SendAsync(await who.OpenAsync(address), "[data-keep]", typed);

    private static string? Typed(VisitedPage page, string field) =>
        page.Document.QuerySelector($"[name='Form.{field}']")?.TextContent;
}
