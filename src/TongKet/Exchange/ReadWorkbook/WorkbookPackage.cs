using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Xml;
using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// Looks through a ZIP package before anything in it is parsed: what it says it is, what it says it unpacks to, and what
/// it does unpack to (a bomb lies about it), each part with its checksum.
/// </summary>
internal static class WorkbookPackage
{
    private const string ContentTypes = "[Content_Types].xml";
    private const int ContentTypesBytes = 1024 * 1024;

    public static Refusal? Check(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return CheckDirectory(zip) ?? CheckParts(zip) ?? CheckType(zip);
        }
        catch (Exception e)
            when (e is InvalidDataException or IOException or XmlException or ArgumentException or NotSupportedException)
        {
            return new Refusal("exchange.file.damaged");
        }
    }

    private static Refusal? CheckDirectory(ZipArchive zip)
    {
        if (zip.Entries.Count > WorkbookLimits.Parts)
        {
            return new Refusal("exchange.file.too-many-parts", null, WorkbookLimits.Parts);
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            if (!names.Add(entry.FullName.Replace('\\', '/')))
            {
                return new Refusal("exchange.file.damaged");
            }

            if (entry.Length > WorkbookLimits.UnpackedBytes - unpacked)
            {
                return TooBigUnpacked();
            }

            unpacked += entry.Length;
        }

        return null;
    }

    private static Refusal? CheckParts(ZipArchive zip)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            long unpacked = 0;
            foreach (var entry in zip.Entries)
            {
                var checksum = new ZipChecksum();
                using var part = entry.Open();
                var isStart = IsXml(entry);
                int read;
                while ((read = part.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
                {
                    unpacked += read;
                    if (unpacked > WorkbookLimits.UnpackedBytes)
                    {
                        return TooBigUnpacked();
                    }

                    if (isStart && HasEntities(buffer.AsSpan(0, read)))
                    {
                        return new Refusal("exchange.file.entities");
                    }

                    isStart = false;
                    checksum.Add(buffer.AsSpan(0, read));
                }

                if (checksum.Value != entry.Crc32)
                {
                    return new Refusal("exchange.file.damaged");
                }
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A document type stands before the root element, so in the first block; what hides from this the XML reader refuses.
    private static bool HasEntities(ReadOnlySpan<byte> start) =>
        start.IndexOf("<!DOCTYPE"u8) >= 0 || start.IndexOf("<!ENTITY"u8) >= 0;

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static Refusal? CheckType(ZipArchive zip)
    {
        if (zip.GetEntry(ContentTypes) is not { Length: < ContentTypesBytes } entry)
        {
            return new Refusal("exchange.file.wrong-type");
        }

        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        var types = reader.ReadToEnd();
        if (
            types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || types.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            || zip.Entries.Any(part => part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
        )
        {
            return new Refusal("exchange.file.macros");
        }

        return
            types.Contains("spreadsheetml.sheet.main+xml", StringComparison.Ordinal)
            || types.Contains("spreadsheetml.template.main+xml", StringComparison.Ordinal)
            ? PackageParts.AreComplete(zip)
                ? null
                : new Refusal("exchange.file.damaged")
            : new Refusal("exchange.file.wrong-type");
    }

    private static Refusal TooBigUnpacked() =>
        new("exchange.file.too-big-unpacked", null, WorkbookLimits.UnpackedBytes / 1024 / 1024);
}
