using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// The cells of one line at a time, by the columns of the form. What cannot be read is named once and comes back as
/// null; <see cref="IsEmpty"/> tells it from a cell with nothing in it.
/// </summary>
internal sealed class SheetCells(SheetSource reader, SheetForm form, int[] places, IssueList issues)
{
    private readonly object?[] values = new object?[places.Length];

    // A bit for each column that is missing in the sheet, which is named at the header.
    private readonly ulong missing = Bits(places);

    // A bit for each column that has been named, on this line or at the header.
    private ulong faulty;

    public int Row { get; private set; }

    /// <summary>Takes the reader's present row; false where it holds nothing.</summary>
    public bool Take(int row)
    {
        Row = row;
        faulty = missing;
        var any = false;
        for (var column = 0; column < places.Length; column++)
        {
            var at = places[column];
            var value = at < 0 ? null : reader.GetValue(at);
            if (value is string text)
            {
                value = VietnameseText.Tidy(text) is { Length: > 0 } tidy ? tidy : null;
            }

            values[column] = value;
            any |= value is not null;
        }

        return any;
    }

    /// <summary>Nothing in it; of a column that is missing nobody knows.</summary>
    public bool IsEmpty(int column) => values[column] is null && (missing & (1UL << column)) == 0;

    public bool IsFaulty(int column) => (faulty & (1UL << column)) != 0;

    /// <summary>What the cell holds, if that can be read at all.</summary>
    public object? Value(int column) => values[column] is { } value && !IsBroken(column) ? value : null;

    /// <summary>How the spreadsheet shows it: «0%», «mm/yyyy».</summary>
    public string? Format(int column) => reader.GetNumberFormatString(places[column]);

    public string? Shown(int column) => CellValues.Shown(values[column]);

    public string? Text(int column) => Value(column) is var value && value is string tidy ? tidy : CellValues.Text(value);

    public string? RequiredText(int column)
    {
        Require(column);
        return Text(column);
    }

    public void Require(int column)
    {
        if (IsEmpty(column))
        {
            Error(column, "exchange.cell.missing", form.Columns[column]);
        }
    }

    /// <summary>Names a cell, once.</summary>
    public void Error(int column, string code, params object[] with)
    {
        if (!IsFaulty(column))
        {
            faulty |= 1UL << column;
            issues.Error(form, Row, column, Shown(column), code, with);
        }
    }

    public void Warning(int column, string code, params object[] with) =>
        issues.Warning(form, Row, column, Shown(column), code, with);

    private static ulong Bits(int[] places)
    {
        var bits = 0UL;
        for (var column = 0; column < places.Length; column++)
        {
            bits |= places[column] < 0 ? 1UL << column : 0;
        }

        return bits;
    }

    // #REF!, #N/A and the like: the formula behind the cell has lost its value.
    private bool IsBroken(int column)
    {
        if (!CellValues.IsFormulaError(values[column]))
        {
            return false;
        }

        Error(column, "exchange.cell.formula-error");
        return true;
    }
}
