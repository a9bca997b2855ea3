using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>A report that left the program keeps its figures on paper: whoever gives a grade anew is told which ones have the old one.</summary>
public sealed class IssuedReportsTests
{
    private const string OfTheYear = "nam=2023";
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task Who_gives_a_grade_anew_sees_the_reports_that_left_with_the_old_one_and_their_owner_is_told(
        DatabaseKind kind
    )
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var (committee, district) = (served.As(Actors.Office(of.Committee.Id)), served.As(Actors.Office(of.District.Id)));
        await district.DownloadAsync($"/bao-cao/tai-ve/docx?{OfTheYear}");
        await district.DownloadAsync("/bao-cao/tai-ve/xlsx?nam=2022");
        Assert.DoesNotContain("còn số cũ", (await district.OpenAsync($"/bao-cao?{OfTheYear}")).Text, StringComparison.Ordinal);
        served.Program.Clock.Advance(TimeSpan.FromMinutes(5));

        var restated = await RestateAsync(committee);
        var told = restated.Texts(".issued-reports")[^1];
        Assert.Contains("Tổ chức HX, báo cáo năm 2023 đến ngày 31/12/2023 (.docx)", told, StringComparison.Ordinal);
        Assert.DoesNotContain("năm 2022", told, StringComparison.Ordinal);
        Assert.Contains(
            "1 mức xếp loại trong báo cáo được xét lại",
            (await district.OpenAsync($"/bao-cao?{OfTheYear}")).Text,
            StringComparison.Ordinal
        );

        served.Program.Clock.Advance(TimeSpan.FromMinutes(5));
        await district.DownloadAsync($"/bao-cao/tai-ve/html?{OfTheYear}");
        Assert.DoesNotContain("còn số cũ", (await district.OpenAsync($"/bao-cao?{OfTheYear}")).Text, StringComparison.Ordinal);
        var again = await committee.OpenAsync(Address);
        Assert.DoesNotContain(".html", again.Texts(".issued-reports")[^1], StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_report_that_stopped_before_the_roster_was_closed_has_no_grade_to_be_old(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        await served.As(Actors.Office(of.District.Id)).DownloadAsync($"/bao-cao/tai-ve/docx?{OfTheYear}&tinh-den=30/06/2023");
        served.Program.Clock.Advance(TimeSpan.FromMinutes(5));

        var restated = await RestateAsync(served.As(Actors.Office(of.Committee.Id)));

        Assert.Empty(restated.Texts(".issued-reports"));
        var issued = await served.LookAsync(s => s.Set<IssuedReport>().SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal((new DateOnly(2023, 6, 30), false), (issued.AsOf, issued.HasGrades));
    }

    private string Address => $"/xep-loai/xet-lai?nam=2023&to-chuc={of.First.Id}&dang-vien={Text(of.Members[0].Id)}";

    private async Task<VisitedPage> RestateAsync(Visitor who) =>
        await who.SendAsync(
            await who.OpenAsync(Address),
            "[data-keep]",
            ("Form.Grade", "3"),
            ("Form.Why", "Kết luận kiểm tra"),
            ("Form.Body", "Đảng ủy"),
            ("Form.DecidedOn", "15/03/2024"),
            ("Form.Number", "21-QĐ/ĐU")
        );
}
