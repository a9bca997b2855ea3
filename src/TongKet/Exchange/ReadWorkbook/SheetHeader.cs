using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>Finds the columns of a form in a sheet's header, whatever their order, case, accents or spaces.</summary>
internal static class SheetHeader
{
    /// <summary>The place in the row of each column of the form, -1 where it is missing; null if this is no header.</summary>
    public static int[]? Find(SheetSource reader, SheetForm form, int row, IssueList issues)
    {
        var headers = Enumerable.Range(0, reader.FieldCount).Select(at => CellValues.Text(reader.GetValue(at))).ToList();
        var columns = headers.ConvertAll(header => header is null ? -1 : ColumnOf(form, header));
        // A title may by chance be the name of a column; a header has several.
        if (columns.Where(column => column >= 0).Distinct().Count() < 2)
        {
            return null;
        }

        var places = new int[form.Columns.Count];
        Array.Fill(places, -1);
        for (var at = 0; at < headers.Count; at++)
        {
            if (headers[at] is not { } header)
            {
                continue;
            }

            if (columns[at] < 0)
            {
                issues.Add(form.Name, row, header, null, "exchange.column.unknown", isError: false, header);
            }
            else if (places[columns[at]] >= 0)
            {
                issues.Error(form, row, columns[at], header, "exchange.column.twice", header);
            }
            else
            {
                places[columns[at]] = at;
            }
        }

        for (var column = 0; column < places.Length; column++)
        {
            if (places[column] < 0)
            {
                issues.MissingColumn(form, row, column);
            }
        }

        return places;
    }

    private static int ColumnOf(SheetForm form, string header)
    {
        // «Số CCCD (*)» marks what must be filled in.
        var key = VietnameseText.Fold(
            header.Replace("(*)", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal)
        );
        for (var column = 0; column < form.Columns.Count; column++)
        {
            if (VietnameseText.Fold(form.Columns[column]) == key)
            {
                return column;
            }
        }

        return -1;
    }
}
