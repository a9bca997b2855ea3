using System.Security.Cryptography;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>A workbook that somebody handed in, read once: preview and applying go by the same lines.</summary>
/// <param name="Sha256">Of the bytes as they came; tells a changed file from one that was seen before.</param>
public sealed record ReceivedWorkbook(string FileName, string Sha256, Workbook Workbook)
{
    /// <param name="yearAsked">The year to import, where the user names one.</param>
    public static ReceivedWorkbook Read(Stream stream, string fileName, int? yearAsked, DateOnly today)
    {
        var opened = WorkbookFile.Open(stream, fileName);
        if (opened.Value is not { } file)
        {
            return new(fileName, "", WorkbookReader.Refuse(fileName, opened.Refusals[0]));
        }

        // Targets of the next year are set before it begins; nothing else is sent ahead.
        var workbook = WorkbookReader.Read(file, yearAsked, latestYear: today.Year + 1);
        return new(fileName, Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), workbook);
    }
}
