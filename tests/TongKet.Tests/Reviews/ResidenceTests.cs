using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Reviews.KeepResidence;
using TongKet.Store;
using TongKet.Tests.Reports.WriteDocument;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reviews;

/// <summary>A residential cell comments on more people than it has members, in one form, and they stay out of its head-count.</summary>
public sealed class ResidenceTests
{
    private const string Page = "/kiem-diem/noi-cu-tru?nam=2025";
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Comments_on_all_are_kept_at_once_and_those_that_went_back_are_counted(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var secretary = served.As(Actors.Secretary(of.First.Id));
        await AddAsync(secretary, "Lê Văn Tám");
        await AddAsync(secretary, "Bùi Thị Hạnh");
        var page = await AddAsync(secretary, "Vũ Đình Sáu", "đi công tác biệt phái");
        Assert.Contains("3 đảng viên giữ mối liên hệ với chi bộ", page.Text, StringComparison.Ordinal);
        Assert.Contains("cần nhận xét 2", page.Text, StringComparison.Ordinal);

        var ids = await served.LookAsync(s => s.Set<ResidenceContact>().OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(Cancel));
        var early = await SaveAsync(secretary, page, (ids[0], "", "05/12/2025"));
        Assert.Contains("Lê Văn Tám: có ngày trả mà chưa có nhận xét", early.Text, StringComparison.Ordinal);
        var kept = await SaveAsync(secretary, early, (ids[0], "Gương mẫu", "05/12/2025"), (ids[1], "Ít họp", ""));
        Assert.Contains("đã trả nhận xét 1", kept.Text, StringComparison.Ordinal);
        Assert.Equal(2, await served.LookAsync(s => s.Set<ResidenceComment>().CountAsync(Cancel)));

        var paper = await secretary.DownloadAsync("/bao-cao/kiem-diem/nhan-xet-noi-cu-tru.docx?nam=2025");
        var text = ReadFile.Paragraphs(paper.Content);
        Assert.Equal(2, text.Count(line => line == "PHIẾU NHẬN XÉT"));
        Assert.Contains("Họ và tên: Lê Văn Tám", text);
        Assert.Contains("Gương mẫu", text);
        Assert.DoesNotContain(text, line => line.Contains("Vũ Đình Sáu", StringComparison.Ordinal));
        Assert.EndsWith(
            "count=3",
            (await served.LookAsync(s => s.Set<ReadingLine>().SingleAsync(Cancel))).Act,
            StringComparison.Ordinal
        );
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_at_once_the_later_one_is_told_and_who_leaves_is_gone_the_year_after(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var (one, other) = (served.As(Actors.Secretary(of.First.Id)), served.As(Actors.Office(of.First.Id)));
        var his = await AddAsync(one, "Lê Văn Tám");
        var hers = await other.OpenAsync(Page);
        var id = await served.LookAsync(s => s.Set<ResidenceContact>().Select(c => c.Id).SingleAsync(Cancel));

        await SaveAsync(one, his, (id, "Gương mẫu", ""));
        var told = await SaveAsync(other, hers, (id, "Ít họp", ""));
        Assert.Contains("Lê Văn Tám: người khác vừa ghi nhận xét khác", told.Text, StringComparison.Ordinal);
        Assert.Equal("Ít họp", told.Document.QuerySelector($"[name='{ResidenceForm.Name(id, "nhan-xet")}']")!.TextContent);

        await one.SendAsync(await one.OpenAsync(Page), ".grade-sheet", (ResidenceForm.Name(id, "thoi"), "20/12/2025"));
        Assert.Contains("Chưa có ai trong danh sách", (await one.OpenAsync(Page)).Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await one.DownloadAsync("/bao-cao/kiem-diem/nhan-xet-noi-cu-tru.docx?nam=2025")).Status
        );
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_missing_is_named_beside_its_field_and_another_cell_is_not_there(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var secretary = served.As(Actors.Secretary(of.First.Id));

        var refused = await secretary.SendAsync(
            await secretary.OpenAsync(Page),
            ".add-contact",
            ("Form.MemberAt", "Chi bộ Sở Y tế")
        );
        Assert.Contains("Hãy ghi họ và tên", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Chi bộ Sở Y tế", refused.Document.QuerySelector("[name='Form.MemberAt']")!.GetAttribute("value"));
        await AddAsync(secretary, "Lê Văn Tám");
        Assert.Contains(
            "Lê Văn Tám đã có trong danh sách",
            (await AddAsync(secretary, "Lê Văn Tám")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.OpenAsync($"{Page}&to-chuc={of.Second.Id}")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await served.As(Actors.Leader(of.First.Id)).OpenAsync(Page)).Status);
    }

    private static async Task<VisitedPage> AddAsync(Visitor who, string name, string? exempt = null) =>
        await who.SendAsync(
            await who.OpenAsync(Page),
            ".add-contact",
            ("Form.FullName", name),
            ("Form.MemberAt", "Chi bộ Sở Y tế"),
            ("Form.FromOn", "01/03/2024"),
            ("Form.ExemptWhy", exempt)
        );

    private static Task<VisitedPage> SaveAsync(
        Visitor who,
        VisitedPage page,
        params (long Id, string Text, string Returned)[] lines
    ) =>
        who.SendAsync(
            page,
            ".grade-sheet",
            [
                .. lines.SelectMany(l =>
                    new (string Name, string? Value)[]
                    {
                        (ResidenceForm.Name(l.Id, "nhan-xet"), l.Text),
                        (ResidenceForm.Name(l.Id, "tra"), l.Returned),
                    }
                ),
            ]
        );
}
