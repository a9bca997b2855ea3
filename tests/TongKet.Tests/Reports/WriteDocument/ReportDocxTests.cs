using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TongKet.Reports;
using TongKet.Reports.WriteDocument;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reports.WriteDocument;

public sealed class ReportDocxTests
{
    private static readonly byte[] Docx = ReportDocx.Write(SampleReport.View);

    [Fact]
    public void Words_own_rules_find_no_fault_in_the_document()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Docx), isEditable: false);

        Assert.Empty(ReadFile.Faults(document));
    }

    [Fact]
    public void Every_figure_stands_in_the_document_in_the_order_of_the_report()
    {
        var expected = new List<string>();
        foreach (var block in SampleReport.View.Sections.SelectMany(section => section.Blocks))
        {
            if (block is ReportSentence sentence)
            {
                expected.Add(string.Concat(sentence.Spans.Select(span => span.Text)));
            }
            else if (block is ReportTable table)
            {
                expected.AddRange(table.Rows.SelectMany(row => row).Concat(table.TotalRow ?? []).Select(span => span.Text));
            }
        }

        var written = ReadFile.Paragraphs(Docx);
        var at = 0;
        foreach (var text in expected.Select(text => text.Replace("\u0001", "").Replace("\u202e", "")))
        {
            at = written.IndexOf(text, at) + 1;
            Assert.True(at > 0, $"«{text}» is not in the document where it should be.");
        }
    }

    [Fact]
    public void Head_and_foot_name_committee_number_date_and_who_signs()
    {
        var text = ReadFile.Paragraphs(Docx);

        Assert.Equal(
            ["TỈNH ỦY BÌNH HẢI", "HUYỆN ỦY MƯỜNG THƯỢNG", "*", "Số ……-BC/HU", "DỰ THẢO", "ĐẢNG CỘNG SẢN VIỆT NAM"],
            text.Take(6)
        );
        Assert.Equal("Mường Thượng, ngày 05 tháng 01 năm 2024", text[6]);
        Assert.Equal("BÁO CÁO", text[7]);
        Assert.StartsWith("Tổng kết công tác xây dựng Đảng năm 2023", text[8], StringComparison.Ordinal);
        Assert.Equal("-----", text[9]);
        Assert.Contains("Nơi nhận:", text);
        Assert.Contains("- Tỉnh ủy Bình Hải (để báo cáo),", text);
        Assert.Contains("T/M BAN THƯỜNG VỤ", text);
        Assert.Contains("II. Kết quả thực hiện các nhiệm vụ", text);
        Assert.Contains("2. Thực hiện chỉ tiêu", text);
    }

    [Theory]
    [InlineData(true, "ngày 05 tháng 01 năm 2024")]
    [InlineData(false, "ngày 5 tháng 1 năm 2024")]
    public void The_date_bears_zeros_where_the_format_says_so(bool zero, string expected)
    {
        var view = SampleReport.View with { Format = SampleReport.Format with { LeadingZeroInDate = zero } };

        Assert.EndsWith(expected, ReadFile.Paragraphs(ReportDocx.Write(view))[6], StringComparison.Ordinal);
    }

    [Fact]
    public void The_format_in_force_sets_paper_lines_spelling_post_and_end()
    {
        var format = SampleReport.Format with
        {
            MarginLeft = 35,
            LineExactly = null,
            BodySize = 15,
            PostIsBold = true,
            EndsWithSlashMark = true,
            CommitteeSpelling = "uỷ",
        };
        var docx = ReportDocx.Write(SampleReport.View with { Format = format });
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var main = document.MainDocumentPart!;
        var text = ReadFile.Paragraphs(docx);

        Assert.Empty(ReadFile.Faults(document));
        Assert.All(main.Document.Descendants<PageMargin>(), margin => Assert.Equal(1984u, margin.Left!.Value));
        Assert.Equal("30", main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<FontSize>().Single().Val!.Value);
        Assert.DoesNotContain(
            main.StyleDefinitionsPart.Styles.Descendants<SpacingBetweenLines>(),
            spacing => spacing.LineRule?.Value == LineSpacingRuleValues.Exact
        );
        Assert.Equal("TỈNH UỶ BÌNH HẢI", text[0]);
        Assert.Contains("- Các đồng chí cấp uỷ viên,", text);
        Assert.Contains("Tiếp tục giữ vững kỷ cương, kỷ luật của Đảng./.", text);
        Assert.NotNull(main.Document.Descendants<Run>().Single(run => run.InnerText == "BÍ THƯ").RunProperties!.Bold);
    }

    [Fact]
    public void A_long_table_repeats_its_heading_and_sets_numbers_right()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Docx), isEditable: false);
        var table = document
            .MainDocumentPart!.Document.Descendants<Table>()
            .Single(found => found.Elements<TableRow>().Count() == 62);
        var rows = table.Elements<TableRow>().ToList();

        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal("Toàn Đảng bộ", rows[^1].Elements<TableCell>().ElementAt(1).InnerText);
        Assert.All(
            rows.Skip(1),
            row =>
                Assert.Equal(
                    JustificationValues.Right,
                    row.Elements<TableCell>().ElementAt(2).Descendants<Justification>().Single().Val!.Value
                )
        );
    }

    [Fact]
    public void The_chart_is_Words_own_with_fills_names_and_its_workbook_and_leaves_unknown_values_out()
    {
        var chart = ReadFile.Parts(Docx).Single(part => part.Key.Contains("/charts/chart", StringComparison.Ordinal)).Value;
        using var document = WordprocessingDocument.Open(new MemoryStream(Docx), isEditable: false);
        var embedded = document.MainDocumentPart!.ChartParts.Single().EmbeddedPackagePart!;
        using var copy = new MemoryStream();
        embedded.GetStream().CopyTo(copy);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(copy.ToArray()), isEditable: false);

        Assert.Empty(ReadFile.Faults(workbook));
        Assert.Contains("<c:tx><c:v>Năm 2022</c:v></c:tx><c:spPr><a:solidFill>", chart, StringComparison.Ordinal);
        Assert.Contains("<c:pt idx=\"1\"><c:v>81.9</c:v></c:pt><c:pt idx=\"3\">", chart, StringComparison.Ordinal);
        Assert.Equal(12.1, ReadFile.Sheets(copy.ToArray()).Single().Rows[1][1]);
    }

    [Fact]
    public void A_chart_of_many_names_lies_down_with_the_first_on_top()
    {
        var docx = ReportDocx.Write(SampleReport.OfLyingBars);
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var chart = ReadFile.Parts(docx).Single(part => part.Key.Contains("/charts/chart", StringComparison.Ordinal)).Value;

        Assert.Empty(ReadFile.Faults(document));
        Assert.Contains("<c:barDir val=\"bar\" />", chart, StringComparison.Ordinal);
        Assert.Contains("<c:orientation val=\"maxMin\" />", chart, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_holds_no_author_host_account_or_path()
    {
        AssertSaysNothingOfItsMaker(ReadFile.Parts(Docx));
        var settings = ReadFile.Parts(Docx)["word/settings.xml"];
        Assert.Contains("removePersonalInformation", settings, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("part", "documents")]
    public async Task LibreOffice_opens_the_document_and_prints_every_word()
    {
        var file = Path.Combine(TempFolder.New(), "report.docx");
        await File.WriteAllBytesAsync(file, Docx, TestContext.Current.CancellationToken);

        var text = await LibreOffice.PdfTextAsync(await LibreOffice.ConvertAsync(file, "pdf"));

        Assert.Contains("HUYỆN ỦY MƯỜNG THƯỢNG", text, StringComparison.Ordinal);
        Assert.Contains("Không hoàn thành nhiệm vụ", text, StringComparison.Ordinal);
        Assert.Contains("T/M BAN THƯỜNG VỤ", text, StringComparison.Ordinal);
        // Drawn only where LibreOffice understood the chart.
        Assert.Contains(
            "82,3",
            text[text.IndexOf("Xếp loại đảng viên năm", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
        // The heading of the long table stands on each of its pages.
        Assert.True(text.Split("Tổ chức cơ sở").Length > 3);
    }

    /// <summary>No part of an OOXML file that could name a person, and nothing of this machine in any part.</summary>
    internal static void AssertSaysNothingOfItsMaker(Dictionary<string, string> parts)
    {
        Assert.DoesNotContain(
            parts.Keys,
            name => name.StartsWith("docProps/", StringComparison.Ordinal) || name.EndsWith(".psmdcp", StringComparison.Ordinal)
        );
        string[] ours =
        [
            Environment.MachineName,
            Path.GetTempPath(),
            Environment.CurrentDirectory,
            "127.0.0.1",
            "localhost",
            "creator",
            "lastModifiedBy",
        ];
        foreach (var (name, text) in parts)
        {
            Assert.All(ours, word => Assert.False(text.Contains(word, StringComparison.Ordinal), $"{name} holds «{word}»."));
        }
    }
}
