using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TongKet.Domain.Organizations;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures;

/// <summary>A past day on its own tree, as it was, and on that of a later day, as if; each says which it is.</summary>
public sealed class AsItWasTests
{
    private const string AsItWas = "Theo tổ chức tại thời điểm 31/12/2023, như đã ghi nhận khi đó.";
    private const string AsIf = "Quy đổi theo tổ chức tại thời điểm 01/07/2024, không phải số liệu đã báo cáo.";

    private readonly WorldBuilder world = new();
    private readonly Organization province;
    private readonly Organization old;
    private readonly Organization grown;

    public AsItWasTests()
    {
        province = world.Found("T", OrganizationKind.ProvincialOrganization);
        old = world.Found("T.01", OrganizationKind.CommuneOrganization, province);
        grown = world.Found("T.02", OrganizationKind.CommuneOrganization, province);
        var (first, second) = (world.FoundCell("T.01.1", old), world.FoundCell("T.02.1", grown));
        world.Enroll(first);
        world.Enroll(first);
        world.Enroll(second);
        world.Move(first, grown, new(2024, 7, 1));
        world.Dissolve(old, new(2024, 7, 1), grown);
    }

    [Theory, OnBothDatabases]
    public async Task A_merged_organization_is_shown_as_it_was_from_its_own_page(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var office = served.As(Actors.Office(province.Id));

        var gone = await office.OpenAsync($"/to-chuc/{old.Id}");
        var then = await office.OpenAsync(gone.LinkOf("Xem số liệu đến 31/12/2023"));

        Assert.Equal("2", Total(then));
        Assert.Contains(AsItWas, then.Text, StringComparison.Ordinal);
        Assert.Contains("Tổ chức T.01, năm 2023", then.Text, StringComparison.Ordinal);
        Assert.Contains(AsItWas, (await office.OpenAsync($"/bao-cao?nam=2023&to-chuc={old.Id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Theo tổ chức tại thời điểm 22/11/2026",
            (await office.OpenAsync("/so-lieu")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_report_from_the_command_line_says_that_it_stands_on_the_tree_of_its_day(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await world.SaveAsync(database, cancel: TestContext.Current.CancellationToken);
        var door = new CommandLine(database);
        foreach (var ending in new[] { ".html", ".docx", ".xlsx" })
        {
            var file = Path.Combine(TempFolder.OfThisRun, $"{Guid.NewGuid():N}{ending}");
            var (exit, answer, notes) = await door.RunAsync("report", "--organization", "T.01", "--year", "2023", "--out", file);
            Assert.True(exit == 0, answer + notes);
            var text =
                ending == ".html"
                    ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
                    : Unzipped(File.OpenRead(file));
            Assert.Contains(AsItWas, text, StringComparison.Ordinal);
        }
    }

    [Theory, OnBothDatabases]
    public async Task As_if_merged_then_counts_and_opens_on_the_later_tree_and_says_so(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var office = served.As(Actors.Office(province.Id));
        var address = $"/so-lieu?nam=2023&to-chuc={grown.Id}";

        Assert.Equal("1", Total(await office.OpenAsync(address)));
        var page = await office.OpenAsync(address + "&cay=01/07/2024");
        Assert.Equal("3", Total(page));
        Assert.Contains(AsIf, page.Text, StringComparison.Ordinal);

        var list = await office.OpenRecordsAsync(Row(page).QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains(AsIf, list.Text, StringComparison.Ordinal);
        Assert.Equal(3, list.Records.Count);
        Assert.Equal("3", list.Texts("tfoot td.number")[0]);
        var cell = await office.OpenAsync(list.LinkOf("T.01.1"));
        Assert.Contains(AsIf, cell.Text, StringComparison.Ordinal);
        Assert.Equal(2, cell.Records.Count);

        Assert.Contains(AsIf, await TextAsync(office, page.LinkOf("Tải về Excel")), StringComparison.Ordinal);
        Assert.Contains(AsIf, await TextAsync(office, cell.LinkOf("Tải về Excel")), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_report_as_if_merged_then_says_so_on_its_page_and_in_its_documents(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var office = served.As(Actors.Office(province.Id));

        var asItWas = await office.OpenAsync($"/bao-cao?nam=2023&to-chuc={grown.Id}");
        Assert.DoesNotContain("Quy đổi theo tổ chức tại thời điểm", asItWas.Text, StringComparison.Ordinal);
        var today = await office.OpenAsync(asItWas.LinkOf("Quy đổi theo tổ chức hiện nay"));
        Assert.Contains("Quy đổi theo tổ chức tại thời điểm 22/11/2026", today.Text, StringComparison.Ordinal);

        var page = await office.OpenAsync($"/bao-cao?nam=2023&to-chuc={grown.Id}&cay=01/07/2024");
        Assert.Contains(AsIf, page.Text, StringComparison.Ordinal);
        Assert.Contains("Tỷ lệ khống chế xếp loại xuất sắc không tính lại", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 đảng viên", page.Text, StringComparison.Ordinal);
        var list = await office.OpenRecordsAsync(
            page.Document.QuerySelector("article.report a[href*=party_member_total]")!.GetAttribute("href")!
        );
        Assert.Contains(AsIf, list.Text, StringComparison.Ordinal);
        Assert.Equal("3", list.Texts("tfoot td.number")[0]);
        foreach (var ending in new[] { ".xlsx", ".docx" })
        {
            var (_, content) = await office.DownloadAsync(page.LinkOf("Tải về " + ending));
            Assert.Contains(AsIf, Unzipped(new MemoryStream(content)), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(AsIf, (await office.OpenAsync(page.LinkOf("Xem theo tổ chức tại thời điểm đó"))).Text);
    }

    [Theory, OnBothDatabases]
    public async Task An_earlier_tree_is_not_taken_and_a_foreign_organization_is_on_none(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var own = served.As(Actors.Office(grown.Id));

        var earlier = await own.OpenAsync($"/so-lieu?nam=2023&to-chuc={grown.Id}&cay=01/07/2022");
        Assert.Contains("có trước ngày của số liệu", earlier.Text, StringComparison.Ordinal);
        Assert.Equal("1", Total(earlier));
        foreach (var tree in new[] { "", "&cay=01/07/2024" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await own.OpenAsync($"/so-lieu?nam=2023&to-chuc={province.Id}{tree}")).Status);
            var list = await own.OpenAsync($"/so-lieu/party_member_total?nam=2023&to-chuc={province.Id}{tree}");
            Assert.Equal(HttpStatusCode.NotFound, list.Status);
        }
    }

    private static string Unzipped(Stream file)
    {
        using var package = new System.IO.Compression.ZipArchive(file);
        return string.Concat(
            package
                .Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal))
                .Select(e =>
                {
                    using var reader = new StreamReader(e.Open());
                    return reader.ReadToEnd();
                })
        );
    }

    private static AngleSharp.Dom.IElement Row(VisitedPage page) =>
        page
            .Document.QuerySelectorAll("main tbody tr")
            .First(r => r.QuerySelector("a[href*='/so-lieu/party_member_total?']") is not null);

    private static string Total(VisitedPage page) => Row(page).QuerySelector("td.number")!.TextContent.Trim();

    private static async Task<string> TextAsync(Visitor who, string address)
    {
        var (status, content) = await who.DownloadAsync(address);
        Assert.Equal(HttpStatusCode.OK, status);
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        return string.Join(
            '|',
            document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Select(c => c.InnerText)
        );
    }
}
