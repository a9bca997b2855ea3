using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>A sheet that spans more cells than anybody filled: a stray cell at its end, or a hostile file.</summary>
internal sealed class SheetTooLargeException(string sheet, int rows, int columns) : Exception
{
    public string Sheet { get; } = sheet;
    public int Rows { get; } = rows;
    public int Columns { get; } = columns;
}

/// <summary>Goes through the sheets of a file and reads those of the form, found by name.</summary>
internal static class WorkbookSheets
{
    public static Workbook Read(SheetSource reader, string fileName, IssueList issues, int latestYear)
    {
        var found = new HashSet<string>();
        List<OrganizationRow> organizations = [];
        List<MemberRow> members = [];
        List<MemberGradeRow> memberGrades = [];
        List<OrganizationGradeRow> organizationGrades = [];
        List<TargetRow> targets = [];
        List<AggregateRow> aggregates = [];
        do
        {
            if (Find(reader.Name, found, issues) is not { } form)
            {
                continue;
            }

            CheckSize(reader);
            if (form == WorkbookForm.Organizations)
            {
                organizations = SheetReader.Read(reader, form, issues, OrganizationSheet.Read);
            }
            else if (form == WorkbookForm.Members)
            {
                members = SheetReader.Read(reader, form, issues, MemberSheet.Read);
            }
            else if (form == WorkbookForm.MemberGrades)
            {
                memberGrades = SheetReader.Read(reader, form, issues, cells => GradeSheets.ReadMember(cells, latestYear));
            }
            else if (form == WorkbookForm.OrganizationGrades)
            {
                organizationGrades = SheetReader.Read(
                    reader,
                    form,
                    issues,
                    cells => GradeSheets.ReadOrganization(cells, latestYear)
                );
            }
            else if (form == WorkbookForm.Targets)
            {
                targets = SheetReader.Read(reader, form, issues, cells => TargetSheets.ReadTarget(cells, latestYear));
            }
            else
            {
                aggregates = SheetReader.Read(reader, form, issues, cells => TargetSheets.ReadAggregate(cells, latestYear));
            }
        } while (reader.NextSheet());

        return new()
        {
            FileName = fileName,
            Sheets = found,
            UnreadSheets = issues.UnreadSheets,
            Organizations = organizations,
            Members = members,
            MemberGrades = memberGrades,
            OrganizationGrades = organizationGrades,
            Targets = targets,
            Aggregates = aggregates,
        };
    }

    private static SheetForm? Find(string name, HashSet<string> found, IssueList issues)
    {
        var key = VietnameseText.Fold(name);
        var form = WorkbookForm.Sheets.FirstOrDefault(form => VietnameseText.Fold(form.Name) == key);
        if (form is null)
        {
            if (key != VietnameseText.Fold(WorkbookReader.GuideSheet) && key != VietnameseText.Fold(WorkbookReader.ListsSheet))
            {
                issues.Add(name, 0, "", null, "exchange.sheet.unknown", isError: false, name);
            }

            return null;
        }

        if (!found.Add(form.Name))
        {
            issues.Add(form.Name, 1, "", null, "exchange.sheet.twice", isError: true, name);
            return null;
        }

        return form;
    }

    private static void CheckSize(SheetSource reader)
    {
        if (
            reader.RowCount > WorkbookLimits.Rows
            || reader.FieldCount > WorkbookLimits.Columns
            || (long)reader.RowCount * reader.FieldCount > WorkbookLimits.SpannedCells
        )
        {
            throw new SheetTooLargeException(reader.Name, reader.RowCount, reader.FieldCount);
        }
    }
}
