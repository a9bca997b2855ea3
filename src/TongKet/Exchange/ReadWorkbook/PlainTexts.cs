using System.IO.Compression;
using System.Text;
using System.Xml;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// Texts of cells: those that the workbook keeps once for all cells, and those that stand in the cell, of which what comes
/// again and again («Kinh», «Nam») is made once.
/// </summary>
internal sealed class PlainTexts(IReadOnlyList<string> shared)
{
    private const int Slots = 4096;
    private const int MostBytes = 48;

    // Bytes that are no UTF-8 are for the library to refuse.
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private readonly string?[] texts = new string?[Slots];
    private readonly byte[] bytes = new byte[Slots * MostBytes];
    private readonly byte[] lengths = new byte[Slots];

    public string Shared(int at) =>
        at < shared.Count ? Plain(shared[at]) : throw new NotPlainException("A text that is not there.");

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MostBytes)
        {
            return Make(utf8);
        }

        var hash = new HashCode();
        hash.AddBytes(utf8);
        var slot = hash.ToHashCode() & (Slots - 1);
        if (texts[slot] is { } kept && utf8.SequenceEqual(bytes.AsSpan(slot * MostBytes, lengths[slot])))
        {
            return kept;
        }

        var text = Make(utf8);
        utf8.CopyTo(bytes.AsSpan(slot * MostBytes));
        (texts[slot], lengths[slot]) = (text, (byte)utf8.Length);
        return text;
    }

    public static PlainTexts Read(ZipArchiveEntry? part)
    {
        var shared = new List<string>();
        if (part is null)
        {
            return new(shared);
        }

        using var reader = PlainParts.Open(part);
        var text = new StringBuilder();
        var isRead = false;
        while (isRead || reader.Read())
        {
            isRead = false;
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si" && reader.IsEmptyElement)
            {
                shared.Add("");
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "si")
            {
                shared.Add(text.ToString());
                text.Clear();
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh")
            {
                // How it is read aloud, in scripts that need it.
                reader.Skip();
                isRead = true;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "t")
            {
                text.Append(reader.ReadElementContentAsString());
                isRead = true;
            }
        }

        return new(shared);
    }

    private static string Make(ReadOnlySpan<byte> utf8)
    {
        var text = Utf8.GetString(utf8);
        return Plain(text.Contains('&', StringComparison.Ordinal) ? Unescape(text) : text);
    }

    // «_x000D_» is a sign that XML cannot hold.
    private static string Plain(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? throw new NotPlainException("An escaped sign.") : text;

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '&')
            {
                plain.Append(text[i]);
                continue;
            }

            var end = text.IndexOf(';', i);
            plain.Append(
                text[(i + 1)..Math.Max(end, i + 1)] switch
                {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    _ => throw new NotPlainException("A sign by its number."),
                }
            );
            i = end;
        }

        return plain.ToString();
    }
}
