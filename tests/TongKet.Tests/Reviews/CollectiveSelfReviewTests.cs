using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Store;
using TongKet.Tests.Reports.WriteDocument;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reviews;

/// <summary>A committee reviews itself as a collective, a cell on its own line.</summary>
public sealed class CollectiveSelfReviewTests
{
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Two_who_write_for_a_collective_lose_nothing_and_the_form_has_it(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var address = $"{cycle}/tu-kiem-diem/{of.Committee.Id}/tap-the";
        var (one, other) = (served.As(Actors.Office(of.Committee.Id)), served.As(Actors.Office(of.Committee.Id)));
        var (his, hers) = (await one.OpenAsync(address), await other.OpenAsync(address));

        await one.SendAsync(his, "[data-keep]", ("Form.Strengths", "Đạt 20 chỉ tiêu"), ("Form.Grade", "2"));
        // She typed another part: both stand.
        var both = await other.SendAsync(hers, "[data-keep]", ("Form.Weaknesses", "Chậm hai việc"));
        Assert.Equal("Đạt 20 chỉ tiêu", Typed(both, "Strengths"));
        Assert.Equal("2", await GradeAsync(served));

        // Both typed the same part: the later one is told, keeps what she typed, and has her way the second time.
        hers = await other.OpenAsync(address);
        await WriteAsync(one, address, ("Form.Remedies", "Họp mỗi tháng"));
        var told = await other.SendAsync(hers, "[data-keep]", ("Form.Remedies", "Giao việc có hạn"));
        Assert.Contains("người khác vừa lưu nội dung khác", told.Text, StringComparison.Ordinal);
        Assert.Equal("Người khác vừa lưu: Họp mỗi tháng", told.Texts(".saved-by-other").Single());
        Assert.Equal("Giao việc có hạn", Typed(told, "Remedies"));
        var second = await other.SendAsync(told, "[data-keep]");
        Assert.Equal("Giao việc có hạn", Typed(second, "Remedies"));
        Assert.Equal("Đạt 20 chỉ tiêu", Typed(second, "Strengths"));

        var form = ReadFile.Paragraphs((await one.DownloadAsync(second.LinkOf("Tải bản kiểm điểm (.docx)"))).Content);
        Assert.Contains("Mẫu 01 (QĐ 124-QĐ/TW và HD 25-HD/BTCTW)", form);
        Assert.Equal(["Đạt 20 chỉ tiêu"], Under(form, "I."));
        Assert.Equal(["Chậm hai việc"], Under(form, "II."));
        Assert.Equal(["Đã nêu ở mục II."], Under(form, "III."));
        Assert.Equal(["Giao việc có hạn"], Under(form, "IV."));
        Assert.Equal(["Đã nêu ở mục IV."], Under(form, "VII."));
        Assert.Contains("☒ Hoàn thành tốt nhiệm vụ", form);
        Assert.Equal(4, await served.LookAsync(s => s.Set<ChangeLine>().CountAsync(l => l.Entity == "self_review", Cancel)));
        await served.AssertSoundAsync();

        Task<string> GradeAsync(ServedWorld at) =>
            at.LookAsync(async s =>
                (
                    (int)
                        await s.Set<Assessment>()
                            .Where(a => a.As == ReviewSubject.Collective)
                            .Select(a => a.Self)
                            .SingleAsync(Cancel)
                ).ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
    }

    [Theory, OnBothDatabases]
    public async Task Many_who_begin_it_at_once_begin_one(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var address = $"{cycle}/tu-kiem-diem/{of.Committee.Id}/tap-the";
        var office = served.As(Actors.Office(of.Committee.Id));
        var (page, criteria) = (await office.OpenAsync(address), await office.OpenAsync(address + "/tieu-chi"));

        await Task.WhenAll([
            .. Enumerable
                .Range(0, 5)
                .Select(_ => office.SendAsync(page, "[data-keep]", ("Form.Strengths", "Đủ việc"), ("Form.Grade", "2"))),
            .. Enumerable.Range(0, 3).Select(_ => office.SendAsync(criteria, ".criteria-form", ("t.YearResults", "1"))),
        ]);
        Assert.Equal(
            (1, 1, 1),
            await served.LookAsync(async s =>
                (
                    await s.Set<SelfReview>().CountAsync(Cancel),
                    await s.Set<Assessment>().CountAsync(Cancel),
                    await s.Set<AssessmentCriterion>().CountAsync(c => c.OwnLevel != null, Cancel)
                )
            )
        );
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_cell_reviews_itself_on_its_own_line_and_what_it_gives_itself_stands_beside(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2025);
        var cell = served.As(Actors.Secretary(of.First.Id));
        var address = $"{cycle}/tu-kiem-diem/{of.First.Id}/don-vi";
        var written = await WriteAsync(cell, address, ("Form.Grade", "2"), ("Form.Strengths", "Họp đều"));
        Assert.DoesNotContain("nhập hộ", written.Text, StringComparison.Ordinal);
        await cell.SendAsync(
            await cell.OpenAsync(written.LinkOf("Tự chấm từng tiêu chí")),
            ".criteria-form",
            ("t.CommonCriteria", "27")
        );

        var seen = await cell.OpenAsync($"{cycle}/phieu/don-vi/tieu-chi?nam=2025");
        Assert.Contains("Tự chấm: 27", seen.Text, StringComparison.Ordinal);
        var paper = ReadFile.Paragraphs((await cell.DownloadAsync("/bao-cao/kiem-diem/kiem-diem-tap-the.docx?nam=2025")).Content);
        Assert.Contains("Họp đều", paper);
        Assert.Contains("☒ Hoàn thành tốt nhiệm vụ", paper);
        // The committee above may type it in from paper, and it is said.
        var above = served.As(Actors.Office(of.Committee.Id));
        var paperOf = await WriteAsync(above, $"{cycle}/tu-kiem-diem/{of.Second.Id}/don-vi", ("Form.Strengths", "Theo bản giấy"));
        Assert.Contains("nhập hộ từ bản giấy", paperOf.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    private static async Task<VisitedPage> WriteAsync(Visitor who, string address, params (string Name, string? Value)[] typed) =>
        await who.SendAsync(await who.OpenAsync(address), "[data-keep]", typed);

    private static string? Typed(VisitedPage page, string field) =>
        page.Document.QuerySelector($"[name='Form.{field}']")?.TextContent;

    /// <summary>What stands right under a section.</summary>
    private static List<string> Under(List<string> form, string section)
    {
        var at = form.FindIndex(line => line.StartsWith(section, StringComparison.Ordinal));
        return form[(at + 1)..(at + 2)];
    }
}
