using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>A member reviews himself on his phone, or his cell types it in from his paper; both are the same.</summary>
public sealed class SelfReviewTests
{
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_a_member_thinks_of_himself_stands_on_the_sheet_of_his_cell(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var member = served.As(Actors.Member(of.First.Id, of.Members[0].Id));

        var saved = await WriteAsync(member, $"{cycle}/tu-kiem-diem", "2", "Làm tốt việc được giao");
        Assert.Contains("Đã lưu bản tự kiểm điểm", saved.Text, StringComparison.Ordinal);
        var secretary = served.As(Actors.Secretary(of.First.Id));
        Assert.Equal(["2", "", ""], Chosen(await SheetAsync(secretary, cycle, of.First), "tu-xep").Take(3));

        // The secretary reads it, and types another member's in from his paper.
        var his = await secretary.OpenAsync($"{cycle}/tu-kiem-diem?dang-vien={of.Members[0].Id}");
        Assert.Equal("Làm tốt việc được giao", his.Document.QuerySelector("[name='Form.Strengths']")!.TextContent);
        var paper = await WriteAsync(secretary, $"{cycle}/tu-kiem-diem?dang-vien={of.Members[1].Id}", "3", "Theo bản giấy");
        Assert.Contains("nhập hộ từ bản giấy", paper.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_reads_another_ones_review_and_none_is_written_once_the_sheet_is_sent(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var (mine, other) = (of.Members[0].Id, of.Members[1].Id);
        var member = served.As(Actors.Member(of.First.Id, mine));

        Assert.Equal(HttpStatusCode.NotFound, (await member.OpenAsync($"{cycle}/tu-kiem-diem?dang-vien={other}")).Status);
        var elsewhere = served.As(Actors.Secretary(of.Second.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync($"{cycle}/tu-kiem-diem?dang-vien={mine}")).Status);
        var open = await member.OpenAsync($"{cycle}/tu-kiem-diem");
        await of.SendAllAsync(served, cycle);
        // He is told why, and what he typed is before him to take away.
        var late = await member.SendAsync(open, "[data-keep]", ("Form.Grade", "1"), ("Form.Strengths", "Viết dở"));
        Assert.Contains("Phiếu của chi bộ đã gửi lên cấp quyết định", late.Text, StringComparison.Ordinal);
        Assert.Equal("Viết dở", late.Document.QuerySelector("[name='Form.Strengths']")!.TextContent);
        Assert.Empty((await member.OpenAsync($"{cycle}/tu-kiem-diem")).Texts("[name='Form.Grade']"));
        Assert.Equal(0, await served.LookAsync(s => s.Set<SelfReview>().CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task All_of_a_cell_and_its_secretary_at_once_stand_on_its_one_sheet_and_lose_nothing(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);

        var secretary = served.As(Actors.Secretary(of.First.Id));
        var sheet = await SheetAsync(secretary, cycle, of.First);

        await Task.WhenAll([
            .. of.Members.Select(m =>
                WriteAsync(served.As(Actors.Member(of.First.Id, m.Id)), $"{cycle}/tu-kiem-diem", "2", "Tốt")
            ),
            FillAsync(secretary, sheet, "luu", "2", [.. of.Members.Select(m => (m, "3"))]),
        ]);
        Assert.Equal(1, await served.LookAsync(s => s.Set<ReviewSheet>().CountAsync(Cancel)));
        Assert.Equal(3, await served.LookAsync(s => s.Set<SelfReview>().CountAsync(Cancel)));
        var both = await SheetAsync(secretary, cycle, of.First);
        Assert.Equal(["2", "2", "2"], Chosen(both, "tu-xep").Take(3));
        Assert.Equal(["3", "3", "3"], Chosen(both, "de-nghi").Take(3));
        await served.AssertSoundAsync();
    }

    private static async Task<VisitedPage> WriteAsync(Visitor who, string address, string grade, string strengths) =>
        await who.SendAsync(await who.OpenAsync(address), "[data-keep]", ("Form.Grade", grade), ("Form.Strengths", strengths));
}
