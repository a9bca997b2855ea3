using System.Net;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>Grades that others gave, with their documents: government, Front and unions of a level, and a civil servant's own.</summary>
public sealed class PeersTests
{
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task The_worst_of_government_front_and_unions_keeps_an_organization_from_the_best_grade(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2022);
        var secretary = served.As(Actors.Secretary(of.Second.Id));

        var saved = await SaveAsync(
            secretary,
            cycle,
            ("Government.muc", "1"),
            ("Government.so", "7-QĐ/UBND"),
            ("Government.ngay", "10/12/2022"),
            ("TradeUnion.muc", "3"),
            ("TradeUnion.so", "12-QĐ/CĐ"),
            ("TradeUnion.ngay", "12/12/2022")
        );
        Assert.Contains("Đã lưu mức xếp loại", saved.Text, StringComparison.Ordinal);
        var facts = await secretary.OpenAsync(Own(cycle));
        Assert.Contains("Công đoàn: Hoàn thành nhiệm vụ (12-QĐ/CĐ ngày 12/12/2022)", facts.Text, StringComparison.Ordinal);
        Assert.Contains(
            "đoàn thể cùng cấp xếp mức «Hoàn thành nhiệm vụ», quy định từ «Hoàn thành tốt nhiệm vụ» trở lên (HD 21",
            facts.Text,
            StringComparison.Ordinal
        );
        var refused = await SendAsync(secretary, cycle);
        Assert.Contains("HD 21, phần 2, mục B.1.3", refused.Text, StringComparison.Ordinal);

        // Taken back, or better, it bars no more; the year before and after are others.
        await SaveAsync(secretary, cycle, ("TradeUnion.muc", "2"));
        Assert.DoesNotContain(
            "đoàn thể cùng cấp xếp mức",
            (await secretary.OpenAsync(Own(cycle))).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Đã gửi phiếu", (await SendAsync(secretary, cycle)).Text, StringComparison.Ordinal);
        Assert.Empty((await secretary.OpenAsync(Peers(cycle))).Texts(".peer-grades select"));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_grade_without_document_a_document_without_grade_and_a_wrong_day_are_refused(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2022);
        var secretary = served.As(Actors.Secretary(of.Second.Id));

        var wrong = await SaveAsync(
            secretary,
            cycle,
            ("Government.muc", "2"),
            ("FatherlandFront.so", "3-QĐ/MT"),
            ("YouthUnion.muc", "2"),
            ("YouthUnion.so", "4-QĐ/ĐTN"),
            ("YouthUnion.ngay", "31/12/2021")
        );
        Assert.Equal(3, wrong.Texts("td .field-error, th .field-error").Count);
        Assert.Contains("Chính quyền: ghi số và ngày", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Mặt trận Tổ quốc: có văn bản mà chưa chọn mức", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("4-QĐ/ĐTN", wrong.Document.QuerySelector("[name='YouthUnion.so']")!.GetAttribute("value"));
        var noDay = await SaveAsync(secretary, cycle, ("Government.muc", "2"), ("Government.ngay", "32/12/2022"));
        Assert.Contains("Chính quyền", noDay.Texts("tr:has(.field-error)")[0], StringComparison.Ordinal);

        var open = await secretary.OpenAsync(Peers(cycle));
        await secretary.SendAsync(open, ".peer-grades", Government("2"));
        var late = await secretary.SendAsync(open, ".peer-grades", Government("3"));
        Assert.Contains("người khác vừa lưu một mức khác", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await served.As(Actors.Secretary(of.First.Id)).OpenAsync(Peers(cycle))).Status);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_civil_servants_grade_stands_with_its_document(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2022);
        var secretary = served.As(Actors.Secretary(of.Second.Id));

        var bare = await RecordAsync(secretary, cycle, ("Form.StateGrade", "Good"));
        Assert.Contains("ghi kèm số và ngày văn bản", bare.Text, StringComparison.Ordinal);
        var kept = await RecordAsync(
            secretary,
            cycle,
            ("Form.StateGrade", "Good"),
            ("Form.StateDocument", "88-QĐ/UBND"),
            ("Form.StateDocumentOn", "14/12/2022")
        );
        Assert.Contains("xếp loại công chức, viên chức ở mức «Hoàn thành tốt nhiệm vụ»", kept.Text, StringComparison.Ordinal);
        Assert.Equal("88-QĐ/UBND", kept.Document.QuerySelector("[name='Form.StateDocument']")!.GetAttribute("value"));
        await served.AssertSoundAsync();
    }

    private static (string, string?)[] Government(string grade) =>
        [("Government.muc", grade), ("Government.so", "7-QĐ/UBND"), ("Government.ngay", "10/12/2022")];

    private string Own(string cycle) => $"{cycle}/phieu/don-vi?nam=2022&to-chuc={of.Second.Id}";

    private string Peers(string cycle) => $"{cycle}/cung-cap?nam=2022&to-chuc={of.Second.Id}";

    private async Task<VisitedPage> SaveAsync(Visitor who, string cycle, params (string, string?)[] typed) =>
        await who.SendAsync(await who.OpenAsync(Peers(cycle)), ".peer-grades", typed);

    private async Task<VisitedPage> RecordAsync(Visitor who, string cycle, params (string, string?)[] typed) =>
        await who.SendAsync(
            await who.OpenAsync($"{cycle}/phieu/{Text(of.Other.Id)}?nam=2022&to-chuc={of.Second.Id}"),
            "[data-keep]",
            typed
        );

    /// <summary>Sends the sheet with the cell itself proposed as Excellent, its member as Good.</summary>
    private async Task<VisitedPage> SendAsync(Visitor who, string cycle) =>
        await FillAsync(
            who,
            await who.OpenAsync($"{cycle}/phieu?nam=2022&to-chuc={of.Second.Id}"),
            "gui",
            "1",
            [(of.Other, "2")]
        );
}
