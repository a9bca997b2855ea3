using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TongKet.Figures.Engine;

/// <summary>
/// Runs a program over words of 64 rows, wherever they lie: each instruction once over all of them, so that the masks stay
/// in the first-level cache. One at a time; the masks are its own.
/// </summary>
public sealed class MaskRunner(ColumnTable table, BoundProgram bound)
{
    public const int StepWords = ColumnTable.Step / 64;
    private readonly MaskNode[] nodes = bound.Program.Nodes;
    private readonly ulong[] masks = new ulong[bound.Program.Nodes.Length * StepWords];

    /// <summary>The answers of one instruction, for the words last run.</summary>
    public ReadOnlySpan<ulong> Mask(int node) => masks.AsSpan(node * StepWords, StepWords);

    /// <summary>All masks, a step after the other.</summary>
    public ulong[] Masks => masks;

    /// <summary>Works out all conditions for some words of the rows, at most <see cref="StepWords"/> of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ReadOnlySpan<int> words)
    {
        var places = table.Layout.Places;
        for (var at = 0; at < nodes.Length; at++)
        {
            ref readonly var node = ref nodes[at];
            var mask = masks.AsSpan(at * StepWords, words.Length);
            switch (node.Op)
            {
                case MaskOp.All:
                    mask.Fill(bound.Constants[node.A] != 0 ? ulong.MaxValue : 0);
                    break;
                case MaskOp.Flag:
                    Gather(table.Bit(places[node.A].Array), words, mask);
                    break;
                case MaskOp.AtMost:
                    AtMost(Wide(node.A), bound.Constants[node.B], words, mask);
                    break;
                case MaskOp.None:
                    Equal(Wide(node.A), ColumnCode.None, words, mask);
                    break;
                case MaskOp.ColumnAtMost:
                    AtMost(Wide(node.A), Wide(node.B), words, mask);
                    break;
                case MaskOp.Equal:
                    mask.Clear();
                    AddEqual(node.A, bound.Constants[node.B], words, mask);
                    break;
                case MaskOp.Among:
                    mask.Clear();
                    foreach (var value in bound.Lists[node.B])
                    {
                        AddEqual(node.A, value, words, mask);
                    }

                    break;
                default:
                    Join(
                        node.Op,
                        Mask(node.A)[..words.Length],
                        Mask(node.Op == MaskOp.Not ? node.A : node.B)[..words.Length],
                        mask
                    );
                    break;
            }
        }
    }

    private ReadOnlySpan<ushort> Wide(int column) => table.Wide(table.Layout.Places[column].Array);

    private void AddEqual(int column, int value, ReadOnlySpan<int> words, Span<ulong> mask)
    {
        var place = table.Layout.Places[column];
        if (place.Storage == ColumnStorage.Wide)
        {
            if (value is >= 0 and < ColumnCode.None)
            {
                Equal(Wide(column), value, words, mask);
            }
        }
        else if (value >= 0 && value <= place.Bits >> place.Shift)
        {
            AddEqual(table.Narrow(place.Array), (byte)place.Bits, (byte)(value << place.Shift), words, mask);
        }
    }

    private static void Gather(ReadOnlySpan<ulong> bits, ReadOnlySpan<int> words, Span<ulong> mask)
    {
        for (var w = 0; w < mask.Length; w++)
        {
            mask[w] = bits[words[w]];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AtMost(ReadOnlySpan<ushort> rows, int most, ReadOnlySpan<int> words, Span<ulong> mask)
    {
        if (most < 0)
        {
            mask.Clear();
            return;
        }

        var value = Vector512.Create((ushort)Math.Min(most, ColumnCode.None - 1));
        for (var w = 0; w < mask.Length; w++)
        {
            var (low, high) = Rows(rows, words[w]);
            mask[w] = Bits(Vector512.LessThanOrEqual(low, value), Vector512.LessThanOrEqual(high, value));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AtMost(ReadOnlySpan<ushort> less, ReadOnlySpan<ushort> more, ReadOnlySpan<int> words, Span<ulong> mask)
    {
        for (var w = 0; w < mask.Length; w++)
        {
            var ((lowLess, highLess), (lowMore, highMore)) = (Rows(less, words[w]), Rows(more, words[w]));
            mask[w] = Bits(Vector512.LessThanOrEqual(lowLess, lowMore), Vector512.LessThanOrEqual(highLess, highMore));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Equal(ReadOnlySpan<ushort> rows, int what, ReadOnlySpan<int> words, Span<ulong> mask)
    {
        var value = Vector512.Create((ushort)what);
        for (var w = 0; w < mask.Length; w++)
        {
            var (low, high) = Rows(rows, words[w]);
            mask[w] = Bits(Vector512.Equals(low, value), Vector512.Equals(high, value));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEqual(ReadOnlySpan<byte> rows, byte bits, byte what, ReadOnlySpan<int> words, Span<ulong> mask)
    {
        var (value, of) = (Vector512.Create(what), Vector512.Create(bits));
        for (var w = 0; w < mask.Length; w++)
        {
            var here = Vector512.Create(rows.Slice(words[w] * 64, 64));
            mask[w] |= Vector512.Equals(here & of, value).ExtractMostSignificantBits();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<ushort> Low, Vector512<ushort> High) Rows(ReadOnlySpan<ushort> rows, int word)
    {
        var here = rows.Slice(word * 64, 64);
        ref var first = ref MemoryMarshal.GetReference(here);
        return (Vector512.LoadUnsafe(ref first), Vector512.LoadUnsafe(ref first, 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector512<ushort> low, Vector512<ushort> high) =>
        low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << 32;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Join(MaskOp op, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> mask)
    {
        var i = 0;
        for (; i <= mask.Length - Vector512<ulong>.Count; i += Vector512<ulong>.Count)
        {
            var (x, y) = (Vector512.Create(a[i..]), Vector512.Create(b[i..]));
            var z = op switch
            {
                MaskOp.And => x & y,
                MaskOp.AndNot => Vector512.AndNot(x, y),
                MaskOp.Or => x | y,
                _ => ~x,
            };
            z.CopyTo(mask[i..]);
        }

        for (; i < mask.Length; i++)
        {
            mask[i] = op switch
            {
                MaskOp.And => a[i] & b[i],
                MaskOp.AndNot => a[i] & ~b[i],
                MaskOp.Or => a[i] | b[i],
                _ => ~a[i],
            };
        }
    }
}
