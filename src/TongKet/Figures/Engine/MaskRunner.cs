using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TongKet.Figures.Engine;

/// <summary>
/// Runs a program over a stretch of rows, 64 a word: each instruction once over the whole stretch, so that the masks
/// stay in the first-level cache. One at a time; the masks are its own.
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

    /// <summary>Works out all conditions for some words of the rows, at most a step of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int word, int words)
    {
        var places = table.Layout.Places;
        for (var at = 0; at < nodes.Length; at++)
        {
            ref readonly var node = ref nodes[at];
            var mask = masks.AsSpan(at * StepWords, words);
            switch (node.Op)
            {
                case MaskOp.All:
                    mask.Fill(bound.Constants[node.A] != 0 ? ulong.MaxValue : 0);
                    break;
                case MaskOp.Flag:
                    table.Bit(places[node.A].Array).Slice(word, words).CopyTo(mask);
                    break;
                case MaskOp.AtMost:
                    AtMost(Wide(node.A, word, words), bound.Constants[node.B], mask);
                    break;
                case MaskOp.None:
                    Equal(Wide(node.A, word, words), ColumnCode.None, mask);
                    break;
                case MaskOp.ColumnAtMost:
                    AtMost(Wide(node.A, word, words), Wide(node.B, word, words), mask);
                    break;
                case MaskOp.Equal:
                    mask.Clear();
                    AddEqual(node.A, bound.Constants[node.B], word, words, mask);
                    break;
                case MaskOp.Among:
                    mask.Clear();
                    foreach (var value in bound.Lists[node.B])
                    {
                        AddEqual(node.A, value, word, words, mask);
                    }

                    break;
                default:
                    Join(node.Op, Mask(node.A)[..words], Mask(node.Op == MaskOp.Not ? node.A : node.B)[..words], mask);
                    break;
            }
        }
    }

    private ReadOnlySpan<ushort> Wide(int column, int word, int words) =>
        table.Wide(table.Layout.Places[column].Array).Slice(word * 64, words * 64);

    private void AddEqual(int column, int value, int word, int words, Span<ulong> mask)
    {
        var place = table.Layout.Places[column];
        if (place.Storage == ColumnStorage.Wide)
        {
            if (value is >= 0 and < ColumnCode.None)
            {
                Equal(Wide(column, word, words), value, mask);
            }
        }
        else if (value >= 0 && value <= place.Bits >> place.Shift)
        {
            AddEqual(
                table.Narrow(place.Array).Slice(word * 64, words * 64),
                (byte)place.Bits,
                (byte)(value << place.Shift),
                mask
            );
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AtMost(ReadOnlySpan<ushort> rows, int most, Span<ulong> mask)
    {
        if (most < 0)
        {
            mask.Clear();
            return;
        }

        var value = Vector512.Create((ushort)Math.Min(most, ColumnCode.None - 1));
        ref var first = ref MemoryMarshal.GetReference(rows);
        for (var w = 0; w < mask.Length; w++)
        {
            var low = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref first, (nuint)(w * 64)), value);
            var high = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref first, (nuint)(w * 64 + 32)), value);
            mask[w] = low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AtMost(ReadOnlySpan<ushort> less, ReadOnlySpan<ushort> more, Span<ulong> mask)
    {
        ref var a = ref MemoryMarshal.GetReference(less);
        ref var b = ref MemoryMarshal.GetReference(more);
        for (var w = 0; w < mask.Length; w++)
        {
            var (at, next) = ((nuint)(w * 64), (nuint)(w * 64 + 32));
            var low = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref a, at), Vector512.LoadUnsafe(ref b, at));
            var high = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref a, next), Vector512.LoadUnsafe(ref b, next));
            mask[w] = low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Equal(ReadOnlySpan<ushort> rows, int what, Span<ulong> mask)
    {
        var value = Vector512.Create((ushort)what);
        ref var first = ref MemoryMarshal.GetReference(rows);
        for (var w = 0; w < mask.Length; w++)
        {
            var low = Vector512.Equals(Vector512.LoadUnsafe(ref first, (nuint)(w * 64)), value);
            var high = Vector512.Equals(Vector512.LoadUnsafe(ref first, (nuint)(w * 64 + 32)), value);
            mask[w] = low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEqual(ReadOnlySpan<byte> rows, byte bits, byte what, Span<ulong> mask)
    {
        var (value, of) = (Vector512.Create(what), Vector512.Create(bits));
        ref var first = ref MemoryMarshal.GetReference(rows);
        for (var w = 0; w < mask.Length; w++)
        {
            mask[w] |= Vector512
                .Equals(Vector512.LoadUnsafe(ref first, (nuint)(w * 64)) & of, value)
                .ExtractMostSignificantBits();
        }
    }

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
