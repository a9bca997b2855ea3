using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Support;
using TongKet.Web;
using static TongKet.Tests.Exchange.ReadWorkbook.Reading;

namespace TongKet.Tests.Exchange.ReadWorkbook;

public sealed class WorkbookFormTests
{
    [Fact]
    public void Columns_are_found_in_any_order_case_and_spacing()
    {
        var workbook = Right()
            .Sheet(
                WorkbookForm.Members,
                sheet =>
                {
                    sheet.Rename("Số CCCD", "  SỐ   CCCD (*)");
                    sheet.Rename("Ngày sinh", "Ngày sinh".Normalize(System.Text.NormalizationForm.FormD));
                    sheet.Rename("Nơi chuyển đến, đi", "Nơi chuyển đến,\u00a0đi");
                    sheet.Reverse();
                    sheet.Name = "ĐẢNG VIÊN ";
                }
            )
            .Read();

        Assert.Empty(workbook.Issues);
        Assert.Equal("Nguyễn Văn An", workbook.Members[0].FullName);
        Assert.Equal(new(1980, 5, 15), workbook.Members[0].Born!.Value.On);
        Assert.Equal("001080000001", workbook.Members[0].CitizenId);
    }

    [Fact]
    public void Lines_above_the_header_are_passed_over_and_rows_keep_their_numbers()
    {
        var workbook = Right()
            .Sheet(WorkbookForm.Members, sheet => sheet.Titles.AddRange(["ĐẢNG BỘ HUYỆN A", "", "Đảng viên"]))
            .Set(WorkbookForm.Members, 2, "Ngày sinh", "32/01/1980")
            .Read();

        Assert.Equal(["Đảng viên 5 Ngày sinh: cell.no-such-date"], workbook.Errors());
    }

    [Fact]
    public void An_unknown_column_or_sheet_is_a_warning_and_its_values_make_no_line()
    {
        var workbook = Right()
            .Sheet(WorkbookForm.Targets, sheet => sheet.Add("Cột riêng"))
            .Sheet(WorkbookForm.Targets, sheet => sheet.Rows.Add([.. new object?[10], "ghi chú lẻ"]))
            .OtherSheet("Nháp", "gì đó")
            .OtherSheet("Hướng dẫn", "Cách ghi")
            .Read();

        Assert.Equal(["Chỉ tiêu 1 Cột riêng: column.unknown", "Nháp 0 : sheet.unknown"], workbook.Warnings());
        Assert.Empty(workbook.Errors());
        Assert.Single(workbook.Targets);
    }

    [Fact]
    public void A_missing_column_is_one_error_and_what_else_is_wrong_is_told_as_well()
    {
        var workbook = Right()
            .Set(WorkbookForm.Members, 3, "Ngày sinh", "32/01/1980")
            .Sheet(WorkbookForm.Members, sheet => sheet.Remove("Số CCCD"))
            .Sheet(WorkbookForm.Organizations, sheet => sheet.Remove("Mã cấp trên"))
            .Read();

        Assert.Equal(
            [
                "Tổ chức 1 Mã cấp trên: column.missing",
                "Đảng viên 1 Số CCCD: column.missing",
                "Đảng viên 3 Ngày sinh: cell.no-such-date",
            ],
            workbook.Errors()
        );
        Assert.True(workbook.FollowsFromFaultyMember(workbook.MemberGrades[0]));
    }

    [Theory]
    [InlineData("Mã tổ chức")]
    [InlineData("Loại hình")]
    [InlineData("Ghi chú")]
    public void Every_column_of_the_form_must_be_there(string column) =>
        Assert.Equal(
            [$"Tổ chức 1 {column}: column.missing"],
            Right().Sheet(WorkbookForm.Organizations, sheet => sheet.Remove(column)).Read().Errors()
        );

    [Fact]
    public void Two_columns_of_one_name_are_an_error() =>
        Assert.Equal(
            ["Chỉ tiêu 1 Giá trị giao: column.twice"],
            Right().Sheet(WorkbookForm.Targets, sheet => sheet.Add("giá trị giao", 3)).Read().Errors()
        );

    [Fact]
    public void A_sheet_without_header_is_told_so_and_the_others_are_read()
    {
        var workbook = Right()
            .Sheet(
                WorkbookForm.Organizations,
                sheet => sheet.Headers.ConvertAll(_ => "x").ForEach(x => sheet.Headers[sheet.Headers.FindIndex(h => h != x)] = x)
            )
            .Read();

        Assert.Equal(["Tổ chức 1 : sheet.no-header"], workbook.Errors());
        Assert.True(workbook.SomeOrganizationHasNoCode);
        Assert.Equal(4, workbook.Members.Count);
    }

    [Fact]
    public void Any_subset_of_the_sheets_will_do()
    {
        var workbook = new WorkbookBuilder().Target("CT01", "A", 1).Read();

        Assert.Empty(workbook.Issues);
        Assert.Equal([WorkbookForm.Targets.Name], workbook.Sheets);
    }

    [Fact]
    public void A_workbook_without_any_of_the_sheets_is_refused() =>
        Assert.Equal("exchange.file.no-sheets", new WorkbookBuilder().OtherSheet("Nháp", "x").Read().Refused?.Code);

    [Fact]
    public void Blank_lines_and_example_lines_are_passed_over()
    {
        var workbook = Right()
            .Line(WorkbookForm.Targets, new object?[10])
            .Line(WorkbookForm.Targets, "VÍ DỤ CT99", "Ví dụ", "?", "năm", null, null, "nhiều", null, null, null)
            .Line(WorkbookForm.Targets, " ", "\u200b", null, null, null, null, null, null, null, null)
            .Target("CT02", "A", 3)
            .Read();

        Assert.Empty(workbook.Issues);
        Assert.Equal([2, 6], workbook.Targets.Select(row => row.Row));
    }

    [Fact]
    public void Untidy_text_is_made_tidy()
    {
        var workbook = Right()
            .Set(
                WorkbookForm.Members,
                2,
                "Họ và tên",
                "  Nguyễn\u00a0 Văn \u200bAn ".Normalize(System.Text.NormalizationForm.FormD)
            )
            .Set(WorkbookForm.Members, 2, "Số CCCD", "'001 080 000001")
            .Set(WorkbookForm.Members, 2, "Ngày sinh", " 15/5/1980 ")
            .Set(WorkbookForm.Members, 2, "Ngày chính thức", "03-07-2011")
            .Set(WorkbookForm.Members, 2, "Mã chi bộ", "A.1.1 ")
            .Set(WorkbookForm.Members, 2, "Quê quán", "=HYPERLINK(\"x\")")
            .Read();

        Assert.Empty(workbook.Issues);
        var member = workbook.Members[0];
        Assert.Equal("Nguyễn Văn An", member.FullName);
        Assert.Equal("001080000001", member.CitizenId);
        Assert.Equal(new(1980, 5, 15), member.Born!.Value.On);
        Assert.Equal(new(2011, 7, 3), member.OfficialOn);
        Assert.Equal("A.1.1", member.CellCode);
        Assert.Equal("=HYPERLINK(\"x\")", member.HomePlace);
    }

    [Fact]
    public void Every_issue_has_its_sentence()
    {
        var workbook = Right()
            .Set(WorkbookForm.Members, 2, "Số CCCD", "1")
            .Set(WorkbookForm.Targets, 2, "Giá trị giao", "x")
            .Read();

        Assert.All(workbook.Issues, issue => Assert.Equal(Words.Get(issue.Code), issue.Message));
        Assert.All(workbook.Issues, issue => Assert.True(Words.Has(issue.Code)));
    }
}
