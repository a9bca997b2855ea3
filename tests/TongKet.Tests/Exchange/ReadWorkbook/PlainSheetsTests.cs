using System.IO.Compression;
using TongKet.Bench;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.ReadWorkbook;

/// <summary>What is read in one go is what the library reads; what is not plain is left to it.</summary>
public sealed class PlainSheetsTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Styles 0 to 7: as it comes, dd/mm/yyyy, 0%, the program's own day, mm/yyyy, text, a time, a day without «apply».</summary>
    private const string Styles =
        "<numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"mm/yyyy\"/>"
        + "<numFmt numFmtId=\"166\" formatCode=\"[$-42A]dd\\-mm\\-yyyy\"/></numFmts><cellXfs count=\"8\"><xf numFmtId=\"0\"/>"
        + "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" applyNumberFormat=\"1\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"165\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" applyNumberFormat=\"1\"/><xf numFmtId=\"21\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"166\"/></cellXfs>";

    private const string Texts =
        "<si><t>Nguyễn Văn An</t></si><si><r><t>Chi </t></r><r><rPr><b/></rPr><t>bộ</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>"
        + "<si/><si><t xml:space=\"preserve\"> a &amp; b </t></si><si><t>_x000D_</t></si>";

    [Theory]
    [InlineData(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\"><v>12.5</v></c></row><row r=\"4\" spans=\"1:3\"><c r=\"B4\" t=\"s\"><v>1</v></c></row>"
    )]
    [InlineData(
        "<row><c/><c t=\"inlineStr\"><is><t>a &lt;&gt; &quot;&apos;&amp;</t></is></c></row><row/><row><c><v>-1E3</v></c></row>"
    )]
    [InlineData("<row r=\"2\"><c r=\"AA2\" t=\"s\"><v>2</v></c><c r=\"AB2\" t=\"s\" s=\"1\"><v>3</v></c></row>")]
    [InlineData(
        "<row r='1'>\n <c r='A1' s='1' ><v>45000</v></c>\n <c r='B1' s='2'><v>0.9</v></c><c r='C1' s='3'><v>61</v></c><c s='4'><v>24838.25</v></c></row>\n"
    )]
    [InlineData(
        "<row r=\"1\"><c r=\"A1\" s=\"7\"><v>45000</v></c><c r=\"B1\" s=\"5\"><v>1968</v></c><c r=\"C1\" s=\"99\"><v>7</v></c></row>"
    )]
    [InlineData(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>A2&amp;\"x\"</f><v>kết quả</v></c><c r=\"B1\"><f/><v>3</v></c><c r=\"C1\" t=\"n\"><v></v></c></row>"
    )]
    [InlineData(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> hai  ba </t></is></c><c t=\"inlineStr\"><is><t/></is></c></row>"
    )]
    [InlineData("")]
    public void Plain_cells_are_read_as_the_library_reads_them(string rows)
    {
        var file = Package($"<sheetData>{rows}</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>");

        Assert.Equal(Cells(WorkbookReader.OpenCells(file)), Cells(new PlainSheets(file)));
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#REF!</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2023-01-01</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>4</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" s=\"6\"><v>0.5</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>59</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"str\"><v>03/02/2023</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>không</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")]
    [InlineData("<row r=\"2\"/><row r=\"1\"/>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><t>a</t></r></is></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[a<b]]></t></is></c></row>")]
    [InlineData("<row r=\"1\"><!-- Excel --><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&#7879;</t></is></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>_x000D_</t></is></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c>")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1048577\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")]
    public void What_is_not_plain_is_left_to_the_library(string rows) =>
        Assert.Throws<NotPlainException>(() => Cells(new PlainSheets(Package($"<sheetData>{rows}</sheetData>"))));

    [Theory]
    [InlineData(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><x:worksheet xmlns:x=\"{0}\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>",
        true
    )]
    [InlineData(
        "\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<worksheet xmlns=\"{0}\"><dimension ref=\"A1\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
        true
    )]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1258\"?><worksheet xmlns=\"{0}\"><sheetData/></worksheet>", false)]
    [InlineData("<!DOCTYPE x><worksheet xmlns=\"{0}\"><sheetData></sheetData></worksheet>", false)]
    [InlineData("<worksheet xmlns=\"http://example.org/\"><sheetData></sheetData></worksheet>", false)]
    [InlineData("<worksheet xmlns=\"{0}\"><sheetData/></worksheet>", true)]
    public void A_sheet_begins_as_spreadsheet_programs_write_it(string sheet, bool isPlain)
    {
        var file = PackageOf(sheet.Replace("{0}", Main, StringComparison.Ordinal));
        if (isPlain)
        {
            Assert.Equal(Cells(WorkbookReader.OpenCells(file)), Cells(new PlainSheets(file)));
        }
        else
        {
            Assert.Throws<NotPlainException>(() => Cells(new PlainSheets(file)));
        }
    }

    [Fact]
    public void A_whole_workbook_of_several_sheets_is_read_alike()
    {
        foreach (var file in (byte[][])[BenchWorkbook.Write(700), Reading.Right().ToBytes()])
        {
            var plain = Cells(new PlainSheets(file));

            Assert.True(plain.Count > 20);
            Assert.Equal(Cells(WorkbookReader.OpenCells(file)), plain);
        }
    }

    private static List<string> Cells(SheetSource source)
    {
        using (source)
        {
            var cells = new List<string>();
            do
            {
                cells.Add(source.Name);
                for (var row = 1; source.Read(); row++)
                {
                    for (var at = 0; at < source.FieldCount; at++)
                    {
                        // An empty text is nothing to whoever reads the line.
                        if (source.GetValue(at) is { } value and not "")
                        {
                            var format =
                                value is string ? ""
                                : source.GetNumberFormatString(at) == "General" ? ""
                                : "shown otherwise";
                            cells.Add(FormattableString.Invariant($"{row} {at} {value.GetType().Name} «{value}» {format}"));
                        }
                    }
                }
            } while (source.NextSheet());
            return cells;
        }
    }

    private static byte[] Package(string body) => PackageOf($"<worksheet xmlns=\"{Main}\">{body}</worksheet>");

    private static byte[] PackageOf(string sheet)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Một\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
            );
            Add(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + string.Concat(
                        new[]
                        {
                            ("a", "worksheet", "worksheets/one.xml"),
                            ("b", "styles", "styles.xml"),
                            ("c", "sharedStrings", "/xl/sharedStrings.xml"),
                        }.Select(p => $"<Relationship Id=\"{p.Item1}\" Type=\"{Relations}/{p.Item2}\" Target=\"{p.Item3}\"/>")
                    )
                    + "</Relationships>"
            );
            Add("xl/worksheets/one.xml", sheet);
            Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>");
            Add("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{Texts}</sst>");

            void Add(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return memory.ToArray();
    }
}
