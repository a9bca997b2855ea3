namespace TongKet.Figures.Engine;

/// <summary>Copies rows between a buffer, which has them one after the other, and the arrays of a table.</summary>
internal static class ColumnFill
{
    private const int WordBits = 64;

    /// <summary>Gives each organization its stretch, and each row its place in it.</summary>
    public static int[] Order(
        ColumnLayout layout,
        RowBuffer rows,
        int slots,
        int[] laid,
        ushort[] lengths,
        Dictionary<int, (int, int, int)> moved
    )
    {
        var counts = new int[slots];
        for (var i = 0; i < rows.Count; i++)
        {
            counts[rows.Slots[i]]++;
        }

        var next = new int[slots];
        var at = 0;
        for (var slot = 0; slot < slots; slot++)
        {
            laid[slot] = next[slot] = at;
            if (counts[slot] <= ushort.MaxValue)
            {
                lengths[slot] = (ushort)counts[slot];
                at += layout.Room(counts[slot]);
            }
        }

        laid[slots] = at;
        for (var slot = 0; slot < slots; slot++)
        {
            if (counts[slot] > ushort.MaxValue)
            {
                next[slot] = at;
                moved[slot] = (at, counts[slot], layout.Room(counts[slot]));
                at += layout.Room(counts[slot]);
            }
        }

        var to = new int[rows.Count];
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = next[rows.Slots[i]]++;
        }

        return to;
    }

    public static void Fill(
        RowBuffer rows,
        int[] to,
        ushort[][] wide,
        byte[][] narrow,
        ulong[][] bits,
        ulong[] live,
        EndColumn[] ends
    )
    {
        for (var c = 0; c < wide.Length; c++)
        {
            var (from, into) = (rows.Wide[c], wide[c]);
            for (var i = 0; i < to.Length; i++)
            {
                into[to[i]] = from[i];
            }
        }

        for (var c = 0; c < narrow.Length; c++)
        {
            var (from, into) = (rows.Narrow[c], narrow[c]);
            for (var i = 0; i < to.Length; i++)
            {
                into[to[i]] = from[i];
            }
        }

        for (var i = 0; i < to.Length; i++)
        {
            var (word, bit) = (to[i] / WordBits, 1ul << (to[i] % WordBits));
            live[word] |= bit;
            for (var c = 0; c < bits.Length; c++)
            {
                if ((rows.Bits[i] >> c & 1) != 0)
                {
                    bits[c][word] |= bit;
                }
            }
        }

        for (var c = 0; c < ends.Length; c++)
        {
            ends[c].Fill(rows.Ends[c].Select(e => (to[e.Row], e.Other)));
        }
    }

    /// <summary>Rows of one organization into a stretch whose live bits are cleared.</summary>
    public static void Put(
        RowBuffer rows,
        int start,
        int room,
        ushort[][] wide,
        byte[][] narrow,
        ulong[][] bits,
        ulong[] live,
        EndColumn[] ends
    )
    {
        for (var c = 0; c < wide.Length; c++)
        {
            rows.Wide[c].AsSpan(0, rows.Count).CopyTo(wide[c].AsSpan(start));
        }

        for (var c = 0; c < narrow.Length; c++)
        {
            rows.Narrow[c].AsSpan(0, rows.Count).CopyTo(narrow[c].AsSpan(start));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var (word, bit) = ((start + i) / WordBits, 1ul << ((start + i) % WordBits));
            live[word] |= bit;
            for (var c = 0; c < bits.Length; c++)
            {
                bits[c][word] = (rows.Bits[i] >> c & 1) != 0 ? bits[c][word] | bit : bits[c][word] & ~bit;
            }
        }

        for (var c = 0; c < ends.Length; c++)
        {
            ends[c].Put(start, room, [.. rows.Ends[c].Select(e => (start + e.Row, e.Other))]);
        }
    }

    public static void Copy(RowBuffer rows, int slot, int row, ushort[][] wide, byte[][] narrow, ulong[][] bits)
    {
        rows.Add(slot);
        var at = rows.Count - 1;
        for (var c = 0; c < wide.Length; c++)
        {
            rows.Wide[c][at] = wide[c][row];
        }

        for (var c = 0; c < narrow.Length; c++)
        {
            rows.Narrow[c][at] = narrow[c][row];
        }

        for (var c = 0; c < bits.Length; c++)
        {
            rows.Bits[at] |= (uint)(bits[c][row / WordBits] >> (row % WordBits) & 1) << c;
        }
    }

    public static void CopyEnds(List<(int Row, int Other)> into, EndColumn from, int start, int length, int first)
    {
        for (var step = start / ColumnTable.Step; step * ColumnTable.Step < start + length; step++)
        {
            var (rows, others) = from.At(step);
            for (var i = 0; i < rows.Length; i++)
            {
                var row = step * ColumnTable.Step + rows[i];
                if (row >= start && row < start + length)
                {
                    into.Add((first + row - start, others[i]));
                }
            }
        }
    }
}
