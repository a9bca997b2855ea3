namespace TongKet.Reports.WriteDocument;

/// <summary>What a column of a table holds, and so on which side it stands.</summary>
internal enum TableColumn
{
    Text,

    /// <summary>A running number or another short mark.</summary>
    Mark,

    Number,
}

internal static class TableColumns
{
    private const int LongestMark = 4;

    public static TableColumn[] Of(ReportTable table) => [.. table.Columns.Select((_, column) => Of(table, column))];

    private static TableColumn Of(ReportTable table, int column)
    {
        var cells = table.Rows.Where(row => column < row.Count).Select(row => row[column]).ToList();
        if (cells.Exists(cell => cell.IsFigure || cell.Value is not null))
        {
            return TableColumn.Number;
        }

        return cells.TrueForAll(cell => cell.Text.Length <= LongestMark && !cell.Text.Any(char.IsLower))
            ? TableColumn.Mark
            : TableColumn.Text;
    }
}
