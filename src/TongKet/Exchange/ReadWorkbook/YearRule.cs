namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// One file, one year: the single value of «Năm», or the one asked for. The year that most lines name is the file's;
/// lines with another are in error.
/// </summary>
internal static class YearRule
{
    private sealed record YearAt(SheetForm Form, int Row, int Column, int Year);

    public static int? Decide(Workbook workbook, int? asked, IssueList issues)
    {
        var years = Years(workbook).ToList();
        if (years.Count == 0)
        {
            // A year that could not be read is named at its cell already.
            if (asked is null && !HasLinesOfAYear(workbook))
            {
                issues.Add("", 0, "", null, "exchange.year.none", isError: true);
            }

            return asked;
        }

        var ofFile = years.CountBy(at => at.Year).MaxBy(pair => pair.Value).Key;
        if (asked is { } wanted && !years.Any(at => at.Year == wanted))
        {
            var first = years[0];
            issues.Error(first.Form, first.Row, first.Column, Text(first.Year), "exchange.year.not-the-asked", ofFile, wanted);
            return null;
        }

        var year = asked ?? ofFile;
        foreach (var at in years.Where(at => at.Year != year))
        {
            issues.Error(at.Form, at.Row, at.Column, Text(at.Year), "exchange.year.two-years", at.Year, year);
        }

        return year;
    }

    /// <summary>A movement outside the year of the file is doubtful: it may be left over from last year's file.</summary>
    public static void CheckMovements(Workbook workbook, int year, IssueList issues)
    {
        foreach (var row in workbook.Members)
        {
            if (row.CameOn is { } came && came.Year != year)
            {
                issues.Warning(
                    WorkbookForm.Members,
                    row.Row,
                    MemberColumn.CameOn,
                    Shown(came),
                    "exchange.member.not-this-year",
                    year
                );
            }

            if (row.StateOn is { } on && (on.Year > year || (on.Year < year && row.State is { } state && state.EndsStay())))
            {
                issues.Warning(
                    WorkbookForm.Members,
                    row.Row,
                    MemberColumn.StateOn,
                    Shown(on),
                    "exchange.member.not-this-year",
                    year
                );
            }
        }
    }

    private static IEnumerable<YearAt> Years(Workbook workbook)
    {
        var all = workbook
            .MemberGrades.Select(row => (WorkbookForm.MemberGrades, row.Row, MemberGradeColumn.Year, row.Year))
            .Concat(
                workbook.OrganizationGrades.Select(row =>
                    (WorkbookForm.OrganizationGrades, row.Row, OrganizationGradeColumn.Year, row.Year)
                )
            )
            .Concat(workbook.Targets.Select(row => (WorkbookForm.Targets, row.Row, TargetColumn.Year, row.Year)))
            .Concat(workbook.Aggregates.Select(row => (WorkbookForm.Aggregates, row.Row, AggregateColumn.Year, row.Year)));
        foreach (var (form, row, column, year) in all)
        {
            if (year is { } known)
            {
                yield return new(form, row, column, known);
            }
        }
    }

    private static bool HasLinesOfAYear(Workbook workbook) =>
        workbook.MemberGrades.Count + workbook.OrganizationGrades.Count + workbook.Targets.Count + workbook.Aggregates.Count > 0;

    private static string Text(int year) => year.ToString("0000");

    private static string Shown(DateOnly on) => on.ToString("dd'/'MM'/'yyyy");
}
