using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace TongKet.Exchange.UploadWorkbook;

/// <summary>
/// A visible stamp of secrecy in the text of a workbook: a cell, a heading or a shape that says «MẬT», «TỐI MẬT» or
/// «TUYỆT MẬT» and nothing else. It finds a stamp, never a secret (Law 117/2025/QH15: such papers do not belong here).
/// </summary>
public static partial class SecrecyStamp
{
    /// <summary>The words of the stamp; null where there is none. The file was opened before and is sound.</summary>
    public static string? Find(byte[] workbook)
    {
        using var package = new ZipArchive(new MemoryStream(workbook, writable: false), ZipArchiveMode.Read);
        foreach (var part in package.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var reader = new StreamReader(part.Open(), Encoding.UTF8);
            var text = reader.ReadToEnd();
            if (!text.IsNormalized())
            {
                text = text.Normalize();
            }

            if (Stamp().Match(text) is { Success: true } stamp)
            {
                return stamp.Groups["words"].Value;
            }
        }

        return null;
    }

    // The text of an element alone, or of a page's header, which begins with its place (&L, &C, &R).
    [GeneratedRegex(
        @">(?:&amp;[LCR])?[\s\u00a0]*(?<words>TUYỆT MẬT|TỐI MẬT|MẬT)[\s\u00a0]*</",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Stamp();
}
