using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>Reads the lines of one sheet: header, then each row that holds something, example rows left out.</summary>
internal static class SheetReader
{
    private static readonly string FoldedMark = VietnameseText.Fold(WorkbookExamples.Mark);

    public static List<T> Read<T>(SheetSource reader, SheetForm form, IssueList issues, Func<SheetCells, T> readLine)
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
                if (cells.Take(row) && !IsExample(form, cells))
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
    private static bool IsExample(SheetForm form, SheetCells cells)
    {
        if (
            cells.Text(0) is not (['V' or 'v', ..] and var text)
            || !VietnameseText.Fold(text).StartsWith(FoldedMark, StringComparison.Ordinal)
        )
        {
            return false;
        }

        if (WorkbookExamples.IsWrittenOver(form, cells.Text(1)))
        {
            cells.Warning(0, "exchange.row.still-example", WorkbookExamples.Mark);
        }

        return true;
    }
}
