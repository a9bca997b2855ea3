using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>What a file is by its first bytes; only a ZIP package goes on.</summary>
internal static class WorkbookSignature
{
    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    /// <summary>The compound file of old Office: an .xls, or a modern workbook locked by a password.</summary>
    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // Names in the compound file's directory stand in UTF-16.
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    private static ReadOnlySpan<byte> OldWorkbook => "W\0o\0r\0k\0b\0o\0o\0k\0"u8;

    public static Refusal? Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            return new Refusal("exchange.file.empty");
        }

        if (bytes.StartsWith(Compound))
        {
            return new Refusal(
                bytes.IndexOf(EncryptedPackage) >= 0 ? "exchange.file.locked"
                : bytes.IndexOf(OldWorkbook) >= 0 ? "exchange.file.old-xls"
                : "exchange.file.wrong-type"
            );
        }

        return bytes.StartsWith(Zip) ? null : new Refusal("exchange.file.wrong-type");
    }
}
