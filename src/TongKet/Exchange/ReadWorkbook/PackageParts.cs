using System.IO.Compression;
using System.Xml;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// Whether the sheets, texts and styles that a workbook names are in its package. The library reads a sheet whose part
/// is missing as an empty one, and dates without their styles as numbers: that would lose data without a word.
/// </summary>
internal static class PackageParts
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static bool AreComplete(ZipArchive zip)
    {
        var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var hasSheet = false;
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var reader = XmlReader.Create(entry.Open(), Settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship")
                {
                    continue;
                }

                var kind = reader.GetAttribute("Type")?.Split('/')[^1];
                if (kind is not ("officeDocument" or "worksheet" or "sharedStrings" or "styles"))
                {
                    continue;
                }

                hasSheet |= kind == "worksheet";
                if (!names.Contains(Resolve(entry.FullName, reader.GetAttribute("Target") ?? "")))
                {
                    return false;
                }
            }
        }

        return hasSheet;
    }

    // «xl/_rels/workbook.xml.rels» speaks from «xl/».
    private static string Resolve(string relations, string target)
    {
        var folder = relations.Replace('\\', '/');
        folder = folder[..(folder.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at : 0)];
        return target.StartsWith('/') ? target[1..] : folder + target;
    }
}
