using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using TongKet.Exchange.MarkErrors;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Exchange.ReadWorkbook;
using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.MarkErrors;

public sealed class MarkedWorkbookTests
{
    [Fact]
    public void Each_faulty_cell_is_coloured_and_commented_and_no_other()
    {
        var (_, marked, issues) = Marked(Faulty());

        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), false);
        Assert.Equal(["B5", "C2", "C3", "U4"], Comments(document, "Đảng viên").Keys.Order());
        Assert.Equal(["D4"], Comments(document, "Tổ chức").Keys);
        Assert.All(
            issues,
            issue =>
                Assert.Contains(
                    Comments(document, issue.Sheet).Values,
                    text => text.Contains(issue.Message, StringComparison.Ordinal)
                )
        );
        Assert.Equal(["B5", "C2", "U4"], Coloured(document, "Đảng viên", "FFFFC7CF"));
        Assert.Equal(["C3"], Coloured(document, "Đảng viên", "FFFFEB9D"));
        Assert.Empty(Coloured(document, "Chỉ tiêu", "FFFFC7CF"));
    }

    [Fact]
    public void Values_and_formats_stay_as_they_were()
    {
        var (original, marked, issues) = Marked(Faulty());

        Assert.Equal(Cells(original), Cells(marked));
        Assert.Equal(
            issues.Select(issue => (issue.Sheet, issue.Row, issue.Column, issue.Value)),
            Read(marked).Issues.Select(issue => (issue.Sheet, issue.Row, issue.Column, issue.Value))
        );
        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), false);
        Assert.Empty(
            new OpenXmlValidator()
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
        );
    }

    [Fact]
    public void Parts_without_a_mark_are_passed_through_byte_for_byte()
    {
        var (original, marked, _) = Marked(Faulty());

        Assert.Equal(Part(original, "xl/sharedStrings.xml"), Part(marked, "xl/sharedStrings.xml"));
        Assert.Equal(Part(original, "xl/worksheets/sheet3.xml"), Part(marked, "xl/worksheets/sheet3.xml"));
        Assert.Equal(Part(original, "xl/workbook.xml"), Part(marked, "xl/workbook.xml"));
    }

    [Fact]
    public void Columns_in_another_order_and_lines_above_are_marked_where_they_are()
    {
        var builder = Faulty()
            .Sheet(
                WorkbookForm.Members,
                sheet =>
                {
                    sheet.Reverse();
                    sheet.Titles.Add("DANH SÁCH");
                }
            );
        var (_, marked, _) = Marked(builder);

        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), false);
        Assert.Equal(["E5", "W3", "W4", "X6"], Comments(document, "Đảng viên").Keys.Order());
    }

    [Fact]
    public void A_missing_column_is_told_at_the_header_and_an_unknown_one_at_its_own()
    {
        var builder = Reading
            .Right()
            .Sheet(WorkbookForm.Targets, sheet => sheet.Remove("Chiều"))
            .Sheet(WorkbookForm.Targets, sheet => sheet.Add("Cột riêng"));
        var (_, marked, _) = Marked(builder);

        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), false);
        Assert.Equal(["A1", "J1"], Comments(document, "Chỉ tiêu").Keys.Order());
    }

    [Fact]
    public void The_units_own_comments_stay_and_a_mark_joins_the_comment_of_its_cell()
    {
        var (_, first, _) = Marked(
            Reading.Right().Set(WorkbookForm.Members, 2, "Ngày sinh", "x").Set(WorkbookForm.Members, 4, "Quê quán", "#REF!")
        );
        var own = Replace(first, part => part.Contains("comments", StringComparison.Ordinal), "Kiểm tra tệp số liệu", "Chị Lan");

        var marked = Mark(own);

        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), false);
        var comments = Comments(document, "Đảng viên");
        Assert.Equal(["C2", "G4"], comments.Keys.Order());
        Assert.Equal(2, comments["C2"].Split("Sai: ").Length - 1);
        var drawing = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.VmlDrawingParts).Single();
        using var reader = new StreamReader(drawing.GetStream());
        Assert.Equal(2, reader.ReadToEnd().Split("ObjectType=\"Note\"").Length - 1);
    }

    [Fact]
    public void In_the_next_round_a_mended_cell_has_lost_its_mark()
    {
        var (_, first, _) = Marked(
            Reading.Right().Set(WorkbookForm.Members, 2, "Ngày sinh", "sai").Set(WorkbookForm.Targets, 2, "Giá trị giao", "nhiều")
        );
        var mended = Replace(first, part => part.EndsWith("sharedStrings.xml", StringComparison.Ordinal), ">sai<", ">1980<");

        var marked = Mark(mended);

        using var document = SpreadsheetDocument.Open(new MemoryStream(marked), false);
        Assert.Empty(Comments(document, "Đảng viên"));
        Assert.Empty(Coloured(document, "Đảng viên", "FFFFC7CF"));
        Assert.Equal(["G2"], Comments(document, "Chỉ tiêu").Keys);
        Assert.Equal(["G2"], Coloured(document, "Chỉ tiêu", "FFFFC7CF"));
    }

    [Fact]
    public void What_is_no_workbook_is_refused() =>
        Assert.Equal("exchange.file.wrong-type", MarkedWorkbook.Write(new MemoryStream("abc"u8.ToArray()), []).Refusals[0].Code);

    [Fact]
    [Trait("part", "documents")]
    public async Task LibreOffice_opens_it_with_its_values_and_comments()
    {
        var (original, marked, _) = Marked(Faulty());
        var path = Path.Combine(TempFolder.New(), "tra-lai.xlsx");
        await File.WriteAllBytesAsync(path, marked, TestContext.Current.CancellationToken);

        var saved = await File.ReadAllBytesAsync(
            await LibreOffice.ConvertAsync(path, "xlsx:Calc MS Excel 2007 XML"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(Read(original).Members.Select(row => row.FullName), Read(saved).Members.Select(row => row.FullName));
        using var document = SpreadsheetDocument.Open(new MemoryStream(saved), false);
        Assert.Equal(["B5", "C2", "C3", "U4"], Comments(document, "Đảng viên").Keys.Order());
        Assert.Contains("Sai: ", Comments(document, "Đảng viên")["C2"], StringComparison.Ordinal);
    }

    // A wrong date, an empty name, an unfitting day, a warning, a ring of parents.
    private static WorkbookBuilder Faulty() =>
        Reading
            .Right()
            .Set(WorkbookForm.Members, 2, "Ngày sinh", "31/02/1980")
            .Set(WorkbookForm.Members, 3, "Ngày sinh", null)
            .Set(WorkbookForm.Members, 4, "Ngày tăng", new DateOnly(2023, 3, 4))
            .Set(WorkbookForm.Members, 5, "Họ và tên", null)
            .Set(WorkbookForm.Organizations, 4, "Mã cấp trên", "A.1.1");

    private static (byte[] Original, byte[] Marked, IReadOnlyList<WorkbookIssue> Issues) Marked(WorkbookBuilder builder)
    {
        var original = builder.ToBytes();
        return (original, Mark(original), Read(original).Issues);
    }

    private static byte[] Mark(byte[] original)
    {
        var issues = Read(original).Issues;
        Assert.NotEmpty(issues);
        var outcome = MarkedWorkbook.Write(new MemoryStream(original), issues);
        Assert.True(outcome.IsDone, outcome.IsDone ? "" : outcome.Refusals[0].Code);
        return outcome.Value!;
    }

    private static TongKet.Exchange.ReadWorkbook.Workbook Read(byte[] bytes) =>
        WorkbookReader.Read(new MemoryStream(bytes), "x.xlsx", null);

    private static List<string> Cells(byte[] bytes)
    {
        var cells = new List<string>();
        using var reader = ExcelDataReader.ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        do
        {
            for (var row = 0; reader.Read(); row++)
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    cells.Add(
                        $"{reader.Name} {row} {i} {reader.GetValue(i)} {(reader.GetValue(i) is null ? "" : reader.GetNumberFormatString(i))}"
                    );
                }
            }
        } while (reader.NextResult());

        return cells;
    }

    private static WorksheetPart Sheet(SpreadsheetDocument document, string name) =>
        (WorksheetPart)
            document.WorkbookPart!.GetPartById(
                document.WorkbookPart.Workbook.Descendants<Sheet>().Single(s => s.Name == name).Id!
            );

    private static Dictionary<string, string> Comments(SpreadsheetDocument document, string sheet) =>
        Sheet(document, sheet)
            .WorksheetCommentsPart?.Comments.CommentList!.Elements<Comment>()
            .ToDictionary(comment => comment.Reference!.Value!, comment => comment.InnerText)
        ?? [];

    private static IEnumerable<string> Coloured(SpreadsheetDocument document, string sheet, string color)
    {
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var fills = styles.Fills!.Elements<Fill>().ToList();
        var formats = styles.CellFormats!.Elements<CellFormat>().ToList();
        return Sheet(document, sheet)
            .Worksheet.Descendants<Cell>()
            .Where(cell =>
                fills[(int)(formats[(int)(cell.StyleIndex?.Value ?? 0)].FillId?.Value ?? 0)]
                    .PatternFill
                    ?.ForegroundColor
                    ?.Rgb
                    ?.Value == color
            )
            .Select(cell => cell.CellReference!.Value!)
            .Order();
    }

    private static byte[] Part(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var stream = zip.GetEntry(name)!.Open();
        var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static byte[] Replace(byte[] package, Func<string, bool> where, string text, string by)
    {
        var memory = new MemoryStream();
        memory.Write(package);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.Single(entry =>
                where(entry.FullName) && !entry.FullName.EndsWith(".rels", StringComparison.Ordinal)
            );
            var changed = Encoding.UTF8.GetString(Part(package, entry.FullName)).Replace(text, by);
            var name = entry.FullName;
            entry.Delete();
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes(changed));
        }

        return memory.ToArray();
    }
}
