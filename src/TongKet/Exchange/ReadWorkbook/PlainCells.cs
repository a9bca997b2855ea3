using System.Buffers;
using System.Buffers.Text;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>The cells of one row, from the bytes between «&lt;row» and «&lt;/row&gt;».</summary>
internal sealed class PlainCells(PlainTexts texts, IReadOnlyList<PlainFormat?> formats)
{
    // Days before March 1900 and after 9999 are a matter of their own.
    private const double FirstDay = 61;
    private const double LastDay = 2_958_465;

    /// <summary>No document may hold them; the library refuses the file.</summary>
    private static readonly SearchValues<byte> NoSigns = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(c => (byte)c).Where(c => c is not (9 or 10 or 13)),
    ]);

    private object?[] values = new object?[64];
    private PlainFormat?[] shown = new PlainFormat?[64];

    public int Count { get; private set; }

    public object? Value(int at) => at < Count ? values[at] : null;

    public string? Format(int at) => at < Count ? shown[at]?.Code : null;

    /// <summary>The row's number; 0 where it has none and follows the one before.</summary>
    public int Take(PlainScan row)
    {
        Count = 0;
        if (row.Left.ContainsAny(NoSigns))
        {
            throw new NotPlainException("A sign that no document may hold.");
        }

        var number = 0;
        var isEmpty = row.Attributes(out var r, out _, out _);
        if (!r.IsEmpty && (!Utf8Parser.TryParse(r, out number, out var read) || read != r.Length || number < 1))
        {
            throw new NotPlainException("The number of a row.");
        }

        while (!isEmpty && row.Skip("c"u8))
        {
            TakeCell(ref row);
        }

        return isEmpty || row.Close("row"u8) ? number : throw new NotPlainException("Something else in a row.");
    }

    private void TakeCell(ref PlainScan row)
    {
        var isEmpty = row.Attributes(out var r, out var s, out var t);
        var column = r.IsEmpty ? Count : Column(r);
        if (column < Count || column >= WorkbookLimits.Columns)
        {
            throw new NotPlainException("The order of the cells.");
        }

        if (column >= values.Length)
        {
            Array.Resize(ref values, column * 2);
            Array.Resize(ref shown, column * 2);
        }

        values.AsSpan(Count, column - Count).Clear();
        var format = PlainFormats.General;
        if (!s.IsEmpty)
        {
            var style = Number(s);
            format = style < formats.Count ? formats[style] : format;
        }

        shown[column] = format;
        values[column] = isEmpty ? null : Content(ref row, t, format);
        Count = column + 1;
    }

    private object? Content(ref PlainScan row, ReadOnlySpan<byte> type, PlainFormat? format)
    {
        object? value = null;
        while (!row.Close("c"u8))
        {
            if (row.Skip("v"u8))
            {
                var text = row.Text("v"u8);
                value = text.IsEmpty ? value : Of(text, type, format);
            }
            else if (row.Skip("is"u8))
            {
                if (row.Attributes(out _, out _, out _) || !row.Skip("t"u8))
                {
                    throw new NotPlainException("A text of several kinds.");
                }

                var text = row.Text("t"u8);
                value = text.IsEmpty ? value : Written(text, type, format);
                if (!row.Close("is"u8))
                {
                    throw new NotPlainException("A text of several kinds.");
                }
            }
            else if (row.Skip("f"u8))
            {
                // What the formula gave stands beside it.
                row.Text("f"u8);
            }
            else
            {
                throw new NotPlainException("Something else in a cell.");
            }
        }

        return value;
    }

    private object Of(ReadOnlySpan<byte> text, ReadOnlySpan<byte> type, PlainFormat? format)
    {
        if (type.SequenceEqual("s"u8))
        {
            return texts.Shared(Number(text));
        }

        if (!type.IsEmpty && !type.SequenceEqual("n"u8))
        {
            return Written(text, type, format);
        }

        if (format is null || !Utf8Parser.TryParse(text, out double number, out var read) || read != text.Length)
        {
            throw new NotPlainException("A number in a format of its own.");
        }

        return !format.IsDay ? number
            : number is >= FirstDay and <= LastDay ? DateTime.FromOADate(number)
            : throw new NotPlainException("A day that is none.");
    }

    private string Written(ReadOnlySpan<byte> text, ReadOnlySpan<byte> type, PlainFormat? format) =>
        format is { IsDay: false } && (type.SequenceEqual("inlineStr"u8) || type.SequenceEqual("str"u8))
            ? texts.Of(text)
            : throw new NotPlainException("A cell of another kind.");

    private static int Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int number, out var read) && read == text.Length && number >= 0
            ? number
            : throw new NotPlainException("No number.");

    private static int Column(ReadOnlySpan<byte> reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < (byte)'A' or > (byte)'Z')
            {
                break;
            }

            column = column * 26 + (c - 'A' + 1);
            if (column > WorkbookLimits.Columns)
            {
                break;
            }
        }

        return column > 0 ? column - 1 : throw new NotPlainException("A cell of no column.");
    }
}
