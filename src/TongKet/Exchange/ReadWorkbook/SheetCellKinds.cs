using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>The cells of a line as dates, numbers and words of a closed list; what is none is named and null.</summary>
internal static class SheetCellKinds
{
    public static DateOnly? Day(this SheetCells cells, int column)
    {
        var date = Date(cells, column, mayBePartial: false);
        if (date is { Precision: not DatePrecision.Day })
        {
            cells.Error(column, "exchange.cell.day-needed");
            return null;
        }

        return date?.On;
    }

    public static PartialDate? PartialDay(this SheetCells cells, int column) => Date(cells, column, mayBePartial: true);

    public static decimal? Number(this SheetCells cells, int column)
    {
        if (cells.Value(column) is not { } value)
        {
            return null;
        }

        var number = CellValues.Number(value, value is double ? cells.Format(column) : null);
        if (number is null or < 0)
        {
            cells.Error(column, number is null ? "exchange.cell.not-a-number" : "exchange.cell.negative");
            return null;
        }

        return number;
    }

    public static int? Whole(this SheetCells cells, int column)
    {
        var number = cells.Number(column);
        if (number is { } value && (value != decimal.Truncate(value) || value > int.MaxValue))
        {
            cells.Error(column, "exchange.cell.not-whole");
            return null;
        }

        return (int?)number;
    }

    public static T? Word<T>(this SheetCells cells, int column, WordList<T> words)
        where T : struct, Enum
    {
        var text = cells.Text(column);
        var word = text is null ? null : words.Find(text);
        if (text is not null && word is null)
        {
            cells.Error(column, "exchange.cell.not-on-list", string.Join("; ", words.Names));
        }

        return word;
    }

    private static PartialDate? Date(SheetCells cells, int column, bool mayBePartial)
    {
        if (cells.Value(column) is not { } value)
        {
            return null;
        }

        if (mayBePartial && CellValues.YearTypedAsDate(value) is { } year)
        {
            cells.Error(column, "exchange.cell.year-in-date-cell", year);
            return null;
        }

        var format = mayBePartial && value is DateTime { Day: 1 } ? cells.Format(column) : null;
        var date = CellValues.Date(value, format, mayBePartial);
        if (date is null)
        {
            cells.Error(column, mayBePartial ? "exchange.cell.no-such-date" : "exchange.cell.no-such-day");
        }

        return date;
    }
}
