using System.Text;
using TongKet.Domain.Members;
using TongKet.Domain.Reviews;
using TongKet.Tests.Reports.WriteDocument;
using TongKet.Tests.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reports.ShowReport;

/// <summary>Where there are more Excellent than the usual share, page and documents say by which document, or that none is there.</summary>
public sealed class CapReasonsTests
{
    private readonly ReviewWorld of = new();
    private readonly Member[] more;

    public CapReasonsTests()
    {
        more = [of.World.Enroll(of.Second), of.World.Enroll(of.Second)];
        // Of two grassroots organizations one is Excellent and none Good: over, and nobody says why.
        of.World.Rate(of.Committee, OfYear, Grade.Excellent);
    }

    [Theory, OnBothDatabases]
    public async Task A_group_over_the_usual_share_is_explained_on_the_page_and_in_each_document(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        await PublishAsync(served, "excellent_cap_exception_percent", "25");
        await AnnouncedAsync(served);
        var office = served.As(Actors.Office(of.District.Id));
        string[] expected =
        [
            "2 trong 3 nhóm có số xuất sắc cao hơn mức chung 20%: 1 theo văn bản cho phép, 1 chưa ghi văn bản.",
            "Đảng viên của Tổ chức HX.B01",
            "đến 25% theo văn bản số 15-CV/HU, ngày 10/12/2024.",
            "Vượt 1, chưa ghi văn bản cho phép.",
        ];

        var page = await office.OpenAsync($"/bao-cao?nam={Year}");
        var docx = ReadFile.Paragraphs((await office.DownloadAsync($"/bao-cao/tai-ve/docx?nam={Year}")).Content);
        var html = Encoding.UTF8.GetString((await office.DownloadAsync($"/bao-cao/tai-ve/html?nam={Year}")).Content);
        var xlsx = ReadFile
            .Sheets((await office.DownloadAsync($"/bao-cao/tai-ve/xlsx?nam={Year}")).Content)
            .SelectMany(sheet => sheet.Rows)
            .SelectMany(row => row)
            .OfType<string>()
            .ToList();
        var rows = page
            .Document.QuerySelectorAll("table")
            .Single(t => t.TextContent.Contains("chưa ghi văn bản cho phép", StringComparison.Ordinal))
            .QuerySelectorAll("tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Contains("(Chưa ghi nhóm nhiệm vụ)", rows[0].TextContent, StringComparison.Ordinal);
        Assert.All(
            expected,
            sentence =>
            {
                Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
                Assert.Contains(sentence, docx);
                Assert.Contains(sentence, html, StringComparison.Ordinal);
                Assert.Contains(sentence, xlsx);
            }
        );

        // The share as it is counted: four Good and one Excellent under 25 percent are within.
        var members = (await office.OpenAsync($"/ty-le-khong-che?nam={Year}")).Text;
        Assert.Contains("25% của 4 là 1, làm tròn xuống 1", members, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_report_with_all_groups_within_explains_nothing(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);

        var page = await served.As(Actors.Office(of.District.Id)).OpenAsync("/bao-cao?nam=2022");
        Assert.DoesNotContain("cao hơn mức chung", page.Text, StringComparison.Ordinal);
    }

    private async Task AnnouncedAsync(ServedWorld served)
    {
        var cycle = await of.OpenReviewAsync(served);
        var first = served.As(Actors.Secretary(of.First.Id));
        await FillAsync(
            first,
            await SheetAsync(first, cycle, of.First),
            "gui",
            "2",
            [(of.Members[0], "1"), (of.Members[1], "2"), (of.Members[2], "r4")]
        );
        var second = served.As(Actors.Secretary(of.Second.Id));
        await FillAsync(
            second,
            await SheetAsync(second, cycle, of.Second),
            "gui",
            "2",
            [(of.Other, "2"), (more[0], "2"), (more[1], "2")]
        );
        var committee = served.As(Actors.Office(of.Committee.Id));
        await AllowAsync(committee, cycle, of.Committee, ("Form.Kind", "HigherShare"), ("Form.Percent", "25"));
        await AnnounceAsync(committee, await DecideAsync(committee, cycle, of.Committee));
    }
}
