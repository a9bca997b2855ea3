namespace TongKet.Reports.WriteDocument;

/// <summary>How wide the columns of a sheet are, in letters.</summary>
internal static class XlsxColumns
{
    public const double Widest = 60;

    public static double[] Of(ReportTable table) =>
        [
            .. table.Columns.Select(
                (heading, column) =>
                {
                    var rows = table.TotalRow is null ? table.Rows : [.. table.Rows, table.TotalRow];
                    var longest = rows.Where(row => column < row.Count)
                        .Select(row => row[column].Text.Length)
                        .DefaultIfEmpty(0)
                        .Max();
                    // A heading may take several lines, its longest word may not.
                    var word = heading.Split(' ').Select(part => part.Length).Max();
                    return Math.Clamp(Math.Max(longest, Math.Max(word + 2, heading.Length / 3d)) + 2, 8, Widest);
                }
            ),
        ];
}
