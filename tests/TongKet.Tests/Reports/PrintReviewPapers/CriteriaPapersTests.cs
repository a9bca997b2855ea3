using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TongKet.Domain.Organizations;
using TongKet.Tests.Reports.WriteDocument;
using TongKet.Tests.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reports.PrintReviewPapers;

/// <summary>Criteria print into the forms with the levels or points they were given, for who sees the sheet; else to fill in.</summary>
public sealed class CriteriaPapersTests
{
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task Levels_stand_ticked_in_a_members_form_for_who_sees_the_sheet_alone(DatabaseKind kind)
    {
        var province = of.World.Found("T", OrganizationKind.ProvincialOrganization);
        of.World.Move(of.District, province, new(2011, 1, 1));
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.Second.Id));
        await ScoreAsync(secretary, $"{cycle}/phieu/{Text(of.Other.Id)}/tieu-chi?nam=2024", ("DutyResults", "1"));

        var rows = await RowsAsync(secretary, Form("2024"), "Đánh giá từng tiêu chí");
        Assert.Equal(["STT", "Tiêu chí", "Xuất sắc", "Tốt", "Trung bình", "Kém"], rows[0]);
        Assert.Equal(["☒", "☐", "☐", "☐"], rows[2][2..]);
        Assert.All(rows.Skip(1).Where(r => r != rows[2]), r => Assert.Equal(["☐", "☐", "☐", "☐"], r[2..]));
        var above = await RowsAsync(
            served.As(Actors.Office(province.Id)),
            Form("2024") + $"&to-chuc={of.Second.Id}",
            "Đánh giá từng tiêu chí"
        );
        Assert.All(above.Skip(1), r => Assert.Equal(["☐", "☐", "☐", "☐"], r[2..]));
    }

    [Theory, OnBothDatabases]
    public async Task Points_print_with_the_most_of_each_room_for_ones_own_and_a_sum_once_all_are_given(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2025);
        var secretary = served.As(Actors.Secretary(of.Second.Id));
        var criteria = $"{cycle}/phieu/{Text(of.Other.Id)}/tieu-chi?nam=2025";
        await ScoreAsync(secretary, criteria, ("CommonCriteria", "28,5"), ("TaskResultsQuality", "45"));

        var part = await RowsAsync(secretary, Form("2025"), "Điểm từng tiêu chí");
        Assert.Equal(["1", "Nhóm tiêu chí chung", "30", "", "28,5"], part[1]);
        Assert.Equal(["", "Tổng điểm", "100", "", ""], part[^1]);
        await ScoreAsync(secretary, criteria, ("TaskResultsProgress", "20"), ("Bonus", "2"));
        var whole = await RowsAsync(secretary, Form("2025"), "Điểm từng tiêu chí");
        Assert.Equal(["", "Tổng điểm", "100", "", "95,5"], whole[^1]);
        // What he gives himself stands beside it.
        var member = served.As(Actors.Member(of.Second.Id, of.Other.Id));
        await ScoreAsync(
            member,
            $"{cycle}/tu-kiem-diem/tieu-chi",
            ("CommonCriteria", "30"),
            ("TaskResultsProgress", "21"),
            ("TaskResultsQuality", "47,5")
        );
        var both = await RowsAsync(secretary, Form("2025"), "Điểm từng tiêu chí");
        Assert.Equal(["1", "Nhóm tiêu chí chung", "30", "30", "28,5"], both[1]);
        Assert.Equal(["", "Tổng điểm", "100", "98,5", "95,5"], both[^1]);
        // He himself takes what he gave, and nothing of what he was given.
        var his = await RowsAsync(member, $"/bao-cao/ban-kiem-diem/{cycle.Split('/')[^1]}.docx", "Điểm từng tiêu chí");
        Assert.Equal(["1", "Nhóm tiêu chí chung", "30", "30", ""], his[1]);
        Assert.Equal(["", "Tổng điểm", "100", "98,5", ""], his[^1]);
        // The cell's own report has its own criteria, given nothing yet.
        var own = await RowsAsync(secretary, "/bao-cao/kiem-diem/kiem-diem-tap-the.docx?nam=2025", "Điểm từng tiêu chí");
        Assert.All(own.Skip(1), r => Assert.Equal("", r[4]));
    }

    [Theory, OnBothDatabases]
    public async Task A_committee_prints_the_sheet_of_its_collective_where_the_regime_has_that_form(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2022);
        var office = served.As(Actors.Office(of.Committee.Id));
        await ScoreAsync(office, $"{cycle}/phieu/tap-the/tieu-chi?nam=2022", ("YearResults", "2"));

        const string address = "/bao-cao/kiem-diem/phan-tich-tap-the.docx";
        var page = await office.OpenAsync("/bao-cao/kiem-diem?nam=2022");
        Assert.NotNull(page.Document.QuerySelector($"a[href^='{address}']"));
        var sheet = await office.DownloadAsync(address + "?nam=2022");
        var lines = ReadFile.Paragraphs(sheet.Content);
        Assert.Contains("Mẫu 04 (HD 21-HD/BTCTW)", lines);
        Assert.Contains(lines, l => l.StartsWith("Đối tượng được đánh giá, xếp loại: cấp ủy", StringComparison.Ordinal));
        var rows = await RowsAsync(office, address + "?nam=2022", "Đánh giá từng tiêu chí");
        Assert.Equal(["☐", "☒", "☐", "☐"], rows[2][2..]);

        // The years after have no such form, and a cell's secretary none of his committee.
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(address + "?nam=2024")).Status);
        var report = ReadFile.Paragraphs(
            (await office.DownloadAsync("/bao-cao/kiem-diem/kiem-diem-tap-the.docx?nam=2024")).Content
        );
        Assert.Contains(report, l => l.StartsWith("Kiểm điểm tập thể cấp ủy", StringComparison.Ordinal));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await served.As(Actors.Secretary(of.First.Id)).OpenAsync($"{address}?nam=2022&to-chuc={of.Committee.Id}")).Status
        );
    }

    private string Form(string year) => $"/bao-cao/kiem-diem/tu-kiem-diem.docx?nam={year}&dang-vien={of.Other.Id}";

    private static async Task ScoreAsync(Visitor who, string address, params (string Key, string Given)[] given)
    {
        var saved = await who.SendAsync(
            await who.OpenAsync(address),
            ".criteria-form",
            [.. given.Select(g => ("t." + g.Key, (string?)g.Given))]
        );
        Assert.Contains("Đã lưu", saved.Text, StringComparison.Ordinal);
    }

    /// <summary>The rows of the table under a caption.</summary>
    private static async Task<List<List<string>>> RowsAsync(Visitor who, string address, string caption)
    {
        var file = await who.DownloadAsync(address);
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Content), isEditable: false);
        var above = document.MainDocumentPart!.Document.Descendants<Paragraph>().Single(p => p.InnerText == caption);
        return
        [
            .. above
                .ElementsAfter()
                .OfType<Table>()
                .First()
                .Elements<TableRow>()
                .Select(row => row.Elements<TableCell>().Select(c => c.InnerText).ToList()),
        ];
    }
}
