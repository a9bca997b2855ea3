using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TongKet.Domain.Reviews;
using TongKet.Reviews.EnterBallot;
using TongKet.Tests.Reports.WriteDocument;
using TongKet.Tests.Reviews;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reports.PrintReviewPapers;

/// <summary>Once a vote was entered, minutes, tally and proposals print with its counts, for who proposes and who decides.</summary>
public sealed class FilledPapersTests
{
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task Papers_printed_after_the_vote_bear_its_counts(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));
        await secretary.SendAsync(
            await secretary.OpenAsync($"{cycle}/bieu-quyet?nam=2024"),
            "form.grade-sheet",
            ("ngay-hop", "05/12/2024"),
            ("so-bien-ban", "12-BB/CB"),
            ("hinh-thuc", "SecretBallot"),
            ("co-mat", "3"),
            ("phat-ra", "3"),
            ("thu-ve", "3"),
            ("hop-le", "2"),
            ("khong-hop-le", "1"),
            (BallotForm.Name(of.Members[0].Id, Grade.Good), "2"),
            (BallotForm.Name(of.Members[1].Id, Grade.Good), "1"),
            (BallotForm.Name(of.Members[1].Id, Grade.None), "1")
        );

        var minutes = await ParagraphsAsync(secretary, "bien-ban-hop");
        Assert.Contains("Số 12-BB/CB", minutes);
        Assert.Contains(minutes, line => line.Contains("ngày 05 tháng 12 năm 2024, tại", StringComparison.Ordinal));
        Assert.Contains(minutes, line => line.Contains("☒ bỏ phiếu kín    ☐ giơ tay", StringComparison.Ordinal));
        var tally = await ParagraphsAsync(secretary, "bien-ban-kiem-phieu");
        Assert.Contains("Số phiếu phát ra: 3; thu về: 3; hợp lệ: 2; không hợp lệ: 1.", tally);
        Assert.Contains("Tổng số đảng viên chính thức: 3. Số làm căn cứ tính kết quả: 3.", tally);
        var proposals = await RowsAsync(secretary, "tong-hop-de-nghi");
        Assert.Equal(["Hoàn thành tốt", "2/3"], proposals[1][6..]);
        Assert.Equal(["Chưa đủ số phiếu", "…/…"], proposals[2][6..]);
        Assert.Equal(["", "…/…"], proposals[3][6..].Select(cell => cell.Trim()));
    }

    [Theory, OnBothDatabases]
    public async Task What_a_member_typed_stands_in_his_form_and_an_empty_one_keeps_its_lines(DatabaseKind kind)
    {
        var province = of.World.Found("T", Domain.Organizations.OrganizationKind.ProvincialOrganization);
        of.World.Move(of.District, province, new(2011, 1, 1));
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var member = served.As(Actors.Member(of.First.Id, of.Members[0].Id));
        await member.SendAsync(
            await member.OpenAsync($"{cycle}/tu-kiem-diem"),
            "[data-keep]",
            ("Form.Grade", "2"),
            ("Form.Strengths", "Làm tốt việc được giao.\nGiữ gìn đoàn kết."),
            ("Form.Weaknesses", "Chưa quyết liệt."),
            ("Form.Remedies", "Đọc thêm, hỏi thêm.")
        );

        var secretary = served.As(Actors.Secretary(of.First.Id));
        var typed = await ParagraphsAsync(secretary, "tu-kiem-diem", of.Members[0].Id);
        var first = typed.FindIndex(line => line.StartsWith("I. Ưu điểm", StringComparison.Ordinal));
        Assert.Equal(["Làm tốt việc được giao.", "Giữ gìn đoàn kết."], typed[(first + 1)..(first + 3)]);
        Assert.Equal("Chưa quyết liệt.", typed[typed.FindIndex(line => line.StartsWith("II.", StringComparison.Ordinal)) + 1]);
        Assert.Equal(
            "Đọc thêm, hỏi thêm.",
            typed[typed.FindIndex(line => line.StartsWith("III.", StringComparison.Ordinal)) + 1]
        );
        Assert.Contains("☒ Hoàn thành tốt nhiệm vụ", typed);

        // He takes the same form himself; nobody else's is his to take.
        var page = await member.OpenAsync($"{cycle}/tu-kiem-diem?nam=2024");
        var own = await member.DownloadAsync(page.LinkOf("Tải bản kiểm điểm (.docx)"));
        Assert.Contains("Chưa quyết liệt.", ReadFile.Paragraphs(own.Content));
        Assert.Contains("☒ Hoàn thành tốt nhiệm vụ", ReadFile.Paragraphs(own.Content));
        var others = $"/bao-cao/ban-kiem-diem/{cycle.Split('/')[^1]}.docx?dang-vien=";
        Assert.Equal(HttpStatusCode.NotFound, (await member.DownloadAsync(others + of.Members[1].Id)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await served.As(Actors.Secretary(of.Second.Id)).DownloadAsync(others + of.Members[0].Id)).Status
        );
        Assert.Equal(HttpStatusCode.OK, (await secretary.DownloadAsync(others + of.Members[0].Id)).Status);

        var empty = await ParagraphsAsync(secretary, "tu-kiem-diem", of.Members[1].Id);
        Assert.DoesNotContain(empty, line => line.Contains('☒', StringComparison.Ordinal));
        Assert.True(typed.Count(line => line.Length == 0) < empty.Count(line => line.Length == 0));

        // Neither proposes nor decides: the form comes with its lines.
        var above = await ParagraphsAsync(served.As(Actors.Office(province.Id)), "tu-kiem-diem", of.Members[0].Id, of.First.Id);
        Assert.DoesNotContain("Chưa quyết liệt.", above);
    }

    [Theory, OnBothDatabases]
    public async Task A_level_that_neither_proposes_nor_decides_prints_the_papers_without_votes(DatabaseKind kind)
    {
        var province = of.World.Found("T", Domain.Organizations.OrganizationKind.ProvincialOrganization);
        of.World.Move(of.District, province, new(2011, 1, 1));
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.Second.Id));
        await secretary.SendAsync(
            await secretary.OpenAsync($"{cycle}/bieu-quyet?nam=2024"),
            "form.grade-sheet",
            ("ngay-hop", "05/12/2024"),
            ("so-bien-ban", "12-BB/CB"),
            ("hinh-thuc", "ShowOfHands"),
            ("co-mat", "1"),
            (BallotForm.Name(of.Other.Id, Grade.Good), "1")
        );

        var rows = await RowsAsync(served.As(Actors.Office(province.Id)), "tong-hop-de-nghi", of.Second.Id);
        Assert.Equal("", rows[1][6].Trim());
        Assert.Equal("Hoàn thành tốt", (await RowsAsync(secretary, "tong-hop-de-nghi"))[1][6]);
    }

    private static async Task<List<string>> ParagraphsAsync(Visitor who, string paper, long? member = null, long? cell = null) =>
        ReadFile.Paragraphs(
            (
                await who.DownloadAsync(
                    $"/bao-cao/kiem-diem/{paper}.docx?nam=2024"
                        + (member is { } one ? $"&dang-vien={one}" : "")
                        + (cell is { } id ? $"&to-chuc={id}" : "")
                )
            ).Content
        );

    private static async Task<List<List<string>>> RowsAsync(Visitor who, string paper, long? cell = null)
    {
        var file = await who.DownloadAsync(
            $"/bao-cao/kiem-diem/{paper}.docx?nam=2024" + (cell is { } id ? $"&to-chuc={id}" : "")
        );
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Content), isEditable: false);
        return
        [
            .. document
                .MainDocumentPart!.Document.Descendants<Table>()
                .First(t => t.InnerText.Contains("Chi bộ đề nghị", StringComparison.Ordinal))
                .Elements<TableRow>()
                .Select(row => row.Elements<TableCell>().Select(c => c.InnerText).ToList()),
        ];
    }
}
