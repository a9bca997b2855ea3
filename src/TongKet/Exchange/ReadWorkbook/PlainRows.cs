using System.IO.Compression;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>The rows of a sheet's part, unpacked block by block, one row's bytes at a time.</summary>
internal sealed class PlainRows : IDisposable
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int LongestRow = 16 * 1024 * 1024;

    private readonly Stream stream;
    private readonly byte[] prefix;
    private readonly byte[] end;
    private byte[] buffer = new byte[256 * 1024];
    private bool hasNoRows;
    private int from;
    private int to;
    private (int From, int To) row;

    public PlainRows(ZipArchiveEntry part)
    {
        stream = part.Open();
        prefix = Begin();
        end = [.. "</"u8, .. prefix, .. "row>"u8];
    }

    /// <summary>From the attributes of the present row on.</summary>
    public PlainScan Row => new(buffer.AsSpan(row.From, row.To - row.From), prefix);

    public bool Next()
    {
        if (hasNoRows)
        {
            return false;
        }

        // Enough to tell a row from the end of the rows, if there is so much.
        const int tag = 64;
        while (to - from < tag && Fill()) { }

        var scan = new PlainScan(buffer.AsSpan(from, to - from), prefix);
        if (scan.Close("sheetData"u8))
        {
            return false;
        }

        if (!scan.Skip("row"u8))
        {
            throw new NotPlainException("Something else among the rows.");
        }

        from = to - scan.Left.Length;
        var seen = 0;
        while (true)
        {
            var left = buffer.AsSpan(from, to - from);
            var tagEnd = left.IndexOf((byte)'>');
            if (tagEnd > 0 && left[tagEnd - 1] == '/')
            {
                return Take(tagEnd + 1);
            }

            var at = left[seen..].IndexOf(end);
            if (at >= 0)
            {
                return Take(seen + at + end.Length);
            }

            seen = Math.Max(0, left.Length - end.Length);
            if (left.Length > LongestRow || !Fill())
            {
                throw new NotPlainException("A row without an end.");
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private bool Take(int length)
    {
        row = (from, from + length);
        from += length;
        return true;
    }

    /// <summary>Steps to the first row; the prefix of the sheet's elements.</summary>
    private byte[] Begin()
    {
        int at;
        while ((at = buffer.AsSpan(0, to).IndexOf("sheetData"u8)) < 0 || buffer.AsSpan(at, to - at).IndexOf((byte)'>') < 0)
        {
            if (to > LongestRow || !Fill())
            {
                throw new NotPlainException("No rows.");
            }
        }

        var head = System.Text.Encoding.UTF8.GetString(buffer, 0, at);
        var found = buffer[(head.LastIndexOf('<') is >= 0 ? buffer.AsSpan(0, at).LastIndexOf((byte)'<') + 1 : at)..at];
        var name = System.Text.Encoding.UTF8.GetString(found).TrimEnd(':');
        var declares = $"xmlns{(name.Length > 0 ? ":" : "")}{name}=\"{Namespace}\"";
        if (
            head.Contains("<!", StringComparison.Ordinal)
            || !head.Contains(declares, StringComparison.Ordinal)
            || (
                head.Contains("encoding=", StringComparison.Ordinal)
                && !head.Contains("encoding=\"UTF-8\"", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            throw new NotPlainException("Another beginning of a sheet.");
        }

        from = at + "sheetData".Length;
        var scan = new PlainScan(buffer.AsSpan(from, to - from), found);
        hasNoRows = scan.Attributes(out _, out _, out _);
        from = to - scan.Left.Length;
        return found;
    }

    private bool Fill()
    {
        if (from > 0)
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            (from, to) = (0, to - from);
        }

        if (to == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, to, buffer.Length - to);
        to += read;
        return read > 0;
    }
}
