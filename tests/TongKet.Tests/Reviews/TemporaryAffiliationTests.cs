using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Reviews;
using TongKet.Reviews.KeepResidence;
using TongKet.Tests.Reports.WriteDocument;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>
/// Who takes part in another cell for a time is commented on there and graded in his own cell, which reads the comment once it
/// was sent back.
/// </summary>
public sealed class TemporaryAffiliationTests
{
    private const string Page = "/kiem-diem/noi-cu-tru?nam=2024";
    private readonly ReviewWorld of = new();
    private readonly Member away;

    public TemporaryAffiliationTests()
    {
        away = of.Members[1];
        away.Rename("Lê Thị Ên");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task His_own_cell_reads_the_comment_once_it_was_sent_back_and_prints_it(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var (there, own) = (served.As(Actors.Secretary(of.Alone.Id)), served.As(Actors.Secretary(of.First.Id)));
        var page = await AddAsync(there, ("Form.CitizenId", away.CitizenId), ("Form.FullName", "lê thị ên"));
        Assert.Contains(
            "0 đảng viên giữ mối liên hệ với chi bộ và 1 đảng viên sinh hoạt tạm thời",
            page.Text,
            StringComparison.Ordinal
        );
        var waits = await SheetAsync(own, cycle, of.First);
        Assert.Contains("Sinh hoạt tạm thời ở Tổ chức HX.C01: chưa có nhận xét", waits.Text, StringComparison.Ordinal);

        // Written and not sent back, it is the other cell's own.
        var id = await served.LookAsync(s => s.Set<ResidenceContact>().Select(c => c.Id).SingleAsync(Cancel));
        page = await SaveAsync(there, page, id, "Chấp hành tốt", "");
        var facts = $"{cycle}/phieu/{away.Id}?nam={Year}";
        Assert.Contains("Chưa trả nhận xét", (await own.OpenAsync(facts)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chấp hành tốt", await FormAsync(own));
        Assert.Contains("Nhận xét của nơi sinh hoạt tạm thời: Tổ chức HX.C01", await FormAsync(own));

        await SaveAsync(there, page, id, "Chấp hành tốt", "10/12/2024");
        Assert.Contains("Chấp hành tốt (trả ngày 10/12/2024)", (await own.OpenAsync(facts)).Text, StringComparison.Ordinal);
        Assert.Contains("đã có nhận xét", (await SheetAsync(own, cycle, of.First)).Text, StringComparison.Ordinal);
        Assert.Contains("Chấp hành tốt", await FormAsync(own));
        // The paper that goes back says what it is about.
        var paper = ReadFile.Paragraphs(
            (await there.DownloadAsync("/bao-cao/kiem-diem/nhan-xet-noi-cu-tru.docx?nam=2024")).Content
        );
        Assert.Contains("Đảng viên sinh hoạt tạm thời tại chi bộ năm 2024", paper);
        Assert.Contains("Sinh hoạt tạm thời tại chi bộ từ ngày: 01/03/2024", paper);
        // He himself and a third cell read nothing of it.
        var his = await served.As(Actors.Member(of.First.Id, away.Id)).OpenAsync($"{cycle}/tu-kiem-diem?nam={Year}");
        var member = served.As(Actors.Member(of.First.Id, away.Id));
        var mine = ReadFile.Paragraphs((await member.DownloadAsync(his.LinkOf("Tải bản kiểm điểm (.docx)"))).Content);
        Assert.DoesNotContain("Chấp hành tốt", mine);
        Assert.Equal(HttpStatusCode.NotFound, (await served.As(Actors.Secretary(of.Second.Id)).OpenAsync(facts)).Status);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_found_by_his_number_or_his_name_alone_nor_among_ones_own(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var there = served.As(Actors.Secretary(of.Alone.Id));
        const string unknown = "Không có hồ sơ nào mang số CCCD này với họ tên này";
        var other = await AddAsync(there, ("Form.CitizenId", away.CitizenId), ("Form.FullName", "Trần Văn Khác"));
        Assert.Contains(unknown, other.Text, StringComparison.Ordinal);
        var none = await AddAsync(there, ("Form.CitizenId", "001099000001"), ("Form.FullName", "Lê Thị Ên"));
        Assert.Contains(unknown, none.Text, StringComparison.Ordinal);
        var own = await AddAsync(there, ("Form.CitizenId", of.Lone.CitizenId), ("Form.FullName", of.Lone.FullName));
        Assert.Contains("đảng viên của chính chi bộ", own.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<ResidenceContact>().CountAsync(Cancel)));

        // Who is in no register stands there without a number, and once alone.
        await AddAsync(there, ("Form.FullName", "Trần Văn Khác"));
        await AddAsync(there, ("Form.CitizenId", away.CitizenId), ("Form.FullName", "Lê Thị Ên"));
        var twice = await AddAsync(
            there,
            ("Form.CitizenId", away.CitizenId),
            ("Form.FullName", "Lê Thị Ên"),
            ("Form.MemberAt", "Chi bộ khác")
        );
        Assert.Contains("đã có trong danh sách", twice.Text, StringComparison.Ordinal);
        var contacts = await served.LookAsync(s => s.Set<ResidenceContact>().OrderBy(c => c.Id).ToListAsync(Cancel));
        Assert.Equal([null, away.Id], contacts.Select(c => c.MemberId));
        Assert.All(contacts, c => Assert.Equal(ContactKind.TemporaryAffiliation, c.Kind));
        var text = new string('a', ResidenceComment.CommentLength.Most + 1);
        var long_ = await SaveAsync(there, await there.OpenAsync(Page), contacts[0].Id, text, "");
        Assert.Contains("dài 1.001 ký tự, tối đa 1.000 ký tự", long_.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_cell_that_has_him_reads_on_its_first_page_that_a_comment_is_due(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        await of.OpenReviewAsync(served, 2026);
        var there = served.As(Actors.Secretary(of.Alone.Id));
        Assert.DoesNotContain("chờ nhận xét", (await there.OpenAsync("/")).Text, StringComparison.Ordinal);
        await AddAsync(there, ("Form.FullName", "Trần Văn Khác"));
        var home = await there.OpenAsync("/");
        var item = home.Texts(".work li").Single(t => t.Contains("chờ nhận xét", StringComparison.Ordinal));
        Assert.StartsWith("1 đảng viên nơi khác", item, StringComparison.Ordinal);
        Assert.Contains("hạn 10/12/2026", item, StringComparison.Ordinal);

        var id = await served.LookAsync(s => s.Set<ResidenceContact>().Select(c => c.Id).SingleAsync(Cancel));
        await SaveAsync(there, await there.OpenAsync(home.LinkOf("chờ nhận xét")), id, "Chấp hành tốt", "22/11/2026");
        Assert.DoesNotContain("chờ nhận xét", (await there.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Who_left_the_cell_within_the_year_is_still_owed_its_comment(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var (there, own) = (served.As(Actors.Secretary(of.Alone.Id)), served.As(Actors.Secretary(of.First.Id)));
        await AddAsync(there, ("Form.CitizenId", away.CitizenId), ("Form.FullName", "Lê Thị Ên"));
        await served.LookAsync(s =>
            s.Set<ResidenceContact>().ExecuteUpdateAsync(c => c.SetProperty(r => r.ToOn, new DateOnly(2024, 9, 15)), Cancel)
        );

        var list = await there.OpenAsync(Page);
        Assert.Contains("Đã thôi từ 15/09/2024; còn phải trả nhận xét", list.Text, StringComparison.Ordinal);
        Assert.Contains("chưa có nhận xét", (await SheetAsync(own, cycle, of.First)).Text, StringComparison.Ordinal);
        var id = await served.LookAsync(s => s.Set<ResidenceContact>().Select(c => c.Id).SingleAsync(Cancel));
        await SaveAsync(there, list, id, "Chấp hành tốt", "10/12/2024");
        Assert.Contains("đã có nhận xét", (await SheetAsync(own, cycle, of.First)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lê Thị Ên", (await there.OpenAsync(Page)).Text, StringComparison.Ordinal);
    }

    private async Task<List<string>> FormAsync(Visitor who) =>
        ReadFile.Paragraphs(
            (await who.DownloadAsync($"/bao-cao/kiem-diem/tu-kiem-diem.docx?nam={Year}&dang-vien={away.Id}")).Content
        );

    private static async Task<VisitedPage> AddAsync(Visitor who, params (string Name, string? Value)[] typed) =>
        await who.SendAsync(
            await who.OpenAsync(Page),
            ".add-contact",
            [
                ("Form.Kind", nameof(ContactKind.TemporaryAffiliation)),
                ("Form.FromOn", "01/03/2024"),
                .. typed,
                .. typed.Any(t => t.Name == "Form.MemberAt")
                    ? []
                    : new (string, string?)[] { ("Form.MemberAt", "Chi bộ cơ quan") },
            ]
        );

    private static Task<VisitedPage> SaveAsync(Visitor who, VisitedPage page, long id, string text, string returned) =>
        who.SendAsync(
            page,
            ".grade-sheet",
            (ResidenceForm.Name(id, "nhan-xet"), text),
            (ResidenceForm.Name(id, "tra"), returned)
        );
}
