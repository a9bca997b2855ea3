using System.IO.Compression;
using System.Xml;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>A sheet's name and its part of the package.</summary>
internal sealed record PlainSheet(string Name, ZipArchiveEntry Part);

/// <summary>Which parts of the package hold what, as the workbook names them.</summary>
internal sealed record PlainParts(IReadOnlyList<PlainSheet> Sheets, ZipArchiveEntry? SharedTexts, ZipArchiveEntry? Styles)
{
    public static XmlReader Open(ZipArchiveEntry part) =>
        XmlReader.Create(
            part.Open(),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
            }
        );

    public static PlainParts Of(ZipArchive zip)
    {
        var relations = Relations(zip);
        var sheets = new List<PlainSheet>();
        using var reader = Open(Entry(zip, "xl/workbook.xml"));
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr" && reader.GetAttribute("date1904") is not (null or "0" or "false"))
            {
                throw new NotPlainException("Days from 1904 on.");
            }

            if (reader.LocalName == "sheet")
            {
                var name = reader.GetAttribute("name") ?? throw new NotPlainException("A sheet without a name.");
                var (kind, target) = relations.GetValueOrDefault(IdOf(reader) ?? "");
                sheets.Add(new(name, kind == "worksheet" ? Entry(zip, target) : throw new NotPlainException("No worksheet.")));
            }
        }

        if (sheets.Count == 0)
        {
            throw new NotPlainException("No sheet.");
        }

        return new(sheets, Only(zip, relations, "sharedStrings"), Only(zip, relations, "styles"));
    }

    private static string? IdOf(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                id = reader.Value;
            }
        }

        reader.MoveToElement();
        return id;
    }

    private static Dictionary<string, (string Kind, string Target)> Relations(ZipArchive zip)
    {
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var reader = Open(Entry(zip, "xl/_rels/workbook.xml.rels"));
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship")
            {
                continue;
            }

            var target = reader.GetAttribute("Target") ?? "";
            var kind = (reader.GetAttribute("Type") ?? "").Split('/')[^1];
            relations[reader.GetAttribute("Id") ?? ""] = (kind, target.StartsWith('/') ? target[1..] : "xl/" + target);
        }

        return relations;
    }

    private static ZipArchiveEntry? Only(ZipArchive zip, Dictionary<string, (string Kind, string Target)> relations, string kind)
    {
        var found = relations.Values.Where(r => r.Kind == kind).ToList();
        return found.Count switch
        {
            0 => null,
            1 => Entry(zip, found[0].Target),
            _ => throw new NotPlainException("Two parts of one kind."),
        };
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name) =>
        zip.GetEntry(name) ?? throw new NotPlainException("A part of another name.");
}
