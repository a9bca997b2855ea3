using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>How a cell's number is shown, and whether that makes it a day.</summary>
internal sealed record PlainFormat(string Code, bool IsDay);

/// <summary>The formats of a workbook that are plainly a number's or plainly a day's; null stands for all others.</summary>
internal static class PlainFormats
{
    public static readonly PlainFormat General = new("General", false);

    /// <summary>Those that every spreadsheet program has by number.</summary>
    private static readonly Dictionary<int, PlainFormat> BuiltIn = new()
    {
        [0] = General,
        [1] = new("0", false),
        [2] = new("0.00", false),
        [3] = new("#,##0", false),
        [4] = new("#,##0.00", false),
        [9] = new("0%", false),
        [10] = new("0.00%", false),
        [14] = new("d/m/yyyy", true),
        [49] = new("@", false),
    };

    /// <summary>The format of each style that a cell may have.</summary>
    public static IReadOnlyList<PlainFormat?> Read(ZipArchiveEntry? part)
    {
        var formats = new List<PlainFormat?>();
        if (part is null)
        {
            return formats;
        }

        var own = new Dictionary<int, PlainFormat?>();
        var isOfCells = false;
        using var reader = PlainParts.Open(part);
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
            {
                isOfCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "numFmt")
            {
                own.TryAdd(Id(reader.GetAttribute("numFmtId")), Of(reader.GetAttribute("formatCode") ?? ""));
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "xf" && isOfCells)
            {
                var id = Id(reader.GetAttribute("numFmtId") ?? "0");
                var isPlain = reader.GetAttribute("applyNumberFormat") is null or "1" or "true" || id == 0;
                formats.Add(isPlain ? BuiltIn.GetValueOrDefault(id) ?? own.GetValueOrDefault(id) : null);
            }
        }

        return formats;
    }

    private static int Id(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new NotPlainException("A style without a number.");

    /// <summary>Letters of days and what stands between them, with a year: a day. Digits alone: a number.</summary>
    private static PlainFormat? Of(string code)
    {
        var bare = code.EndsWith(";@", StringComparison.Ordinal) ? code[..^2] : code;
        if (bare.StartsWith("[$-", StringComparison.Ordinal) && bare.IndexOf(']') is > 0 and var end)
        {
            bare = bare[(end + 1)..];
        }

        return bare.Length > 0 && bare.All(c => c is '0' or '#' or ',' or '.' or '%') ? new(code, false)
            : bare.Contains('y', StringComparison.Ordinal) && bare.All(c => c is 'd' or 'm' or 'y' or '/' or '-' or '\\' or ' ')
                ? new(code, true)
            : null;
    }
}
