using TongKet.Domain.Values;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Web;

namespace TongKet.Exchange.MarkErrors;

/// <summary>Where in the file the issues are: which of its sheets, and at which of its columns, whatever their order.</summary>
internal static class MarkPlaces
{
    /// <summary>Marks by the sheet's name as the file has it, one a cell.</summary>
    public static Dictionary<string, List<CellMark>> Find(byte[] file, IReadOnlyList<WorkbookIssue> issues)
    {
        var marks = new Dictionary<string, List<CellMark>>(StringComparer.Ordinal);
        using var reader = WorkbookReader.OpenCells(file);
        do
        {
            var form = WorkbookForm.Sheets.FirstOrDefault(form =>
                VietnameseText.Fold(form.Name) == VietnameseText.Fold(reader.Name)
            );
            var ofSheet = form is null ? [] : issues.Where(issue => issue.Sheet == form.Name && issue.Row > 0).ToList();
            if (form is not null && ofSheet.Count > 0)
            {
                marks[reader.Name] = Merge(ofSheet, Columns(reader, form));
            }
        } while (reader.NextSheet());

        return marks;
    }

    // Headers by their text; the form's own name of a column is found as the reader found it.
    private static Dictionary<string, int> Columns(SheetSource reader, SheetForm form)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 1; row <= WorkbookLimits.RowsAboveHeader && reader.Read(); row++)
        {
            if (SheetHeader.Find(reader, form, row, new IssueList()) is not { } places)
            {
                continue;
            }

            for (var at = 0; at < reader.FieldCount; at++)
            {
                if (ReadWorkbook.CellValues.Text(reader.GetValue(at)) is { } header)
                {
                    columns.TryAdd(header, at);
                }
            }

            for (var column = 0; column < places.Length; column++)
            {
                if (places[column] >= 0)
                {
                    columns[form.Columns[column]] = places[column];
                }
            }

            break;
        }

        return columns;
    }

    // What has no column of its own (a missing one, the sheet as a whole) is told in the row's first cell.
    private static List<CellMark> Merge(List<WorkbookIssue> issues, Dictionary<string, int> columns) =>
        [
            .. issues
                .GroupBy(issue => (issue.Row, Column: columns.GetValueOrDefault(issue.Column, 0)))
                .OrderBy(cell => cell.Key.Row)
                .ThenBy(cell => cell.Key.Column)
                .Select(cell => new CellMark(
                    cell.Key.Row,
                    cell.Key.Column,
                    string.Join(
                        '\n',
                        cell.Select(issue =>
                            Words.Get(issue.IsError ? "exchange.mark.error" : "exchange.mark.warning", issue.Message)
                        )
                    ),
                    cell.Any(issue => issue.IsError)
                )),
        ];
}
