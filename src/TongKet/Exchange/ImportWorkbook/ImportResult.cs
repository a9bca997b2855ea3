using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>What an import found and, if <see cref="Applied"/>, did. Counts are lines of the file, not records.</summary>
/// <param name="PlanDigest">Names the plan; handed back on applying, it makes sure that what was shown is what is done.</param>
public sealed record ImportResult(
    string FileName,
    int? Year,
    bool Applied,
    IReadOnlyList<WorkbookIssue> Errors,
    IReadOnlyList<WorkbookIssue> Warnings,
    IReadOnlyList<SheetCount> Sheets,
    string PlanDigest
)
{
    /// <summary>Whose file it is: the organization at its top, once that is in the database.</summary>
    public long? UnitId { get; init; }

    public int Add => Sheets.Sum(s => s.Add);
    public int Change => Sheets.Sum(s => s.Change);
    public int Same => Sheets.Sum(s => s.Same);
}

/// <summary>Lines of one sheet: to be added, to change what is there, and those that say what is there already.</summary>
public sealed record SheetCount(string Sheet, int Add, int Change, int Same);
