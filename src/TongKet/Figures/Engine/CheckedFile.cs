using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TongKet.Figures.Engine;

/// <summary>Something is wrong with a file of columns; it is thrown away and the records are read.</summary>
public sealed class ColumnFileException(string what) : Exception(what);

/// <summary>Writes numbers and arrays, and the SHA-256 of all of them at the end.</summary>
public sealed class CheckedWriter(Stream to) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Write(long number) => Write<long>([number]);

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Put(MemoryMarshal.AsBytes<long>([values.Length]));
        Put(MemoryMarshal.AsBytes(values));
    }

    public void Close()
    {
        to.Write(hash.GetHashAndReset());
        to.Flush();
    }

    public void Dispose() => hash.Dispose();

    private void Put(ReadOnlySpan<byte> bytes)
    {
        to.Write(bytes);
        hash.AppendData(bytes);
    }
}

/// <summary>Reads them again, after the sum of all has been found right.</summary>
public sealed class CheckedReader
{
    private readonly Stream from;

    public CheckedReader(Stream from)
    {
        this.from = from;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = new byte[1 << 20];
        var left = from.Length - SHA256.HashSizeInBytes;
        while (left > 0)
        {
            var part = bytes.AsSpan(0, (int)Math.Min(left, bytes.Length));
            from.ReadExactly(part);
            hash.AppendData(part);
            left -= part.Length;
        }

        var sum = bytes.AsSpan(0, SHA256.HashSizeInBytes);
        if (left < 0 || from.ReadAtLeast(sum, sum.Length, throwOnEndOfStream: false) < sum.Length)
        {
            throw new ColumnFileException("short");
        }

        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(sum))
        {
            throw new ColumnFileException("sum");
        }

        from.Position = 0;
    }

    public long Read() => Read<long>()[0];

    public T[] Read<T>()
        where T : unmanaged
    {
        Span<long> length = stackalloc long[1];
        from.ReadExactly(MemoryMarshal.AsBytes(length));
        var values = new T[length[0]];
        from.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
