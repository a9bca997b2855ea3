using ExcelDataReader;
using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// The cells of one line at a time, by the columns of the form. What cannot be read is named once and comes back as
/// null; <see cref="IsEmpty"/> tells it from a cell with nothing in it.
/// </summary>
internal sealed class SheetCells(IExcelDataReader reader, SheetForm form, int[] places, IssueList issues)
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
            if (value is string text && string.IsNullOrWhiteSpace(text))
            {
                value = null;
            }

            values[column] = value;
            any |= value is not null;
        }

        return any;
    }

    /// <summary>Nothing in it; of a column that is missing nobody knows.</summary>
    public bool IsEmpty(int column) => values[column] is null && (missing & (1UL << column)) == 0;

    public bool IsFaulty(int column) => (faulty & (1UL << column)) != 0;

    public string? Shown(int column) => CellValues.Shown(values[column]);

    public string? Text(int column) => values[column] is null || IsBroken(column) ? null : CellValues.Text(values[column]);

    public string? RequiredText(int column)
    {
        Require(column);
        return Text(column);
    }

    public DateOnly? Day(int column)
    {
        var date = Date(column, mayBePartial: false);
        if (date is { Precision: not DatePrecision.Day })
        {
            Error(column, "exchange.cell.day-needed");
            return null;
        }

        return date?.On;
    }

    public PartialDate? PartialDate(int column) => Date(column, mayBePartial: true);

    public decimal? Number(int column)
    {
        if (values[column] is null || IsBroken(column))
        {
            return null;
        }

        var number = CellValues.Number(values[column]!, reader.GetNumberFormatString(places[column]));
        if (number is null or < 0)
        {
            Error(column, number is null ? "exchange.cell.not-a-number" : "exchange.cell.negative");
            return null;
        }

        return number;
    }

    public int? Whole(int column)
    {
        var number = Number(column);
        if (number is { } value && (value != decimal.Truncate(value) || value > int.MaxValue))
        {
            Error(column, "exchange.cell.not-whole");
            return null;
        }

        return (int?)number;
    }

    public T? Word<T>(int column, WordList<T> words)
        where T : struct, Enum
    {
        var text = Text(column);
        var word = text is null ? null : words.Find(text);
        if (text is not null && word is null)
        {
            Error(column, "exchange.cell.not-on-list", string.Join("; ", words.Names));
        }

        return word;
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

    private PartialDate? Date(int column, bool mayBePartial)
    {
        if (values[column] is not { } value || IsBroken(column))
        {
            return null;
        }

        if (mayBePartial && CellValues.YearTypedAsDate(value) is { } year)
        {
            Error(column, "exchange.cell.year-in-date-cell", year);
            return null;
        }

        var format = mayBePartial && value is DateTime { Day: 1 } ? reader.GetNumberFormatString(places[column]) : null;
        var date = CellValues.Date(value, format, mayBePartial);
        if (date is null)
        {
            Error(column, mayBePartial ? "exchange.cell.no-such-date" : "exchange.cell.no-such-day");
        }

        return date;
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
