namespace TongKet.Figures.Engine;

/// <summary>
/// The rows of a record set as columns, those of an organization side by side, organizations in the order of their
/// slots with a little room behind each. Rows that do not fit their room any longer lie in the tail.
/// </summary>
public sealed partial class ColumnTable
{
    /// <summary>Rows that conditions are worked out for at once.</summary>
    public const int Step = 2048;
    private const int WordBits = 64;

    private readonly Dictionary<int, (int Start, int Length, int Room)> moved = [];
    private readonly int[] laid;
    private readonly ushort[] lengths;
    private readonly ushort[][] wide;
    private readonly byte[][] narrow;
    private readonly ulong[][] bits;
    private readonly EndColumn[] ends;
    private ulong[] live = [];
    private int end;

    /// <summary>Lays rows; organizations beyond <paramref name="slots"/> have none yet.</summary>
    public ColumnTable(ColumnLayout layout, RowBuffer rows, int slots)
    {
        Layout = layout;
        laid = new int[slots + 1];
        lengths = new ushort[slots];
        wide = new ushort[layout.Wide][];
        narrow = new byte[layout.Narrow][];
        bits = new ulong[layout.Bit][];
        ends = [.. Enumerable.Range(0, layout.Sparse).Select(_ => new EndColumn())];
        var to = ColumnFill.Order(layout, rows, slots, laid, lengths, moved);
        end = moved.Values.Select(m => m.Start + m.Room).Append(laid[^1]).Max();
        Reserve(end + Math.Max(end / 16, Step));
        ColumnFill.Fill(rows, to, wide, narrow, bits, live, ends);
        Rows = rows.Count;
    }

    public ColumnLayout Layout { get; }
    public int Rows { get; private set; }

    /// <summary>Rows with the rooms and the tail, as far as counting looks.</summary>
    public int Reach => end;

    /// <summary>Organizations whose rows lie in the tail, out of order.</summary>
    public IReadOnlyCollection<int> Moved => moved.Keys;

    /// <summary>No more room in the tail without making the arrays longer: time to lay all rows anew.</summary>
    public bool IsWorn => moved.Count > 1024 && end - laid[^1] > laid[^1] / 8;

    public ReadOnlySpan<ulong> Live => live;

    public long Bytes =>
        wide.Sum(w => 2L * w.Length)
        + narrow.Sum(n => (long)n.Length)
        + bits.Sum(b => 8L * b.Length)
        + 8L * live.Length
        + 4L * laid.Length
        + 2L * lengths.Length
        + 48L * moved.Count
        + ends.Sum(e => e.Bytes);

    public ReadOnlySpan<ushort> Wide(int array) => wide[array];

    public ReadOnlySpan<byte> Narrow(int array) => narrow[array];

    public ReadOnlySpan<ulong> Bit(int array) => bits[array];

    public EndColumn End(int array) => ends[array];

    public (int Start, int Length) At(int slot) =>
        moved.Count > 0 && moved.TryGetValue(slot, out var m) ? (m.Start, m.Length)
        : slot < lengths.Length ? (laid[slot], lengths[slot])
        : (end, 0);

    /// <summary>Grows whenever rows of an organization are laid elsewhere.</summary>
    public int Moves { get; private set; }

    public (int Start, int Room) RoomAt(int slot) =>
        moved.TryGetValue(slot, out var m) ? (m.Start, m.Room)
        : slot < lengths.Length ? (laid[slot], laid[slot + 1] - laid[slot])
        : (end, 0);

    /// <summary>The rows of an organization are these now.</summary>
    public void Put(int slot, RowBuffer rows)
    {
        var length = At(slot).Length;
        var (start, room) = RoomAt(slot);
        Rows += rows.Count - length;
        Clear(start, room);
        if (rows.Count > room)
        {
            (start, room) = (end, Math.Max(Layout.Room(rows.Count), 1));
            end += room;
            Reserve(end);
            moved[slot] = (start, rows.Count, room);
            Moves++;
        }
        else if (moved.ContainsKey(slot))
        {
            moved[slot] = (start, rows.Count, room);
        }
        else if (slot < lengths.Length)
        {
            lengths[slot] = (ushort)rows.Count;
        }

        if (room > 0)
        {
            ColumnFill.Put(rows, start, room, wide, narrow, bits, live, ends);
        }
    }

    /// <summary>The rows of some organizations as they were read, for laying them anew.</summary>
    public void CopyTo(RowBuffer rows, int slots)
    {
        for (var slot = 0; slot < slots; slot++)
        {
            var (start, length) = At(slot);
            for (var row = start; row < start + length; row++)
            {
                ColumnFill.Copy(rows, slot, row, wide, narrow, bits);
            }

            for (var i = 0; i < ends.Length; i++)
            {
                ColumnFill.CopyEnds(rows.Ends[i], ends[i], start, length, rows.Count - length);
            }
        }
    }

    private void Clear(int start, int room)
    {
        for (var row = start; row < start + room; row++)
        {
            live[row / WordBits] &= ~(1ul << (row % WordBits));
        }
    }

    /// <summary>Whole steps, so that a step never reads behind an array.</summary>
    private void Reserve(int rows)
    {
        if (live.Length * (long)WordBits >= rows)
        {
            return;
        }

        var size =
            (Math.Max(rows, (int)Math.Min(live.Length * (long)WordBits * 9 / 8, int.MaxValue - Step)) + Step) / Step * Step;
        Array.Resize(ref live, size / WordBits);
        for (var i = 0; i < wide.Length; i++)
        {
            Array.Resize(ref wide[i], size);
        }

        for (var i = 0; i < narrow.Length; i++)
        {
            Array.Resize(ref narrow[i], size);
        }

        for (var i = 0; i < bits.Length; i++)
        {
            Array.Resize(ref bits[i], size / WordBits);
        }
    }
}
