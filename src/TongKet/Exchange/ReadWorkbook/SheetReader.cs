using ExcelDataReader;
using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>Reads the lines of one sheet: header, then each row that holds something, example rows left out.</summary>
internal static class SheetReader
{
    /// <summary>How the first cell of an example row of the templates begins.</summary>
    public const string ExampleMark = "VÍ DỤ";

    private static readonly string FoldedMark = VietnameseText.Fold(ExampleMark);

    public static List<T> Read<T>(IExcelDataReader reader, SheetForm form, IssueList issues, Func<SheetCells, T> readLine)
    {
        var lines = new List<T>();
        var row = 0;
        var anything = false;
        SheetCells? cells = null;
        while (reader.Read())
        {
            row++;
            if (cells is not null)
            {
                if (cells.Take(row) && !IsExample(cells))
                {
                    lines.Add(readLine(cells));
                }

                continue;
            }

            anything |= Enumerable.Range(0, reader.FieldCount).Any(at => CellValues.Text(reader.GetValue(at)) is not null);
            if (row > WorkbookLimits.RowsAboveHeader)
            {
                break;
            }

            if (SheetHeader.Find(reader, form, row, issues) is { } places)
            {
                cells = new SheetCells(reader, form, places, issues);
            }
        }

        if (cells is null && anything)
        {
            issues.NoHeader(form);
        }

        return lines;
    }

    // The first letter spares nearly every line the folding.
    private static bool IsExample(SheetCells cells) =>
        cells.Text(0) is { } text
        && text[0] is 'V' or 'v'
        && VietnameseText.Fold(text).StartsWith(FoldedMark, StringComparison.Ordinal);
}
