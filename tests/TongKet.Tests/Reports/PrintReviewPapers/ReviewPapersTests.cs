using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using TongKet.Store;
using TongKet.Tests.Reports.WriteDocument;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reports.PrintReviewPapers;

/// <summary>In December a cell prints all its papers with the names in, and nobody's grade.</summary>
public sealed class ReviewPapersTests
{
    private const string Page = "/bao-cao/kiem-diem?nam=2025";
    private readonly ReviewCell cell = new();

    [Theory, OnBothDatabases]
    public async Task A_secretary_takes_all_papers_of_the_meeting_with_the_names_in(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, cell.World);
        var secretary = served.As(Actors.Secretary(cell.Cell.Id));

        var page = await secretary.OpenAsync(Page);
        Assert.Contains("6 đảng viên, trong đó 5 thuộc diện", page.Text, StringComparison.Ordinal);
        var kit = await secretary.DownloadAsync(page.LinkOf("Bộ giấy tờ cuộc họp"));

        Assert.Equal((HttpStatusCode.OK, "bo-giay-to-HX.B01.01-2025.docx"), (kit.Status, kit.Name));
        using var document = WordprocessingDocument.Open(new MemoryStream(kit.Content), isEditable: false);
        Assert.Empty(ReadFile.Faults(document));
        var text = ReadFile.Paragraphs(kit.Content);
        // List, tally, minutes and proposals bear the head of a document; the ballots their own.
        Assert.Equal(4, text.Count(line => line == "ĐẢNG ỦY XÃ PHÚ SƠN"));
        Assert.Equal(4 + 5, text.Count(line => line == "CHI BỘ THÔN ĐÔNG"));
        Assert.Contains("Phú Sơn, ngày …… tháng …… năm 20……", text);
        Assert.Equal(2, text.Count(line => line == "Số ……-BB/CB"));
        Assert.Contains("T/M CHI BỘ", text);
        // In the order of the review: who leads first.
        Assert.Equal(
            ["Nguyễn Văn Đức", "Lê Thị Ên", "Trần Quốc Ơn", "Vũ Thị Bình", "Đỗ Văn Cổ", "Phạm Thị Út"],
            text.Where(cell.World.Members.Select(m => m.FullName).Contains).Take(6)
        );
        var line = await served.LookAsync(s => s.Set<ReadingLine>().SingleAsync());
        Assert.Equal(
            ("reports.print-review-papers paper=bo-giay-to day=2025-12-31 count=6", cell.Cell.Id),
            (line.Act, line.OrganizationId)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Every_voter_has_a_ballot_with_all_names_and_no_mark_on_it(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, cell.World);
        var ballots = await served.As(Actors.Secretary(cell.Cell.Id)).DownloadAsync(Paper("phieu-bieu-quyet"));
        using var document = WordprocessingDocument.Open(new MemoryStream(ballots.Content), isEditable: false);
        var tables = document.MainDocumentPart!.Document.Descendants<Table>().ToList();

        // Five official members, the exempt one among them; the probationary member is voted on and does not vote.
        Assert.Equal(5, tables.Count);
        Assert.All(
            tables,
            table =>
            {
                var rows = table.Elements<TableRow>().Select(Cells).ToList();
                Assert.Equal(
                    [
                        "STT",
                        "Họ và tên",
                        "Hoàn thành xuất sắc",
                        "Hoàn thành tốt",
                        "Hoàn thành",
                        "Không hoàn thành",
                        "Không có ý kiến",
                    ],
                    rows[0]
                );
                Assert.Equal(
                    ["Nguyễn Văn Đức", "Lê Thị Ên", "Trần Quốc Ơn", "Vũ Thị Bình", "Phạm Thị Út"],
                    rows.Skip(1).Select(row => row[1])
                );
                Assert.All(rows.Skip(1), row => Assert.All(row[2..], mark => Assert.Equal("", mark)));
            }
        );
        Assert.NotEmpty(document.MainDocumentPart.Document.Descendants<Break>());
    }

