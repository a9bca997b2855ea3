using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Tests.Support;

namespace TongKet.Tests.Walks;

/// <summary>A workbook becomes a report, and a figure of it its records: through HTTP, in the role of each person.</summary>
public sealed class WorkbookToReportTests
{
    private const string Report = "/bao-cao?nam=2023";

    private static readonly (string Ending, string Media, string Begins)[] Files =
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"),
        ("html", "text/html", "<!DOCTYPE html>"),
        ("pdf", "application/pdf", "%PDF-"),
    ];

    [Theory, OnBothDatabases]
    public async Task An_office_hands_in_its_workbook_and_every_figure_of_the_report_opens_to_as_many_records(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var door = new CommandLine(database);
        await FoundAsync(door);
        await using var served = await ServedProgram.StartAsync(database);
        var office = served.As(Actors.Office(await IdOfAsync(database, "HX")));

        Assert.Contains("—", (await office.OpenAsync(Report)).Text, StringComparison.Ordinal);
        var applied = await HandInAsync(office, Year());
        Assert.Contains("Đã ghi toàn bộ tệp hx.xlsx", applied.Text, StringComparison.Ordinal);

        var report = await office.OpenAsync(Report);
        Assert.Contains("có 6 đảng viên", report.Text, StringComparison.Ordinal);
        var links = report.Document.QuerySelectorAll("article a.figure-link").ToList();
        Assert.True(links.Count > 40, $"{links.Count} figures are links");
        foreach (var link in links.DistinctBy(l => l.GetAttribute("href")))
        {
            var list = await office.OpenRecordsAsync(link.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, list.Status);
            if (!link.TextContent.Contains('%', StringComparison.Ordinal))
            {
                Assert.True(
                    CountOf(list) == Number(link.TextContent),
                    $"{link.GetAttribute("href")}: {link.TextContent} but {CountOf(list)}"
                );
            }
        }

        foreach (var (ending, media, begins) in Files)
        {
            var link = report.Document.QuerySelector($"a[href*='/bao-cao/tai-ve/{ending}']")!.GetAttribute("href")!;
            var given = await office.DownloadAsync(link);
            Assert.Equal((HttpStatusCode.OK, media), (given.Status, given.Kind));
            Assert.StartsWith(begins, Encoding.UTF8.GetString(given.Content).TrimStart('\uFEFF'), StringComparison.Ordinal);
            Assert.EndsWith("." + ending, given.Name, StringComparison.Ordinal);
        }

        var (exit, answer, notes) = await door.RunAsync("verify");
        Assert.True(exit == 0, answer + notes);
    }

    [Theory, OnBothDatabases]
    public async Task Each_role_sees_of_it_what_is_its_own_and_what_is_foreign_is_not_there(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var door = new CommandLine(database);
        await FoundAsync(door);
        var file = Path.Combine(TempFolder.OfThisRun, $"{Guid.NewGuid():N}.xlsx");
        await File.WriteAllBytesAsync(file, Year(), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await door.RunAsync("import", file)).Exit);
        await using var served = await ServedProgram.StartAsync(database);
        var (top, cell, other) = (
            await IdOfAsync(database, "HX"),
            await IdOfAsync(database, "HX.B1.1"),
            await IdOfAsync(database, "HX.C1")
        );
        var member = await MemberAsync(door, "HX.B1.1");

        await OpensAsync(served.As(Actors.Leader(top)), true, Report, $"/so-lieu/party_member_total?to-chuc={top}&nam=2023");
        await OpensAsync(served.As(Actors.Leader(top)), false, "/nhap-so-lieu");
        await OpensAsync(served.As(Actors.Auditor(top)), true, Report, $"/so-lieu/party_member_total?to-chuc={top}&nam=2023");
        await OpensAsync(served.As(Actors.Secretary(cell)), true, Report, $"/so-lieu/party_member_total?to-chuc={cell}&nam=2023");
        await OpensAsync(
            served.As(Actors.Secretary(cell)),
            false,
            $"/bao-cao?to-chuc={top}&nam=2023",
            $"/bao-cao?to-chuc={other}&nam=2023",
            $"/so-lieu/party_member_total?to-chuc={other}&nam=2023",
            $"/bao-cao/tai-ve/docx?to-chuc={other}&nam=2023"
        );
        await OpensAsync(
            served.As(Actors.Member(cell, member)),
            false,
            Report,
            $"/so-lieu/party_member_total?to-chuc={cell}&nam=2023"
        );
        await OpensAsync(
            served.As(Actors.Administrator()),
            false,
            Report,
            $"/so-lieu/party_member_total?to-chuc={top}&nam=2023",
            "/nhap-so-lieu"
        );
        await OpensAsync(
            served.As(Actors.Office(other)),
            false,
            $"/bao-cao?to-chuc={top}&nam=2023",
            $"/bao-cao?to-chuc={cell}&nam=2023"
        );
        Assert.Equal("Đăng nhập", (await served.AsNobody().OpenAsync(Report)).Title);
    }

    private static async Task OpensAsync(Visitor who, bool opens, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            var page = await who.OpenAsync(address);
            // What a role never does is refused; what it does elsewhere is not there.
            Assert.True(
                opens ? page.Status == HttpStatusCode.OK : page.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden,
                $"{address}: {page.Status} {page.Title}"
            );
        }
    }

    private static async Task<VisitedPage> HandInAsync(Visitor office, byte[] workbook)
    {
        var page = await office.OpenAsync("/nhap-so-lieu");
        var preview = await office.UploadAsync(
            page,
            "form[enctype]",
            ("Form.Files", "hx.xlsx", workbook),
            ("Form.IsDeclaredFree", "true")
        );
        Assert.Contains("Chưa có gì được ghi", preview.Text, StringComparison.Ordinal);
        Assert.Contains("—", (await office.OpenAsync(Report)).Text, StringComparison.Ordinal);
        return await office.SendAsync(preview, "form[method=post]:has([name=PlanDigest])", ("Step", "apply"));
    }

    /// <summary>An office may not set up its own top; the operator does, once.</summary>
    private static async Task FoundAsync(CommandLine door)
    {
        var file = Path.Combine(TempFolder.OfThisRun, $"{Guid.NewGuid():N}.xlsx");
        await File.WriteAllBytesAsync(file, Organizations().ToBytes(), TestContext.Current.CancellationToken);
        var (exit, answer, notes) = await door.RunAsync("import", file, "--year", "2023");
        Assert.True(exit == 0, answer + notes);
    }

    private static WorkbookBuilder Organizations() =>
        new WorkbookBuilder()
            .Organization("HX", "Đảng bộ huyện Xuân Hà", "Đảng bộ huyện")
            .Organization("HX.B1", "Đảng bộ xã Tân Mỹ", "Đảng bộ cơ sở", "HX", "Xã, thị trấn")
            .Organization("HX.B1.1", "Chi bộ thôn 1", "Chi bộ trực thuộc", "HX.B1")
            .Organization("HX.C1", "Chi bộ Bưu điện", "Chi bộ cơ sở", "HX", "Doanh nghiệp");

    private static byte[] Year() =>
        Organizations()
            .Member("Nguyễn Văn Đức", "HX.B1.1")
            .Member("Trần Thị Nga", "HX.B1.1", sex: "Nữ")
            .Member("Lê Văn Sơn", "HX.B1.1")
            .Member("Phạm Thị Thủy", "HX.C1", sex: "Nữ")
            .Member("Hoàng Văn Ư", "HX.C1")
            .Member("Đặng Văn Ân", "HX.C1")
            .Grade("Nguyễn Văn Đức", "Hoàn thành xuất sắc nhiệm vụ")
            .Grade("Trần Thị Nga", "Hoàn thành tốt nhiệm vụ")
            .Grade("Lê Văn Sơn", "Hoàn thành tốt nhiệm vụ")
            .Grade("Phạm Thị Thủy", "Hoàn thành nhiệm vụ")
            .Grade("Hoàng Văn Ư", "Hoàn thành tốt nhiệm vụ")
            .ToBytes();

    private static async Task<long> IdOfAsync(TestDatabase database, string code)
    {
        await using var store = database.OpenStore();
        return (
            await store.Set<OrganizationVersion>().SingleAsync(v => v.Code == code, TestContext.Current.CancellationToken)
        ).OrganizationId;
    }

    private static async Task<long> MemberAsync(CommandLine door, string cell) =>
        (await door.JsonAsync("records", "--organization", cell, "--year", "2023", "--figure", "party_member_total"))
            .GetProperty("records")[0]
            .GetProperty("id")
            .GetInt64();

    private static int CountOf(VisitedPage list) =>
        list.Document.QuerySelector(".pager p") is { } pager ? Number(pager.TextContent.Trim().Split(' ')[^1]) : 0;

    private static int Number(string text) =>
        int.Parse(text.Trim().Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
