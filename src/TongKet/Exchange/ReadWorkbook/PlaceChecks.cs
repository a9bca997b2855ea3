using TongKet.Domain.Organizations;
using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>Where the lines of one sheet point to lines of another in the same file. What is not in the file is for the database to tell.</summary>
internal static class PlaceChecks
{
    public static void Check(Workbook workbook, IssueList issues)
    {
        var organizations = workbook.OrganizationsByCode;
        foreach (var row in workbook.Members)
        {
            if (IsNoCell(organizations, row.CellCode) is { } kind)
            {
                issues.Error(
                    WorkbookForm.Members,
                    row.Row,
                    MemberColumn.Cell,
                    row.CellCode,
                    "exchange.member.not-a-cell",
                    Name(kind)
                );
            }
        }

        foreach (var row in workbook.MemberGrades)
        {
            if (IsNoCell(organizations, row.CellCode) is { } kind)
            {
                issues.Error(
                    WorkbookForm.MemberGrades,
                    row.Row,
                    MemberGradeColumn.Cell,
                    row.CellCode,
                    "exchange.member.not-a-cell",
                    Name(kind)
                );
            }
        }

        CompareNames(workbook, issues);
    }

    private static OrganizationKind? IsNoCell(IReadOnlyDictionary<string, OrganizationRow> organizations, string? code) =>
        code is not null && organizations.TryGetValue(code, out var row) && row.Kind is { } kind && !kind.IsCell() ? kind : null;

    private static string Name(OrganizationKind kind) => WorkbookWords.Kinds.NameOf(kind);

    // A number copied one line too low gives each member the grade of his neighbour; the names show it.
    private static void CompareNames(Workbook workbook, IssueList issues)
    {
        var names = new Dictionary<string, string>(workbook.Members.Count, StringComparer.Ordinal);
        foreach (var row in workbook.Members)
        {
            if (row is { CitizenId: { } number, FullName: { } name })
            {
                names.TryAdd(number, name);
            }
        }

        foreach (var row in workbook.MemberGrades)
        {
            if (
                row is { CitizenId: { } number, FullName: { } written }
                && names.TryGetValue(number, out var name)
                && written != name
                && VietnameseText.Fold(written) != VietnameseText.Fold(name)
            )
            {
                issues.Warning(
                    WorkbookForm.MemberGrades,
                    row.Row,
                    MemberGradeColumn.FullName,
                    written,
                    "exchange.grade.other-name",
                    name
                );
            }
        }
    }
}
