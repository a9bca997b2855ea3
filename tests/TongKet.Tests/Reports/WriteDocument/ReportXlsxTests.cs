using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TongKet.Reports;
using TongKet.Reports.WriteDocument;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reports.WriteDocument;

public sealed class ReportXlsxTests
{
    private static readonly byte[] Xlsx = ReportXlsx.Write(SampleReport.View);

    [Fact]
    public void Excels_own_rules_find_no_fault_in_the_workbook()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Xlsx), isEditable: false);

        Assert.Empty(ReadFile.Faults(document));
    }

    [Fact]
    public void The_first_sheet_lists_every_figure_of_the_report_as_a_number()
    {
        var (name, rows) = ReadFile.Sheets(Xlsx)[0];
        var figures = ReportFigures.Of(SampleReport.View);
        var listed = rows.Skip(4).Take(figures.Count).ToList();

        Assert.Equal("Số liệu", name);
        Assert.Equal(figures.Select(figure => figure.FigureCode), listed.Select(row => row[0]));
        Assert.Equal(figures.Select(figure => figure.Text), listed.Select(row => row[3]));
        Assert.Equal(
            figures.Select(figure => figure.Value is { } value ? (object)(double)value : "—"),
            listed.Select(row => row[4])
        );
        Assert.Contains(listed, row => Equals(row[2], "Chi bộ cơ sở số 5") && Equals(row[0], "new_member_count"));
    }

    [Fact]
    public void Each_table_has_a_sheet_with_its_rows_in_order()
    {
        var tables = SampleReport.View.Sections.SelectMany(section => section.Blocks).OfType<ReportTable>().ToList();
        var sheets = ReadFile.Sheets(Xlsx).Skip(1).ToList();

        Assert.Equal(tables.Count, sheets.Count);
        for (var i = 0; i < tables.Count; i++)
        {
            Assert.All(sheets, sheet => Assert.InRange(sheet.Sheet.Length, 1, 31));
            var expected = tables[i].TotalRow is { } total ? [.. tables[i].Rows, total] : tables[i].Rows;
            var written = sheets[i].Rows.Skip(4).Take(expected.Count).ToList();
            for (var row = 0; row < expected.Count; row++)
            {
                var cells = expected[row].Select(span => span.Value is { } value ? (object)(double)value : span.Text);
                Assert.Equal(cells, written[row].Take(expected[row].Count).Select(cell => cell ?? ""));
            }
        }
    }

    [Fact]
    public void Text_that_looks_like_a_formula_stays_text()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Xlsx), isEditable: false);
        var workbook = document.WorkbookPart!;
        var formats = workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var cells = workbook.WorksheetParts.SelectMany(sheet => sheet.Worksheet.Descendants<Cell>()).ToList();
        var dangerous = cells
            .Where(cell => cell.InnerText is ['=' or '+' or '-' or '@', ..] && cell.DataType is not null)
            .ToList();

        Assert.Empty(workbook.WorksheetParts.SelectMany(sheet => sheet.Worksheet.Descendants<CellFormula>()));
        Assert.True(dangerous.Count >= 4);
        Assert.All(
            dangerous,
            cell =>
            {
                Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
                Assert.True(formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value);
            }
        );
    }

    [Theory]
    [InlineData("4.872", 4872, "#,##0")]
    [InlineData("94,4%", 94.361, "#,##0.0\"%\"")]
    [InlineData("+3,4 điểm", 3.4, "+#,##0.0\" điểm\";-#,##0.0\" điểm\";#,##0.0\" điểm\"")]
    [InlineData("12345,25", 12345.25, "#,##0.00")]
    [InlineData("đạt 103,4%", 103.4, null)]
    [InlineData("khoảng 1.600", 1600, "#,##0")]
    [InlineData("5\"&A1", 5.5, null)]
    public void A_number_is_shown_as_the_report_prints_it(string printed, double value, string? format) =>
        Assert.Equal(format, FigureFormat.Of(printed, (decimal)value));

    [Fact]
    public void Sheets_print_across_on_A4_with_their_heading_on_every_page()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Xlsx), isEditable: false);

        Assert.All(
            document.WorkbookPart!.WorksheetParts,
            sheet =>
            {
                var setup = sheet.Worksheet.GetFirstChild<PageSetup>()!;
                Assert.Equal((9u, OrientationValues.Landscape), (setup.PaperSize!.Value, setup.Orientation!.Value));
            }
        );
        Assert.Equal(
            document.WorkbookPart.Workbook.Sheets!.Count(),
            document.WorkbookPart.Workbook.DefinedNames!.Count(name =>
                name.InnerText.EndsWith("!$4:$4", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void The_workbook_holds_no_author_host_account_or_path() =>
        ReportDocxTests.AssertSaysNothingOfItsMaker(ReadFile.Parts(Xlsx));

    [Fact]
    [Trait("part", "documents")]
    public async Task LibreOffice_opens_the_workbook_and_runs_nothing_in_it()
    {
        var file = Path.Combine(TempFolder.New(), "report.xlsx");
        await File.WriteAllBytesAsync(file, Xlsx, TestContext.Current.CancellationToken);

        var text = await LibreOffice.PdfTextAsync(await LibreOffice.ConvertAsync(file, "pdf"));

        Assert.Contains(SampleReport.Formula, text, StringComparison.Ordinal);
        Assert.Contains("member_good_count", text, StringComparison.Ordinal);
        Assert.DoesNotContain("#NAME?", text, StringComparison.Ordinal);
    }
}
