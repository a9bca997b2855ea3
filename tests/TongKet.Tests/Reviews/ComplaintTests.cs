using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Reviews.DecideGrades;
using TongKet.Reviews.HandleComplaint;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>Whoever got a grade complains about it; the level that decides answers, by somebody who has no part in it.</summary>
public sealed class ComplaintTests
{
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_member_complains_and_an_upheld_complaint_leads_to_the_page_where_grades_are_given_anew(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var mine = of.Members[0].Id;
        var member = served.As(Actors.Member(of.First.Id, mine));
        Assert.Contains(
            $"nam=2023&dang-vien={mine}",
            (await member.OpenAsync("/")).LinkOf("Khiếu nại"),
            StringComparison.Ordinal
        );
        var page = await member.OpenAsync($"/dang-vien/{mine}");
        page = await member.OpenAsync(page.LinkOf("Khiếu nại"));
        Assert.Contains("Thời hạn: chưa xác định", page.Text, StringComparison.Ordinal);

        var filed = await member.SendAsync(page, ".file-complaint", ("Form.Text", "Chưa tính việc được giao thêm"));
        Assert.Contains("Đã ghi khiếu nại", filed.Text, StringComparison.Ordinal);
        Assert.Null(filed.Document.QuerySelector(".file-complaint"));
        Assert.Null(filed.Document.QuerySelector(".answer-complaint"));

        var committee = served.As(Actors.Office(of.Committee.Id));
        Assert.Contains(
            "khiếu nại kết quả xếp loại chờ trả lời",
            (await committee.OpenAsync("/")).Text,
            StringComparison.Ordinal
        );
        var reviews = await committee.OpenAsync($"/kiem-diem?to-chuc={of.Committee.Id}");
        Assert.Contains("Khiếu nại chờ trả lời: 1", reviews.Text, StringComparison.Ordinal);
        var answered = await AnswerAsync(committee, await committee.OpenAsync(reviews.LinkOf(of.Members[0].FullName)), "dung");
        Assert.Contains("Đã ghi trả lời", answered.Text, StringComparison.Ordinal);
        var anew = await committee.OpenAsync(answered.LinkOf("Xét lại mức xếp loại"));
        Assert.StartsWith("Xét lại mức xếp loại", anew.Title, StringComparison.Ordinal);

        var seen = await member.OpenAsync(Address(2023, mine));
        Assert.Contains("Đã xem lại hồ sơ", seen.Text, StringComparison.Ordinal);
        Assert.Null(seen.Document.QuerySelector("a[href*='/xet-lai']"));
        var grade = await served.LookAsync(s => s.Set<MemberGrade>().SingleAsync(g => g.MemberId == mine, Cancel));
        Assert.Equal(Grade.Excellent, grade.Grade);
        Assert.Single(await served.LinesOfAsync(AnswerComplaintHandler.Act));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Only_the_complainer_the_secretary_of_his_cell_and_the_level_that_decides_see_it(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var address = Address(2023, of.Members[0].Id);
        var member = served.As(Actors.Member(of.First.Id, of.Members[0].Id));
        await member.SendAsync(await member.OpenAsync(address), ".file-complaint", ("Form.Text", "Nội dung riêng"));

        var seers = new[] { Actors.Secretary(of.First.Id), Actors.Office(of.Committee.Id) };
        foreach (var actor in seers)
        {
            Assert.Contains("Nội dung riêng", (await served.As(actor).OpenAsync(address)).Text, StringComparison.Ordinal);
        }

        var others = new[]
        {
            Actors.Member(of.First.Id, of.Members[1].Id),
            Actors.Secretary(of.Second.Id),
            Actors.Office(of.District.Id),
        };
        foreach (var actor in others)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await served.As(actor).OpenAsync(address)).Status);
        }

        var strangers = new[] { Actors.Leader(of.Committee.Id), Actors.Auditor(of.Committee.Id), Actors.Administrator() };
        foreach (var actor in strangers)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await served.As(actor).OpenAsync(address)).Status);
        }

        Assert.Equal("review.complaint.not-found", await RefusedAsync(served, Actors.Office(of.District.Id)));
        Assert.Equal("review.complaint.not-the-level", await RefusedAsync(served, Actors.Secretary(of.First.Id)));
    }

    [Theory, OnBothDatabases]
    public async Task A_known_deadline_counts_from_the_announcement_and_a_paper_that_came_in_time_is_typed_in(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        await AnnouncedAsync(served);
        var address = Address(OfYear, of.Members[1].Id);

        var member = await served.As(Actors.Member(of.First.Id, of.Members[1].Id)).OpenAsync(address);
        Assert.Contains("đã hết ngày 21/01/2025 (HD 25, mục thử)", member.Text, StringComparison.Ordinal);
        Assert.Null(member.Document.QuerySelector(".file-complaint"));

        var secretary = served.As(Actors.Secretary(of.First.Id));
        var late = await TypeInAsync(secretary, address, "22/01/2025");
        Assert.Contains("đã hết ngày 21/01/2025 (30 ngày", late.Text, StringComparison.Ordinal);
        var taken = await TypeInAsync(secretary, address, "21/01/2025");
        Assert.Contains("nhập hộ từ bản giấy", taken.Text, StringComparison.Ordinal);
        Assert.Equal(1, await served.LookAsync(s => s.Set<GradeComplaint>().CountAsync(Cancel)));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_entered_the_decision_or_complains_himself_does_not_answer(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var decided = await AnnouncedAsync(served);
        var address = Address(OfYear, of.Members[1].Id);
        var himself = served.As(Actors.Office(of.Committee.Id) with { MemberId = of.Members[1].Id });
        await TypeInAsync(served.As(Actors.Secretary(of.First.Id)), address, "10/01/2025");

        var own = await himself.OpenAsync(address);
        Assert.Contains("Người khiếu nại không trả lời khiếu nại của chính mình", own.Text, StringComparison.Ordinal);
        Assert.Null(own.Document.QuerySelector(".answer-complaint"));
        var part = await decided.OpenAsync(address);
        Assert.Contains("Tài khoản đã ghi quyết định xếp loại này không trả lời", part.Text, StringComparison.Ordinal);
        Assert.Null(part.Document.QuerySelector(".answer-complaint"));
        var author = Assert.Single((await served.LinesOfAsync(DecideGradesHandler.Act)).Select(l => l.AccountId).Distinct());
        Assert.Equal(
            "review.complaint.own-decision",
            await RefusedAsync(served, Actors.Office(of.Committee.Id) with { AccountId = author })
        );

        var another = served.As(Actors.Office(of.Committee.Id));
        var answered = await AnswerAsync(another, await another.OpenAsync(address), "khong");
        Assert.Contains("giữ nguyên mức xếp loại", answered.Text, StringComparison.Ordinal);
        Assert.Null(answered.Document.QuerySelector("a[href*='/xet-lai']"));
    }

    [Theory, OnBothDatabases]
    public async Task A_cell_complains_about_its_own_grade(DatabaseKind kind)
    {
        of.World.Rate(of.First, 2023, Grade.Completed);
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var secretary = served.As(Actors.Secretary(of.First.Id));
        var grades = await secretary.OpenAsync($"/xep-loai?nam=2023&to-chuc={of.First.Id}");

        var page = await secretary.OpenAsync(grades.LinkOf("Khiếu nại"));
        var filed = await secretary.SendAsync(page, ".file-complaint", ("Form.Text", "Đủ điều kiện mức tốt"));
        Assert.Contains("Đã ghi khiếu nại", filed.Text, StringComparison.Ordinal);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var answered = await AnswerAsync(committee, await committee.OpenAsync(page.Address), "dung");
        var anew = await committee.OpenAsync(answered.LinkOf("Xét lại mức xếp loại"));
        Assert.Contains("Tổ chức HX.B01.01", anew.Title, StringComparison.Ordinal);
    }

    private static string Address(int year, long member) => $"/xep-loai/khieu-nai?nam={year}&dang-vien={Text(member)}";

    /// <summary>A review decided and announced on 22/12/2024, with a deadline of 30 days; gives back who decided.</summary>
    private async Task<Visitor> AnnouncedAsync(ServedWorld served)
    {
        var administrator = served.As(Actors.Administrator());
        var published = await administrator.SendAsync(
            await administrator.OpenAsync("/quy-dinh/hd-25-2023/complaint_days/cong-bo"),
            "[data-keep]",
            ("Form.Value", "30"),
            ("Form.IsUnknown", null),
            ("Form.Article", "HD 25, mục thử"),
            ("Form.Reason", "thử thời hạn")
        );
        Assert.Contains("Đã công bố", published.Text, StringComparison.Ordinal);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        await AnnounceAsync(committee, await DecideAsync(committee, cycle, of.Committee));
        return committee;
    }

    private static async Task<VisitedPage> TypeInAsync(Visitor who, string address, string filedOn) =>
        await who.SendAsync(
            await who.OpenAsync(address),
            ".file-complaint",
            ("Form.FiledOn", filedOn),
            ("Form.Text", "Theo đơn giấy")
        );

    private static Task<VisitedPage> AnswerAsync(Visitor who, VisitedPage page, string outcome) =>
        who.SendAsync(
            page,
            ".answer-complaint",
            ("Answer.Outcome", outcome),
            ("Answer.Text", "Đã xem lại hồ sơ"),
            ("Answer.On", "22/11/2026")
        );

    private static async Task<string> RefusedAsync(ServedWorld served, Actor actor)
    {
        var id = await served.LookAsync(s => s.Set<GradeComplaint>().Select(c => c.Id).SingleAsync(Cancel));
        await using var scope = served.Program.Services.CreateAsyncScope();
        var outcome = await scope
            .ServiceProvider.GetRequiredService<AnswerComplaintHandler>()
            .HandleAsync(new(id, true, "Đúng", new DateOnly(2026, 11, 22)), actor, Cancel);
        return Assert.Single(outcome.Refusals).Code;
    }
}
