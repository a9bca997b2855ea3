using System.Buffers.Binary;
using System.Text;

namespace TongKet.Store;

/// <summary>
/// Rows in the form that COPY of PostgreSQL reads («COPY … BINARY»), written block by block. The driver's own writer goes
/// through a converter and a task for every column, which costs more than the server's insert.
/// </summary>
internal sealed class CopyRows(Stream stream, IReadOnlyList<string> storeTypes) : RowSink
{
    private const int Block = 1 << 16;
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateTimeOffset FirstInstant = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly int[] sizes =
    [
        .. storeTypes.Select(type =>
            type switch
            {
                "smallint" => sizeof(short),
                "integer" => sizeof(int),
                _ => sizeof(long),
            }
        ),
    ];
    private byte[] buffer = new byte[Block * 2];
    private int length;
    private int at;

    /// <summary>The sign by which PostgreSQL knows the form, no flags, no extension.</summary>
    public void Begin()
    {
        ((ReadOnlySpan<byte>)[.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8]).CopyTo(Take(11));
        Take(8).Clear();
    }

    public void BeginRow()
    {
        at = 0;
        BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), (short)sizes.Length);
    }

    /// <summary>Sends what has gathered, once it is worth a call.</summary>
    public ValueTask FlushFullAsync(CancellationToken cancel) => length < Block ? ValueTask.CompletedTask : FlushAsync(cancel);

    public async ValueTask EndAsync(CancellationToken cancel)
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), -1);
        await FlushAsync(cancel);
    }

    public override void Null()
    {
        at++;
        BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), -1);
    }

    public override void Text(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        at++;
        var place = length;
        // The length is known only behind the text.
        var written = Encoding.UTF8.GetBytes(
            value,
            Take(sizeof(int) + Encoding.UTF8.GetMaxByteCount(value.Length))[sizeof(int)..]
        );
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(place), written);
        length = place + sizeof(int) + written;
    }

    public override void Bytes(byte[]? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        value.CopyTo(Field(value.Length));
    }

    public override void Flag(bool value) => Field(1)[0] = value ? (byte)1 : (byte)0;

    public override void Whole(long value)
    {
        // The server refuses a field whose size is not that of its column's type.
        switch (sizes[at])
        {
            case sizeof(short):
                BinaryPrimitives.WriteInt16BigEndian(Field(sizeof(short)), (short)value);
                break;
            case sizeof(int):
                BinaryPrimitives.WriteInt32BigEndian(Field(sizeof(int)), (int)value);
                break;
            default:
                BinaryPrimitives.WriteInt64BigEndian(Field(sizeof(long)), value);
                break;
        }
    }

    public override void Real(double value) => BinaryPrimitives.WriteDoubleBigEndian(Field(sizeof(double)), value);

    /// <summary>Digits to the base of ten thousand; four decimals, the most that a column here has, are one of them.</summary>
    public override void Number(decimal value)
    {
        var left = (Int128)decimal.Round(Math.Abs(value) * 10_000, 0, MidpointRounding.AwayFromZero);
        Span<short> digits = stackalloc short[8];
        var count = 0;
        for (; left > 0 || count == 0; left /= 10_000)
        {
            digits[count++] = (short)(left % 10_000);
        }

        var field = Field((4 + count) * sizeof(short));
        Span<short> head = [(short)count, (short)(count - 2), value < 0 ? (short)0x4000 : (short)0, 4];
        for (var i = 0; i < head.Length; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(field[(i * sizeof(short))..], head[i]);
        }

        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(field[((4 + i) * sizeof(short))..], digits[count - 1 - i]);
        }
    }

    public override void Day(DateOnly value) =>
        BinaryPrimitives.WriteInt32BigEndian(Field(sizeof(int)), value.DayNumber - FirstDay.DayNumber);

    public override void Instant(DateTimeOffset value) =>
        BinaryPrimitives.WriteInt64BigEndian(
            Field(sizeof(long)),
            (value.UtcTicks - FirstInstant.UtcTicks) / TimeSpan.TicksPerMicrosecond
        );

    private async ValueTask FlushAsync(CancellationToken cancel)
    {
        await stream.WriteAsync(buffer.AsMemory(0, length), cancel);
        length = 0;
    }

    private Span<byte> Field(int size)
    {
        at++;
        BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), size);
        return Take(size);
    }

    private Span<byte> Take(int size)
    {
        if (buffer.Length - length < size)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + size));
        }

        length += size;
        return buffer.AsSpan(length - size, size);
    }
}
