using System.Numerics;
using System.Runtime.CompilerServices;

namespace TongKet.Figures.Engine;

/// <summary>A stretch of rows and where its counts go.</summary>
public readonly record struct RowStretch(int Start, int Length, int Into);

/// <summary>A transfer whose other end is known: the figure, and the slots of both organizations.</summary>
public readonly record struct TransferEnds(int Figure, int Into, int Other);

/// <summary>Counts the rows of stretches that fulfil each condition of a program.</summary>
public sealed class RowCounter(ColumnTable table, BoundProgram bound)
{
    private const int WordBits = 64;
    private readonly MaskRunner runner = new(table, bound);
    private readonly int[] roots = bound.Program.Roots;
    private readonly bool hasEnds = Array.Exists(bound.Program.Ends, e => e >= 0);
    private List<TransferEnds>? transfers;

    /// <summary>
    /// Adds the counts of each stretch to its row of <paramref name="counts"/>. Stretches come in the order of rows.
    /// </summary>
    public void Count(ReadOnlySpan<RowStretch> stretches, FigureRows counts, List<TransferEnds>? among = null)
    {
        transfers = hasEnds ? among : null;
        var at = 0;
        var skip = 0;
        while (at < stretches.Length)
        {
            var first = stretches[at].Start + skip;
            var step = first / ColumnTable.Step;
            var stepEnd = (step + 1) * ColumnTable.Step;
            var last = at;
            while (last + 1 < stretches.Length && stretches[last + 1].Start < stepEnd)
            {
                last++;
            }

            var reach = Math.Min(stepEnd, stretches[last].Start + stretches[last].Length);
            var word = first / WordBits;
            var words = (reach + WordBits - 1) / WordBits - word;
            runner.Run(word, words);
            for (var i = at; i <= last; i++)
            {
                var from = i == at ? first : stretches[i].Start;
                var to = Math.Min(stepEnd, stretches[i].Start + stretches[i].Length);
                Add(word, from, to, counts.Row(stretches[i].Into));
            }

            if (transfers is not null)
            {
                AddEnds(step, word, words, first, stretches[at..(last + 1)]);
            }

            var left = stretches[last].Start + stretches[last].Length - stepEnd;
            (at, skip) = left > 0 ? (last, stretches[last].Length - left) : (last + 1, 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int firstWord, int from, int to, Span<int> counts)
    {
        if (from >= to)
        {
            return;
        }
        unchecked
        {
            var masks = runner.Masks;
            var live = table.Live;
            var (word, lastWord) = (from / WordBits, (to - 1) / WordBits);
            for (; word <= lastWord; word++)
            {
                var asked = live[word];
                asked &= word == from / WordBits ? ulong.MaxValue << (from % WordBits) : ulong.MaxValue;
                asked &= word == lastWord ? ulong.MaxValue >> (WordBits - 1 - (to - 1) % WordBits) : ulong.MaxValue;
                if (asked == 0)
                {
                    continue;
                }

                var at = word - firstWord;
                for (var i = 0; i < roots.Length; i++)
                {
                    counts[i] += BitOperations.PopCount(masks[roots[i] * MaskRunner.StepWords + at] & asked);
                }
            }
        }
    }

    /// <summary>Of the few rows with another end those that fulfil their figure, each to its stretch.</summary>
    private void AddEnds(int step, int word, int words, int first, ReadOnlySpan<RowStretch> stretches)
    {
        var ends = bound.Program.Ends;
        for (var figure = 0; figure < ends.Length; figure++)
        {
            if (ends[figure] < 0)
            {
                continue;
            }

            var (rows, others) = table.End(table.Layout.Places[ends[figure]].Array).At(step);
            var mask = runner.Mask(roots[figure]);
            for (var i = 0; i < rows.Length; i++)
            {
                var row = step * ColumnTable.Step + rows[i];
                var at = row / WordBits - word;
                if (row < first || at >= words || ((mask[at] & table.Live[row / WordBits]) >> (row % WordBits) & 1) == 0)
                {
                    continue;
                }

                var stretch = Last(stretches, row);
                if (stretch >= 0 && row < stretches[stretch].Start + stretches[stretch].Length)
                {
                    transfers!.Add(new(figure, stretches[stretch].Into, others[i]));
                }
            }
        }
    }

    /// <summary>The last stretch that does not begin behind a row.</summary>
    private static int Last(ReadOnlySpan<RowStretch> stretches, int row)
    {
        var (low, high) = (0, stretches.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stretches[middle].Start <= row ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}

/// <summary>Rows of counts: the same few columns of each.</summary>
public readonly struct FigureRows(int[] values, int width, int first, int columns)
{
    public Span<int> Row(int at) => values.AsSpan(at * width + first, columns);
}
