namespace TongKet.Exchange.ReadWorkbook;

/// <summary>Keys that stand twice: organization = code; member = CCCD; grade = subject and year; target = code, organization, year.</summary>
internal static class KeyChecks
{
    public static void Check(Workbook workbook, IssueList issues)
    {
        CheckOrganizations(workbook, issues);
        CheckMembers(workbook, issues);
        CheckGrades(workbook, issues);
        CheckTargets(workbook, issues);
    }

    private static void CheckOrganizations(Workbook workbook, IssueList issues)
    {
        var codes = new Duplicates<string>(
            issues,
            WorkbookForm.Organizations,
            OrganizationColumn.Code,
            "exchange.organization.code-twice"
        );
        foreach (var row in workbook.Organizations)
        {
            if (row.Code is { } code)
            {
                codes.Check(row.Row, code, code);
            }
        }
    }

    private static void CheckMembers(Workbook workbook, IssueList issues)
    {
        var identities = new Duplicates<string>(
            issues,
            WorkbookForm.Members,
            MemberColumn.CitizenId,
            "exchange.member.cccd-twice"
        );
        var records = new Duplicates<string>(
            issues,
            WorkbookForm.Members,
            MemberColumn.RecordNumber,
            "exchange.member.record-number-twice"
        );
        var doubtful = new Duplicates<string>(
            issues,
            WorkbookForm.Members,
            MemberColumn.Card,
            "exchange.member.card-twice",
            isError: false
        );
        var cards = new Duplicates<string>(issues, WorkbookForm.Members, MemberColumn.Card, "exchange.member.card-twice");
        foreach (var row in workbook.Members)
        {
            if ((row.CitizenId ?? row.OldIdentityNumber) is { } number)
            {
                identities.Check(row.Row, number, number);
            }

            // Without a CCCD the record number, else the card, is what finds the member again.
            if (row.CitizenId is null && row.RecordNumber is { } record)
            {
                records.Check(row.Row, record, record);
            }
            else if (row.CitizenId is null && row.CardNumber is { } key)
            {
                cards.Check(row.Row, key, key);
            }
            else if (row.CardNumber is { } card)
            {
                doubtful.Check(row.Row, card, card);
            }
        }
    }

    private static void CheckGrades(Workbook workbook, IssueList issues)
    {
        var members = new Duplicates<(string, int?)>(
            issues,
            WorkbookForm.MemberGrades,
            MemberGradeColumn.CitizenId,
            "exchange.grade.member-twice"
        );
        foreach (var row in workbook.MemberGrades)
        {
            if (row.Key is { } key)
            {
                members.Check(row.Row, (key, row.Year), key);
            }
        }

        var organizations = new Duplicates<(string, int?)>(
            issues,
            WorkbookForm.OrganizationGrades,
            OrganizationGradeColumn.Code,
            "exchange.grade.organization-twice"
        );
        foreach (var row in workbook.OrganizationGrades)
        {
            if (row.Code is { } code)
            {
                organizations.Check(row.Row, (code, row.Year), code);
            }
        }
    }

    private static void CheckTargets(Workbook workbook, IssueList issues)
    {
        var targets = new Duplicates<(string, string, int?)>(
            issues,
            WorkbookForm.Targets,
            TargetColumn.Code,
            "exchange.target.twice"
        );
        foreach (var row in workbook.Targets)
        {
            if (row is { Code: { } code, OrganizationCode: { } organization })
            {
                targets.Check(row.Row, (code, organization, row.Year), code);
            }
        }

        var aggregates = new Duplicates<(string, string, DateOnly)>(
            issues,
            WorkbookForm.Aggregates,
            AggregateColumn.Figure,
            "exchange.aggregate.twice"
        );
        foreach (var row in workbook.Aggregates)
        {
            if (row is { OrganizationCode: { } organization, FigureCode: { } figure, AsOf: { } asOf })
            {
                aggregates.Check(row.Row, (organization, figure, asOf), figure);
            }
        }
    }
}
