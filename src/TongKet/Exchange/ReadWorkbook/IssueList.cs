using TongKet.Web;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>The issues of a workbook as they are found.</summary>
internal sealed class IssueList
{
    private readonly List<WorkbookIssue> issues = [];
    private readonly HashSet<(string Sheet, string Column)> missingColumns = [];

    /// <summary>Sheets in which no header was found.</summary>
    public HashSet<string> UnreadSheets { get; } = [];

    public void Error(SheetForm form, int row, int column, string? value, string code, params object[] with) =>
        Add(form.Name, row, form.Columns[column], value, code, isError: true, with);

    public void Warning(SheetForm form, int row, int column, string? value, string code, params object[] with) =>
        Add(form.Name, row, form.Columns[column], value, code, isError: false, with);

    public void MissingColumn(SheetForm form, int headerRow, int column)
    {
        Error(form, headerRow, column, null, "exchange.column.missing", form.Columns[column]);
        missingColumns.Add((form.Name, form.Columns[column]));
    }

    public void NoHeader(SheetForm form)
    {
        Add(form.Name, 1, "", null, "exchange.sheet.no-header", isError: true, string.Join(", ", form.Columns.Take(3)));
        UnreadSheets.Add(form.Name);
    }

    // What is empty because its column is missing is said once, at the header.
    public void Add(string sheet, int row, string column, string? value, string code, bool isError, params object[] with)
    {
        if (missingColumns.Count == 0 || !missingColumns.Contains((sheet, column)))
        {
            issues.Add(new(sheet, row, column, value, code, Words.Get(code, with), isError));
        }
    }

    /// <summary>In the order in which one goes through the file to mend it.</summary>
    public IReadOnlyList<WorkbookIssue> InOrder() =>
        [.. issues.OrderBy(issue => SheetPlace(issue.Sheet)).ThenBy(issue => issue.Row).ThenBy(ColumnPlace)];

    private static int SheetPlace(string sheet) => PlaceOf(WorkbookForm.Sheets.Select(form => form.Name), sheet);

    private static int ColumnPlace(WorkbookIssue issue) =>
        WorkbookForm.Sheets.FirstOrDefault(form => form.Name == issue.Sheet) is { } form
            ? PlaceOf(form.Columns, issue.Column)
            : -1;

    private static int PlaceOf(IEnumerable<string> names, string name) => names.TakeWhile(other => other != name).Count();
}
