using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using TongKet.Store;
using TongKet.Tests.Reports.WriteDocument;
using TongKet.Tests.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reports.PrintSessionPapers;

/// <summary>The level that decides prints what goes into its session and what comes out of it, all units at once.</summary>
public sealed class SessionPapersTests
{
    private readonly ReviewWorld of = new();

    public SessionPapersTests()
    {
        of.Members[0].Rename("Nguyễn Văn Đức");
        of.Members[1].Rename("Lê Thị Ên");
        of.Members[2].Rename("Đỗ Văn Cổ");
        of.Other.Rename("Hoàng Ngọc Xa");
        of.World.Appoint(of.Members[0], of.First, "Bí thư chi bộ", 1);
    }

    [Theory, OnBothDatabases]
    public async Task The_submission_accounts_for_every_unit_with_the_share_that_is_left(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var first = served.As(Actors.Secretary(of.First.Id));
        await FillAsync(
            first,
            await SheetAsync(first, cycle, of.First),
            "gui",
            "2",
            [(of.Members[0], "1"), (of.Members[1], "2"), (of.Members[2], "r4")]
        );
        var committee = served.As(Actors.Office(of.Committee.Id));
        var page = await committee.OpenAsync(
            (await committee.OpenAsync($"{cycle}/quyet-dinh?nam={Year}")).LinkOf("Giấy tờ của phiên")
        );
        Assert.Contains("2 đơn vị; đã gửi phiếu 1, chưa gửi 1", page.Text, StringComparison.Ordinal);

        var file = await committee.DownloadAsync(page.LinkOf("Tờ trình xin quyết định xếp loại"));
        Assert.Equal((HttpStatusCode.OK, "to-trinh-HX.B01-2024.docx"), (file.Status, file.Name));
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Content), isEditable: false);
        Assert.Empty(ReadFile.Faults(document));
        var text = ReadFile.Paragraphs(file.Content);
        Assert.Contains("TỜ TRÌNH", text);
        Assert.Contains("Số ……-TTr/…", text);
        var tables = Tables(document);
        // Who has not sent in, with until when it was due.
        Assert.Equal(["1", "Tổ chức HX.B01.02", "Chưa làm", "10/12/2024"], Row(tables, "Hạn gửi", 1));
        Assert.Equal(["1", "Tổ chức HX.B01.01", "3", "0", "1", "1", "0", "0", "1"], Row(tables, "Tự nhận xuất sắc", 1));
        // One Excellent of one Good: a fifth of one leaves no place.
        var cap = Row(tables, "Còn được xếp", 1);
        Assert.Equal(["2", "1", "1", "20% của 1 là 0,2, làm tròn xuống 0", "Vượt: 1"], cap[2..]);
        Assert.Contains(text, line => line.Contains("QĐ 124, Điều 12; chưa xác nhận", StringComparison.Ordinal));
        var proposed = tables.Where(t => t[0].Contains("Mức xếp loại")).ToList();
        Assert.Equal(
            ["1", "Nguyễn Văn Đức", "Bí thư chi bộ", "Tổ chức HX.B01.01", "Hoàn thành xuất sắc nhiệm vụ"],
            proposed[0][1]
        );
        Assert.Equal("Không xếp loại: Thuộc diện nhưng chưa kiểm điểm", proposed[1][1][4]);
        Assert.Equal("Đỗ Văn Cổ", proposed[1][1][1]);

        // Nothing is decided: neither decision nor notice is there.
        Assert.Equal(HttpStatusCode.NotFound, (await committee.DownloadAsync(Paper(cycle, "quyet-dinh"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await committee.DownloadAsync(Paper(cycle, "thong-bao"))).Status);
    }

    [Theory, OnBothDatabases]
    public async Task A_decision_prints_with_number_and_day_and_its_list_on_a_page_of_its_own(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await DecidedAsync(served);
        var file = await served.As(Actors.Office(of.Committee.Id)).DownloadAsync(Paper(cycle, "quyet-dinh"));
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Content), isEditable: false);
        Assert.Empty(ReadFile.Faults(document));
        var text = ReadFile.Paragraphs(file.Content);

        Assert.Contains("Số 7-QĐ/ĐU", text);
        Assert.Contains(text, line => line.EndsWith("ngày 20 tháng 12 năm 2024", StringComparison.Ordinal));
        Assert.Contains("ĐẢNG ỦY QUYẾT ĐỊNH", text);
        Assert.Contains(
            text,
            line =>
                line.StartsWith(
                    "Đảng viên (4): Hoàn thành xuất sắc nhiệm vụ 0; Hoàn thành tốt nhiệm vụ 2;",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains("Kèm theo Quyết định số 7-QĐ/ĐU, ngày 20/12/2024 của Đảng ủy", text);
        var lists = Tables(document).Where(t => t[0].Contains("Mức xếp loại")).ToList();
        Assert.Equal(["1", "Tổ chức HX.B01.01", "Hoàn thành tốt nhiệm vụ"], lists[0][1]);
        Assert.Equal(["1", "Nguyễn Văn Đức", "Bí thư chi bộ", "Tổ chức HX.B01.01", "Hoàn thành tốt nhiệm vụ"], lists[1][1]);
        Assert.Equal(4, lists[1].Count - 1);
        var line = await served.LookAsync(s => s.Set<ReadingLine>().SingleAsync());
        Assert.StartsWith("reports.print-session-papers paper=quyet-dinh", line.Act, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_cell_reads_its_own_notice_once_it_is_announced_and_no_other(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await DecidedAsync(served);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var first = served.As(Actors.Secretary(of.First.Id));

        Assert.Equal(HttpStatusCode.OK, (await committee.DownloadAsync(Paper(cycle, "thong-bao"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await first.DownloadAsync(Paper(cycle, "thong-bao-don-vi"))).Status);
        Assert.Contains(
            "Chưa có kết quả nào được thông báo",
            (await first.OpenAsync(Address(cycle))).Text,
            StringComparison.Ordinal
        );

        await AnnounceAsync(committee, await committee.OpenAsync($"{cycle}/quyet-dinh?nam={Year}"));
        var papers = await first.OpenAsync($"/bao-cao/kiem-diem?nam={Year}");
        var page = await first.OpenAsync(
            papers.LinkOf("Tờ trình, quyết định, thông báo kết quả: Kiểm điểm, đánh giá, xếp loại năm 2024")
        );
        var own = await first.DownloadAsync(page.LinkOf("Tải về: Thông báo kết quả xếp loại"));
        var text = ReadFile.Paragraphs(own.Content);
        Assert.Contains("Số 3-TB/ĐU", text);
        Assert.Contains(text, line => line.EndsWith("ngày 22 tháng 12 năm 2024", StringComparison.Ordinal));
        Assert.Contains("Nguyễn Văn Đức", text);
        Assert.DoesNotContain("Hoàng Ngọc Xa", text);

        foreach (var paper in new[] { "to-trinh", "quyet-dinh", "thong-bao" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await first.DownloadAsync(Paper(cycle, paper))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await first.DownloadAsync(Paper(cycle, paper, of.Committee.Id))).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await first.DownloadAsync(Paper(cycle, "thong-bao-don-vi", of.Second.Id))).Status);
        // The level above the deciding one reads what was announced and nothing of the session.
        var district = served.As(Actors.Office(of.District.Id));
        Assert.Equal(HttpStatusCode.OK, (await district.DownloadAsync(Paper(cycle, "thong-bao-don-vi", of.First.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await district.DownloadAsync(Paper(cycle, "to-trinh", of.Committee.Id))).Status);
        var member = served.As(Actors.Member(of.First.Id, of.Members[0].Id));
        Assert.Equal(HttpStatusCode.NotFound, (await member.DownloadAsync(Paper(cycle, "thong-bao-don-vi"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await committee.DownloadAsync(Paper("/kiem-diem/999999", "to-trinh"))).Status);
    }

    [Theory, OnBothDatabases]
    [Trait("part", "documents")]
    public async Task LibreOffice_opens_the_papers_and_each_unit_has_a_page_of_its_own(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await DecidedAsync(served);
        var committee = served.As(Actors.Office(of.Committee.Id));

        var pages = (await PrintedAsync(committee, Paper(cycle, "thong-bao"))).TrimEnd('\f').Split('\f');
        Assert.Equal(2, pages.Length);
        Assert.Contains("Lê Thị Ên", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Hoàng Ngọc Xa", pages[0], StringComparison.Ordinal);
        Assert.Contains("Hoàng Ngọc Xa", pages[1], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Contains("ĐẢNG CỘNG SẢN VIỆT NAM", page, StringComparison.Ordinal));

        var decision = (await PrintedAsync(committee, Paper(cycle, "quyet-dinh"))).TrimEnd('\f').Split('\f');
        Assert.DoesNotContain("DANH SÁCH", decision[0], StringComparison.Ordinal);
        Assert.Contains("DANH SÁCH", decision[1], StringComparison.Ordinal);
        Assert.Contains("TỜ TRÌNH", await PrintedAsync(committee, Paper(cycle, "to-trinh")), StringComparison.Ordinal);
    }

    private static async Task<string> PrintedAsync(Visitor who, string address)
    {
        var file = Path.Combine(TempFolder.New(), "paper.docx");
        await File.WriteAllBytesAsync(file, (await who.DownloadAsync(address)).Content, TestContext.Current.CancellationToken);
        return await LibreOffice.PdfTextAsync(await LibreOffice.ConvertAsync(file, "pdf"));
    }

    private async Task<string> DecidedAsync(ServedWorld served)
    {
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        await DecideAsync(served.As(Actors.Office(of.Committee.Id)), cycle, of.Committee);
        return cycle;
    }

    private static string Address(string cycle) => $"/bao-cao{cycle}?nam={Year}";

    private static string Paper(string cycle, string paper, long? organization = null) =>
        $"/bao-cao{cycle}/{paper}.docx?nam={Year}" + (organization is { } id ? $"&to-chuc={id}" : "");

    private static List<List<List<string>>> Tables(WordprocessingDocument document) =>
        [
            .. document
                .MainDocumentPart!.Document.Descendants<Table>()
                .Select(t =>
                    t.Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToList()).ToList()
                ),
        ];

    private static List<string> Row(List<List<List<string>>> tables, string column, int row) =>
        tables.Single(t => t[0].Contains(column))[row];
}