    [Theory, OnBothDatabases]
    public async Task Proposals_show_last_years_grade_and_account_for_who_is_not_graded(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, cell.World);
        var file = await served.As(Actors.Office(cell.Commune.Id)).DownloadAsync(Paper("tong-hop-de-nghi", cell.Cell.Id));
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Content), isEditable: false);
        var tables = document
            .MainDocumentPart!.Document.Descendants<Table>()
            .Select(t => t.Elements<TableRow>().Select(Cells).ToList())
            .ToList();
        var proposed = tables.Single(rows => rows[0].Contains("Chi bộ đề nghị"));
        var left = tables.Single(rows => rows[0].Contains("Lý do"));

        Assert.Equal("Hoàn thành xuất sắc", proposed[1][4]);
        Assert.Equal("—", proposed[2][4]);
        Assert.All(proposed.Skip(1), row => Assert.Equal("", row[6].Trim()));
        Assert.Equal(["1", "Đỗ Văn Cổ"], left[1][..2]);
        Assert.Equal("Được miễn công tác và sinh hoạt đảng", left[1][3]);
    }

    [Theory, OnBothDatabases]
    public async Task Each_member_gets_the_form_of_his_post_with_his_name_in_and_the_rest_to_write(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, cell.World);
        var secretary = served.As(Actors.Secretary(cell.Cell.Id));
        var all = await secretary.DownloadAsync(Paper("tu-kiem-diem"));
        var text = ReadFile.Paragraphs(all.Content);

        // The exempt member is not reviewed.
        Assert.Equal(5, text.Count(line => line == "BẢN KIỂM ĐIỂM CÁ NHÂN"));
        Assert.Contains("Họ và tên: Nguyễn Văn Đức", text);
        Assert.Contains("Chức vụ trong Đảng: Bí thư chi bộ", text);
        Assert.Contains("Chi bộ: Chi bộ thôn Đông, Đảng bộ xã Phú Sơn", text);
        Assert.Equal(2, text.Count(line => line.StartsWith("7. Quy tụ", StringComparison.Ordinal)));
        Assert.DoesNotContain(text, line => line.Contains("Đỗ Văn Cổ", StringComparison.Ordinal));

        var page = await secretary.OpenAsync(Page);
        var asLeader = page
            .Document.QuerySelectorAll("tbody a.btn")
            .Last(a => a.GetAttribute("href")!.Contains("mau=Leader", StringComparison.Ordinal));
        var one = ReadFile.Paragraphs((await secretary.DownloadAsync(asLeader.GetAttribute("href")!)).Content);
        Assert.Contains("Họ và tên: Phạm Thị Út", one);
        Assert.Contains(one, line => line.StartsWith("7. Quy tụ", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Names_of_a_cell_go_to_its_secretary_and_the_office_above_and_to_nobody_else(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, cell.World);
        var secretary = served.As(Actors.Secretary(cell.Cell.Id));
        var member = served.As(Actors.Member(cell.Cell.Id, cell.Plain.Id));
        var leader = served.As(Actors.Leader(cell.Commune.Id));

        Assert.Equal(HttpStatusCode.NotFound, (await secretary.DownloadAsync(Paper("bo-giay-to", cell.Other.Id))).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await secretary.DownloadAsync(Paper("tu-kiem-diem") + $"&dang-vien={cell.Foreigner.Id}")).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.OpenAsync($"{Page}&to-chuc={cell.Other.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.OpenAsync(Page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await member.DownloadAsync(Paper("bo-giay-to", cell.Cell.Id))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.OpenAsync(Page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.DownloadAsync(Paper("bo-giay-to", cell.Cell.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.DownloadAsync(Paper("khong-co"))).Status);
        Assert.Equal(0, await served.LookAsync(s => s.Set<ReadingLine>().CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task An_office_goes_down_to_the_cell(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, cell.World);
        var office = served.As(Actors.Office(cell.District.Id));

        var district = await office.OpenAsync(Page);
        var commune = await office.OpenAsync(district.LinkOf("Đảng bộ xã Phú Sơn"));
        var own = await office.OpenAsync(commune.LinkOf("Chi bộ thôn Đông"));

        Assert.DoesNotContain("Nguyễn Văn Đức", commune.Text, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Văn Đức", own.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("part", "documents")]
    public async Task LibreOffice_opens_the_kit_and_prints_every_name(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, cell.World);
        var kit = await served.As(Actors.Secretary(cell.Cell.Id)).DownloadAsync(Paper("bo-giay-to"));
        var file = Path.Combine(TempFolder.New(), "kit.docx");
        await File.WriteAllBytesAsync(file, kit.Content, TestContext.Current.CancellationToken);

        var text = await LibreOffice.PdfTextAsync(await LibreOffice.ConvertAsync(file, "pdf"));

        // On the list, five ballots, the tally, the minutes and the proposals.
        Assert.Equal(9, text.Split("Nguyễn Văn Đức").Length - 1);
        Assert.Equal(5, text.Split("PHIẾU BIỂU QUYẾT").Length - 1);
        Assert.Contains("Số đảng viên được đưa ra biểu quyết: 5", text, StringComparison.Ordinal);
        Assert.Contains("T/M BAN KIỂM PHIẾU", text, StringComparison.Ordinal);
        // Two ballots of five names stand on a page, none is torn.
        var pages = text.Split('\f');
        Assert.Equal([2, 2, 1], pages.Select(p => p.Split("PHIẾU BIỂU QUYẾT").Length - 1).Where(count => count > 0));
        Assert.All(pages.SkipLast(1), page => Assert.NotEqual("", page.Trim()));
    }

    private static string Paper(string code, long? organization = null) =>
        $"/bao-cao/kiem-diem/{code}.docx?nam=2025" + (organization is { } id ? $"&to-chuc={id}" : "");

    private static List<string> Cells(TableRow row) => [.. row.Elements<TableCell>().Select(c => c.InnerText)];
}
