using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// Something wrong (or, as a warning, doubtful) at one cell: the sheet, the spreadsheet's own row number and the header's
/// text say where. An issue of the whole file has no sheet and row 0, one of a whole sheet the row of its header.
/// </summary>
/// <param name="Value">What the cell holds, as a reader of the sheet would see it.</param>
/// <param name="Code">Also the resource key of the sentence: «exchange.member.cccd-lost-zero».</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record WorkbookIssue(
    string Sheet,
    int Row,
    string Column,
    string? Value,
    string Code,
    string Message,
    bool IsError
);

/// <summary>
/// The office's workbook as typed lines, with everything wrong that can be seen without the database. Lines with
/// errors are in the lists too: a code that stands in the file is there, though its name be missing.
/// </summary>
public sealed class Workbook
{
    public required string FileName { get; init; }

    /// <summary>Why the file could not be read at all; then there are no lines, and one issue that says the same.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>The single year of the file, or the one asked for; null where there is none or it is in error.</summary>
    public int? Year { get; init; }

    /// <summary>Which of the sheets (<see cref="WorkbookForm"/>) are in the file, empty ones included.</summary>
    public IReadOnlySet<string> Sheets { get; init; } = new HashSet<string>();

    /// <summary>Sheets that are there but have no header, so none of their lines.</summary>
    public IReadOnlySet<string> UnreadSheets { get; init; } = new HashSet<string>();
    public IReadOnlyList<OrganizationRow> Organizations { get; init; } = [];
    public IReadOnlyList<MemberRow> Members { get; init; } = [];
    public IReadOnlyList<MemberGradeRow> MemberGrades { get; init; } = [];
    public IReadOnlyList<OrganizationGradeRow> OrganizationGrades { get; init; } = [];
    public IReadOnlyList<TargetRow> Targets { get; init; } = [];
    public IReadOnlyList<AggregateRow> Aggregates { get; init; } = [];

    /// <summary>In the order of sheets and rows.</summary>
    public IReadOnlyList<WorkbookIssue> Issues { get; init; } = [];

    public bool HasErrors => Issues.Any(issue => issue.IsError);

    /// <summary>The lines of «Tổ chức» by code; of two with one code the first.</summary>
    public IReadOnlyDictionary<string, OrganizationRow> OrganizationsByCode => byCode ??= IndexOrganizations();

    private Dictionary<string, OrganizationRow>? byCode;

    /// <summary>
    /// An unknown number on this line follows from a member's line whose own number is in error (and named there), so
    /// it is not to be named again (samples: an error is named once).
    /// </summary>
    public bool FollowsFromFaultyMember(MemberGradeRow grade) =>
        UnreadSheets.Contains(WorkbookForm.Members.Name)
        || grade.FullName is not null && FaultyMembers.Contains((VietnameseText.Fold(grade.FullName), grade.CellCode));

    private HashSet<(string Name, string? CellCode)> FaultyMembers =>
        faultyMembers ??= Members
            .Where(member => member.IdentityIsFaulty && member.FullName is not null)
            .Select(member => (VietnameseText.Fold(member.FullName!), member.CellCode))
            .ToHashSet();

    private HashSet<(string Name, string? CellCode)>? faultyMembers;

    /// <summary>
    /// Some organization of the file could not be read or has no code (and is named for it), so a code that is nowhere
    /// may be meant for it and is not to be named again.
    /// </summary>
    public bool SomeOrganizationHasNoCode =>
        UnreadSheets.Contains(WorkbookForm.Organizations.Name) || Organizations.Any(row => row.Code is null);

    internal Workbook With(int? year, IReadOnlyList<WorkbookIssue> issues) =>
        new()
        {
            FileName = FileName,
            Year = year,
            Sheets = Sheets,
            UnreadSheets = UnreadSheets,
            Organizations = Organizations,
            Members = Members,
            MemberGrades = MemberGrades,
            OrganizationGrades = OrganizationGrades,
            Targets = Targets,
            Aggregates = Aggregates,
            Issues = issues,
        };

    private Dictionary<string, OrganizationRow> IndexOrganizations()
    {
        var index = new Dictionary<string, OrganizationRow>(Organizations.Count, StringComparer.Ordinal);
        foreach (var row in Organizations)
        {
            if (row.Code is not null)
            {
                index.TryAdd(row.Code, row);
            }
        }

        return index;
    }
}
