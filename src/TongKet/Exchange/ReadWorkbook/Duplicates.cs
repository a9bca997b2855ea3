namespace TongKet.Exchange.ReadWorkbook;

/// <summary>Keys seen on one sheet; a repeated one is named at every later line, with the first line told.</summary>
internal sealed class Duplicates<TKey>(IssueList issues, SheetForm form, int column, string code, bool isError = true)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> firstRows = [];

    public void Check(int row, TKey key, string? shown)
    {
        if (firstRows.TryAdd(key, row))
        {
            return;
        }

        issues.Add(form.Name, row, form.Columns[column], shown, code, isError, firstRows[key]);
    }
}
