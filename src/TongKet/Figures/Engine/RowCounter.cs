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
    private const int StepWords = ColumnTable.Step / WordBits;

    /// <summary>Parts of words waiting to be counted; a word with many small organizations has several.</summary>
    private const int MostParts = 8 * StepWords;

    private readonly MaskRunner runner = new(table, bound);
    private readonly int[] roots = bound.Program.Roots;
    private readonly bool hasEnds = Array.Exists(bound.Program.Ends, e => e >= 0);
    private readonly int[] words = new int[StepWords];
    private readonly WordPart[] parts = new WordPart[MostParts];
    private int wordCount;
    private int partCount;

    /// <summary>Some rows of one word, and where their counts go.</summary>
    /// <param name="At">Place of the word among those gathered.</param>
    private readonly record struct WordPart(int At, ulong Rows, int Into);

    /// <summary>
    /// Adds the counts of each stretch to its row of <paramref name="counts"/>. Stretches come in the order of rows. Their
    /// words are gathered until a step is full, so that many short stretches cost little more than one long one.
    /// </summary>
    public void Count(ReadOnlySpan<RowStretch> stretches, FigureRows counts, List<TransferEnds>? among = null)
    {
        var transfers = hasEnds ? among : null;
        (wordCount, partCount) = (0, 0);
        var live = table.Live;
        foreach (var (start, length, into) in stretches)
        {
            if (length == 0)
            {
                continue;
            }

            var (first, last) = (start / WordBits, (start + length - 1) / WordBits);
            for (var word = first; word <= last; word++)
            {
                var rows = live[word];
                rows &= word == first ? ulong.MaxValue << (start % WordBits) : ulong.MaxValue;
                rows &= word == last ? ulong.MaxValue >> (WordBits - 1 - (start + length - 1) % WordBits) : ulong.MaxValue;
                if (rows == 0)
                {
                    continue;
                }

                if (partCount == MostParts || wordCount == StepWords && words[wordCount - 1] != word)
                {
                    Flush(counts, transfers);
                }

                if (wordCount == 0 || words[wordCount - 1] != word)
                {
                    words[wordCount++] = word;
                }

                parts[partCount++] = new(wordCount - 1, rows, into);
            }
        }

        Flush(counts, transfers);
    }

    private void Flush(FigureRows counts, List<TransferEnds>? transfers)
    {
        if (partCount == 0)
        {
            return;
        }

        runner.Run(words.AsSpan(0, wordCount));
        Add(counts);
        if (transfers is not null)
        {
            AddEnds(transfers);
        }

        (wordCount, partCount) = (0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(FigureRows counts)
    {
        unchecked
        {
            var masks = runner.Masks;
            foreach (var part in parts.AsSpan(0, partCount))
            {
                var row = counts.Row(part.Into);
                for (var i = 0; i < roots.Length; i++)
                {
                    row[i] += BitOperations.PopCount(masks[roots[i] * StepWords + part.At] & part.Rows);
                }
            }
        }
    }

    /// <summary>Of the few rows with another end those that fulfil their figure, each to where its part goes.</summary>
    private void AddEnds(List<TransferEnds> transfers)
    {
        var ends = bound.Program.Ends;
        for (var figure = 0; figure < ends.Length; figure++)
        {
            if (ends[figure] < 0)
            {
                continue;
            }

            var column = table.End(table.Layout.Places[ends[figure]].Array);
            var mask = runner.Mask(roots[figure]);
            foreach (var part in parts.AsSpan(0, partCount))
            {
                if ((mask[part.At] & part.Rows) is not 0 and var rows)
                {
                    AddEnds(column, words[part.At], rows, figure, part.Into, transfers);
                }
            }
        }
    }

    private static void AddEnds(EndColumn column, int word, ulong rows, int figure, int into, List<TransferEnds> transfers)
    {
        var (with, others) = column.At(word / StepWords);
        var first = word % StepWords * WordBits;
        for (var i = LowerBound(with, first); i < with.Length && with[i] < first + WordBits; i++)
        {
            if ((rows >> (with[i] - first) & 1) != 0)
            {
                transfers.Add(new(figure, into, others[i]));
            }
        }
    }

    /// <summary>The first of sorted rows that is not before one.</summary>
    private static int LowerBound(ushort[] rows, int from)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rows[middle] < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>Rows of counts: the same few columns of each.</summary>
public readonly struct FigureRows(int[] values, int width, int first, int columns)
{
    public Span<int> Row(int at) => values.AsSpan(at * width + first, columns);
}
