using System.Net;
using DocumentFormat.OpenXml.Packaging;
using TongKet.Tests.Reports.WriteDocument;
using TongKet.Tests.Reviews;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reports.PrintGradePapers;

/// <summary>The answer to a complaint and the decision that gives a grade anew are printed for whom they are about and who decides.</summary>
public sealed class GradePapersTests
{
    private readonly ReviewWorld of = new();

    public GradePapersTests() => of.Members[0].Rename("Nguyễn Văn Đức");

    [Theory, OnBothDatabases]
    public async Task An_answer_tells_what_was_complained_and_what_came_of_it(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var (member, committee) = (
            served.As(Actors.Member(of.First.Id, of.Members[0].Id)),
            served.As(Actors.Office(of.Committee.Id))
        );
        var open = await FileAsync(member);
        Assert.DoesNotContain("Tải văn bản trả lời", open.Text, StringComparison.Ordinal);
        var answered = await AnswerAsync(committee, "dung");
        var address = answered.LinkOf("Tải văn bản trả lời");
        Assert.Contains(
            "Khiếu nại đúng; mức xếp loại được xét lại bằng quyết định riêng.",
            ReadFile.Paragraphs((await committee.DownloadAsync(address)).Content)
        );

        await RestateAsync(committee);
        var mine = await member.OpenAsync($"/xep-loai/khieu-nai?nam=2023&dang-vien={of.Members[0].Id}");
        var paper = await member.DownloadAsync(mine.LinkOf("Tải văn bản trả lời"));
        using var document = WordprocessingDocument.Open(new MemoryStream(paper.Content), isEditable: false);
        Assert.Empty(ReadFile.Faults(document));
        var text = ReadFile.Paragraphs(paper.Content);
        Assert.Contains("THÔNG BÁO", text);
        Assert.Contains("Số ……-TB/ĐU", text);
        Assert.Contains(
            "Kết quả giải quyết khiếu nại về xếp loại chất lượng năm 2023 của đồng chí Nguyễn Văn Đức, đảng viên Tổ chức HX.B01.01",
            text
        );
        Assert.Contains(text, line => line.Contains("năm 2023 (Hoàn thành xuất sắc nhiệm vụ)", StringComparison.Ordinal));
        Assert.Contains("Chưa tính việc được giao thêm", text);
        Assert.Contains("Đã xem lại hồ sơ", text);
        Assert.Contains(
            "Khiếu nại đúng; đã xếp loại lại: Hoàn thành nhiệm vụ, theo Quyết định số 21-QĐ/ĐU, ngày 15/03/2024 của Đảng ủy.",
            text
        );
        // The cell reads it too; nobody else.
        Assert.Equal(HttpStatusCode.OK, (await served.As(Actors.Secretary(of.First.Id)).DownloadAsync(address)).Status);
        Visitor[] others =
        [
            served.As(Actors.Member(of.First.Id, of.Members[1].Id)),
            served.As(Actors.Secretary(of.Second.Id)),
            served.As(Actors.Office(of.District.Id)),
            served.As(Actors.Auditor(of.District.Id)),
        ];
        foreach (var other in others)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.DownloadAsync(address)).Status);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_complaint_without_an_answer_has_no_paper_and_a_rejected_one_keeps_the_grade(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var committee = served.As(Actors.Office(of.Committee.Id));
        await FileAsync(served.As(Actors.Member(of.First.Id, of.Members[0].Id)));
        var id = await served.LookAsync(s => Task.FromResult(s.Set<Domain.Reviews.GradeComplaint>().Select(c => c.Id).Single()));
        var address = $"/bao-cao/xep-loai/tra-loi-khieu-nai/{id}.docx";
        Assert.Equal(HttpStatusCode.NotFound, (await committee.DownloadAsync(address)).Status);

        await AnswerAsync(committee, "khong");
        Assert.Contains(
            "Khiếu nại không đúng; giữ mức xếp loại đã quyết định: Hoàn thành xuất sắc nhiệm vụ.",
            ReadFile.Paragraphs((await committee.DownloadAsync(address)).Content)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Who_complains_on_the_day_his_grade_was_given_anew_complains_about_the_new_one(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var committee = served.As(Actors.Office(of.Committee.Id));
        await RestateAsync(committee);
        served.Program.Clock.Advance(TimeSpan.FromMinutes(5));
        await FileAsync(served.As(Actors.Member(of.First.Id, of.Members[0].Id)));
        // Whoever gave the grade does not answer for it.
        await AnswerAsync(served.As(Actors.Office(of.Committee.Id)), "khong");

        var id = await served.LookAsync(s => Task.FromResult(s.Set<Domain.Reviews.GradeComplaint>().Select(c => c.Id).Single()));
        Assert.Contains(
            "Khiếu nại không đúng; giữ mức xếp loại đã quyết định: Hoàn thành nhiệm vụ.",
            ReadFile.Paragraphs((await committee.DownloadAsync($"/bao-cao/xep-loai/tra-loi-khieu-nai/{id}.docx")).Content)
        );
    }

    [Theory, OnBothDatabases]
    [Trait("part", "documents")]
    public async Task LibreOffice_opens_the_decision_with_the_old_grade_the_new_one_and_why(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var committee = served.As(Actors.Office(of.Committee.Id));
        // A report that left with the old grade in it is named, once however often it was taken out.
        await committee.DownloadAsync("/bao-cao/tai-ve/docx?nam=2023");
        await committee.DownloadAsync("/bao-cao/tai-ve/xlsx?nam=2023");
        served.Program.Clock.Advance(TimeSpan.FromMinutes(5));
        var page = await RestateAsync(committee);
        served.Program.Clock.Advance(TimeSpan.FromMinutes(5));
        await committee.DownloadAsync("/bao-cao/tai-ve/docx?nam=2023&tinh-den=15/12/2023");
        var file = await committee.DownloadAsync(page.LinkOf("Tải quyết định 21-QĐ/ĐU"));
        Assert.Equal(HttpStatusCode.OK, file.Status);
        var path = Path.Combine(TempFolder.New(), "quyet-dinh.docx");
        await File.WriteAllBytesAsync(path, file.Content, TestContext.Current.CancellationToken);

        var text = await LibreOffice.PdfTextAsync(await LibreOffice.ConvertAsync(path, "pdf"));
        var told = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Số 21-QĐ/ĐU", told, StringComparison.Ordinal);
        Assert.Contains("ngày 15 tháng 3 năm 2024", told, StringComparison.Ordinal);
        Assert.Contains("ĐẢNG ỦY QUYẾT ĐỊNH", told, StringComparison.Ordinal);
        Assert.Contains(
            "Điều 1. Hủy kết quả xếp loại chất lượng năm 2023 đối với đồng chí Nguyễn Văn Đức, đảng viên Tổ chức HX.B01.01: "
                + "Hoàn thành xuất sắc nhiệm vụ.",
            told,
            StringComparison.Ordinal
        );
        Assert.Contains("Hoàn thành nhiệm vụ. Lý do: Kết luận kiểm tra.", told, StringComparison.Ordinal);
        Assert.Contains("HD 25-HD/BTCTW", told, StringComparison.Ordinal);
        Assert.Equal(2, told.Split("- Tổ chức HX.B01: báo cáo năm 2023 đến ngày 31/12/2023").Length);
        Assert.DoesNotContain("15/12/2023", told, StringComparison.Ordinal);
        Assert.DoesNotContain("\f\f", text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await served.As(Actors.Office(of.District.Id)).DownloadAsync(page.LinkOf("Tải quyết định"))).Status
        );
    }

    private string Address(string page) => $"/xep-loai/{page}?nam=2023&to-chuc={of.First.Id}&dang-vien={of.Members[0].Id}";

    private async Task<VisitedPage> FileAsync(Visitor who) =>
        await who.SendAsync(
            await who.OpenAsync($"/xep-loai/khieu-nai?nam=2023&dang-vien={of.Members[0].Id}"),
            ".file-complaint",
            ("Form.Text", "Chưa tính việc được giao thêm")
        );

    private async Task<VisitedPage> AnswerAsync(Visitor who, string outcome) =>
        await who.SendAsync(
            await who.OpenAsync(Address("khieu-nai")),
            ".answer-complaint",
            ("Answer.Outcome", outcome),
            ("Answer.Text", "Đã xem lại hồ sơ"),
            ("Answer.On", "22/11/2026")
        );

    private async Task<VisitedPage> RestateAsync(Visitor who) =>
        await who.SendAsync(
            await who.OpenAsync(Address("xet-lai")),
            "[data-keep]",
            ("Form.Grade", "3"),
            ("Form.Why", "Kết luận kiểm tra"),
            ("Form.Body", "Đảng ủy"),
            ("Form.DecidedOn", "15/03/2024"),
            ("Form.Number", "21-QĐ/ĐU")
        );
}
