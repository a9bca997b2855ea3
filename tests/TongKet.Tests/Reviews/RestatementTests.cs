using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>A later finding gives a grade anew; what it was stays beside it.</summary>
public sealed class RestatementTests
{
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task A_grade_given_anew_counts_and_the_old_one_stays_with_its_reason(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var address = Address(of.Members[0].Id);

        var page = await RestateAsync(committee, address, "3", "15/03/2024");
        Assert.Contains("từ «Hoàn thành xuất sắc nhiệm vụ» thành «Hoàn thành nhiệm vụ»", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tổ chức HX", page.Text, StringComparison.Ordinal);
        var count = await committee.OpenRecordsAsync($"/so-lieu/member_completed_count?nam=2023&to-chuc={of.Committee.Id}");
        Assert.Equal("1", count.Texts(".figure-value")[0]);
        var record = await committee.OpenAsync($"/dang-vien/{of.Members[0].Id}");
        Assert.Contains("Trước đây: Hoàn thành xuất sắc nhiệm vụ", record.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task It_is_for_the_level_that_decides_and_needs_its_papers(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var address = Address(of.Members[0].Id);

        Assert.Equal(HttpStatusCode.NotFound, (await served.As(Actors.Office(of.District.Id)).OpenAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await served.As(Actors.Secretary(of.First.Id)).OpenAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await served.As(Actors.Leader(of.Committee.Id)).OpenAsync(address)).Status);

        var committee = served.As(Actors.Office(of.Committee.Id));
        Assert.Contains(
            "giống mức hiện nay",
            (await RestateAsync(committee, address, "1", "15/03/2024")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("chưa đến", (await RestateAsync(committee, address, "2", "15/03/2027")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "không thể trước năm 2023.",
            (await RestateAsync(committee, address, "2", "15/03/2020")).Text,
            StringComparison.Ordinal
        );
        var bare = await committee.SendAsync(await committee.OpenAsync(address), "[data-keep]");
        Assert.Equal(5, bare.Texts(".field-error").Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_grade_is_given_anew_from_the_day_of_its_decision_on_and_not_the_day_before(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        await AnnounceAsync(committee, await DecideAsync(committee, cycle, of.Committee));
        var address = $"/xep-loai/xet-lai?nam={Year}&to-chuc={of.First.Id}&dang-vien={Text(of.Members[0].Id)}";

        Assert.Contains(
            "không thể trước ngày 20/12/2024",
            (await RestateAsync(committee, address, "3", "19/12/2024")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Đã ghi mức", (await RestateAsync(committee, address, "3", "20/12/2024")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Sent_several_times_at_once_it_is_given_anew_once(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var address = Address(of.Members[0].Id);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RestateAsync(committee, address, "3", "15/03/2024")));
        Assert.Equal(1, await served.LookAsync(s => s.Set<GradeRestatement>().CountAsync(TestContext.Current.CancellationToken)));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Two_years_running_without_completing_are_told_to_people_and_nothing_is_done(DatabaseKind kind)
    {
        of.World.Grade(of.Other, 2022, Grade.NotCompleted);
        of.World.Grade(of.Other, 2023, Grade.NotCompleted);
        of.World.Grade(of.Lone, 2023, Grade.NotCompleted);
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var district = served.As(Actors.Office(of.District.Id));

        var twice = await district.OpenAsync($"/dang-vien/{of.Other.Id}");
        Assert.Contains("Không hoàn thành nhiệm vụ các năm 2022, 2023", twice.Text, StringComparison.Ordinal);
        Assert.Contains("Chương trình chỉ nhắc", twice.Text, StringComparison.Ordinal);
        var once = await district.OpenAsync($"/dang-vien/{of.Lone.Id}");
        Assert.DoesNotContain("Chương trình chỉ nhắc", once.Text, StringComparison.Ordinal);
    }

    private string Address(long member) => $"/xep-loai/xet-lai?nam=2023&to-chuc={of.First.Id}&dang-vien={Text(member)}";

    private static async Task<VisitedPage> RestateAsync(Visitor who, string address, string grade, string on) =>
        await who.SendAsync(
            await who.OpenAsync(address),
            "[data-keep]",
            ("Form.Grade", grade),
            ("Form.Why", "Kết luận kiểm tra"),
            ("Form.Body", "Đảng ủy"),
            ("Form.DecidedOn", on),
            ("Form.Number", "21-QĐ/ĐU")
        );
}
