using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace TongKet.Tests.Support;

/// <summary>Writes sheets as a small .xlsx, by hand so that tests can write what no library would.</summary>
internal static class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static byte[] Write(IReadOnlyList<SheetBuilder> sheets)
    {
        var strings = new Dictionary<string, int>();
        var formats = new List<string> { "dd/mm/yyyy" };
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes(sheets.Count));
            Add(zip, "_rels/.rels", Rels([("officeDocument", "xl/workbook.xml")]));
            Add(zip, "xl/workbook.xml", Workbook(sheets));
            for (var i = 0; i < sheets.Count; i++)
            {
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", Sheet(sheets[i], strings, formats));
            }

            var parts = Enumerable.Range(1, sheets.Count).Select(i => ("worksheet", $"worksheets/sheet{i}.xml"));
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                Rels([.. parts, ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")])
            );
            Add(zip, "xl/styles.xml", Styles(formats));
            Add(zip, "xl/sharedStrings.xml", Strings(strings.Keys));
        }

        return memory.ToArray();
    }

    public static string CellName(int column, int row)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26)
        {
            letters = (char)('A' + (n - 1) % 26) + letters;
        }

        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    private static string Sheet(SheetBuilder sheet, Dictionary<string, int> strings, List<string> formats)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        var row = 0;
        var lines = sheet.Titles.Select(title => new object?[] { title }).Append([.. sheet.Headers]).Concat(sheet.Rows);
        foreach (var line in lines)
        {
            row++;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            for (var column = 0; column < line.Length; column++)
            {
                xml.Append(Cell(CellName(column, row), line[column], strings, formats));
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Cell(string name, object? value, Dictionary<string, int> strings, List<string> formats)
    {
        switch (value)
        {
            case null:
                return "";
            case string text:
                strings.TryAdd(text, strings.Count);
                return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{name}\" t=\"s\"><v>{strings[text]}</v></c>");
            case DateOnly on:
                var serial = on.ToDateTime(default).ToOADate();
                return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{name}\" s=\"1\"><v>{serial}</v></c>");
            case FormattedNumber number:
                if (!formats.Contains(number.Format))
                {
                    formats.Add(number.Format);
                }

                var style = formats.IndexOf(number.Format) + 1;
                return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{name}\" s=\"{style}\"><v>{number.Value:R}</v></c>");
            default:
                return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{name}\"><v>{value}</v></c>");
        }
    }

    private static string Workbook(IReadOnlyList<SheetBuilder> sheets)
    {
        var list = string.Concat(
            sheets.Select(
                (sheet, i) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"
            )
        );
        return $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{list}</sheets></workbook>";
    }

    private static string Styles(List<string> formats)
    {
        var numbers = string.Concat(
            formats.Select((f, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{SecurityElement.Escape(f)}\"/>")
        );
        var cells = string.Concat(
            formats.Select(
                (_, i) =>
                    $"<xf numFmtId=\"{164 + i}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            )
        );
        return $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"{formats.Count}\">{numbers}</numFmts>"
            + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + $"<cellXfs count=\"{formats.Count + 1}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>{cells}</cellXfs>"
            + "</styleSheet>";
    }

    private static string Strings(IEnumerable<string> strings) =>
        $"<sst xmlns=\"{Main}\">{string.Concat(strings.Select(s => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(s)}</t></si>"))}</sst>";

    private static string Rels(IReadOnlyList<(string Type, string Target)> parts)
    {
        var list = string.Concat(
            parts.Select(
                (part, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/{part.Type}\" Target=\"{part.Target}\"/>"
            )
        );
        return $"<Relationships xmlns=\"{Package}/relationships\">{list}</Relationships>";
    }

    private static string ContentTypes(int sheets)
    {
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var list = string.Concat(
            Enumerable
                .Range(1, sheets)
                .Select(i => ($"worksheets/sheet{i}", "worksheet"))
                .Append(("workbook", "sheet.main"))
                .Append(("styles", "styles"))
                .Append(("sharedStrings", "sharedStrings"))
                .Select(part => $"<Override PartName=\"/xl/{part.Item1}.xml\" ContentType=\"{Type}.{part.Item2}+xml\"/>")
        );
        return $"<Types xmlns=\"{Package}/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/>{list}</Types>";
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        writer.Write(xml);
    }
}
