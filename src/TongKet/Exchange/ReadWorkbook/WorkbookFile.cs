using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// The bytes of a file that was found to be a workbook by its content, whatever its name says, and safe to parse.
/// </summary>
public sealed record WorkbookFile(string Name, byte[] Bytes)
{
    /// <summary>Reads at most the limit; refuses what is no .xlsx, locked, with macros, cut off or a bomb.</summary>
    public static Outcome<WorkbookFile> Open(Stream stream, string fileName)
    {
        var bytes = ReadUpTo(stream, WorkbookLimits.PackedBytes);
        if (bytes is null)
        {
            return new Refusal("exchange.file.too-big", null, WorkbookLimits.PackedBytes / 1024 / 1024);
        }

        var refusal = WorkbookSignature.Check(bytes) ?? WorkbookPackage.Check(bytes);
        return refusal is null ? new WorkbookFile(fileName, bytes) : refusal;
    }

    private static byte[]? ReadUpTo(Stream stream, long limit)
    {
        if (stream.CanSeek && stream.Length - stream.Position > limit)
        {
            return null;
        }

        var size = stream.CanSeek ? (int)(stream.Length - stream.Position) : 0;
        using var memory = new MemoryStream(size);
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            memory.Write(buffer.AsSpan(0, read));
            if (memory.Length > limit)
            {
                return null;
            }
        }

        return memory.Length == memory.Capacity ? memory.GetBuffer() : memory.ToArray();
    }
}
