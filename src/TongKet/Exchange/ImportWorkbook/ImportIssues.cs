using TongKet.Exchange.ReadWorkbook;
using TongKet.Web;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// What is wrong or doubtful, from the file alone and from the database, an error at a cell once: what the reader of the
/// file has named already is not named again.
/// </summary>
public sealed class ImportIssues
{
    private readonly List<WorkbookIssue> issues;
    private readonly HashSet<(string Sheet, int Row, string Column)> named;

    public ImportIssues(Workbook workbook)
    {
        issues = [.. workbook.Issues];
        named = [.. issues.Where(issue => issue.IsError).Select(issue => (issue.Sheet, issue.Row, issue.Column))];
    }

    public bool HasErrors => named.Count > 0;

    public IReadOnlyList<WorkbookIssue> Errors => InOrder(isError: true);
    public IReadOnlyList<WorkbookIssue> Warnings => InOrder(isError: false);

    public bool IsNamed(SheetForm sheet, WorkbookRow row, int column) =>
        named.Contains((sheet.Name, row.Row, sheet.Columns[column]));

    public void Error(SheetForm sheet, WorkbookRow row, int column, string? value, string code, params object[] with)
    {
        if (named.Add((sheet.Name, row.Row, sheet.Columns[column])))
        {
            issues.Add(new(sheet.Name, row.Row, sheet.Columns[column], value, code, Words.Get(code, with), true));
        }
    }

    public void Warn(SheetForm sheet, int row, int column, string? value, string code, params object[] with) =>
        issues.Add(new(sheet.Name, row, sheet.Columns[column], value, code, Words.Get(code, with), false));

    /// <summary>An error of the whole file.</summary>
    public void Error(string code, params object[] with)
    {
        if (named.Add(("", 0, code)))
        {
            issues.Add(new("", 0, "", null, code, Words.Get(code, with), true));
        }
    }

    private List<WorkbookIssue> InOrder(bool isError) =>
        [.. issues.Where(i => i.IsError == isError).OrderBy(i => SheetOrder(i.Sheet)).ThenBy(i => i.Row)];

    private static int SheetOrder(string sheet)
    {
        var at = 0;
        while (at < WorkbookForm.Sheets.Count && WorkbookForm.Sheets[at].Name != sheet)
        {
            at++;
        }

        return sheet.Length == 0 ? -1 : at;
    }
}
