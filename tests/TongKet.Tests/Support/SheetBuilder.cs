using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Tests.Support;

/// <summary>One sheet of a <see cref="WorkbookBuilder"/>.</summary>
public sealed class SheetBuilder(SheetForm form)
{
    public string Name { get; set; } = form.Name;
    public List<string> Headers { get; } = [.. form.Columns];

    /// <summary>Values in the order of <see cref="Headers"/>: text, number, <see cref="DateOnly"/>, <see cref="FormattedNumber"/>.</summary>
    public List<object?[]> Rows { get; } = [];

    /// <summary>Lines of text above the header.</summary>
    public List<string> Titles { get; } = [];

    /// <summary>Written although it has no line.</summary>
    public bool IsKept { get; set; }
    public bool IsLeftOut { get; set; }
    public bool IsWritten => !IsLeftOut && (IsKept || Rows.Count > 0);

    public int ColumnAt(string header) =>
        Headers.IndexOf(header) is >= 0 and var at
            ? at
            : throw new ArgumentException($"{Name} has no column {header}", nameof(header));

    public void Remove(string header)
    {
        var at = ColumnAt(header);
        Headers.RemoveAt(at);
        for (var i = 0; i < Rows.Count; i++)
        {
            Rows[i] = [.. Rows[i][..at], .. Rows[i][(at + 1)..]];
        }
    }

    public void Rename(string header, string name) => Headers[ColumnAt(header)] = name;

    public void Add(string header, object? value = null)
    {
        Headers.Add(header);
        for (var i = 0; i < Rows.Count; i++)
        {
            Rows[i] = [.. Rows[i], value];
        }
    }

    /// <summary>The columns from right to left.</summary>
    public void Reverse()
    {
        Headers.Reverse();
        foreach (var row in Rows)
        {
            Array.Reverse(row);
        }
    }
}

/// <summary>A number shown by a format of the spreadsheet: <c>new(0.9, "0%")</c>.</summary>
public sealed record FormattedNumber(double Value, string Format);
