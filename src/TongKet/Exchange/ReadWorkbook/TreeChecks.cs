namespace TongKet.Exchange.ReadWorkbook;

/// <summary>The organizations of one file stand under one top, and none stands under itself.</summary>
internal static class TreeChecks
{
    public static void Check(Workbook workbook, IssueList issues)
    {
        if (workbook.Organizations.Count == 0)
        {
            return;
        }

        var hasCycle = CheckCycles(workbook, issues);
        CheckTop(workbook.Organizations, issues, hasCycle);
    }

    // Of several rows without a parent the one of the highest kind is meant as the top; the others lost theirs.
    private static void CheckTop(IReadOnlyList<OrganizationRow> rows, IssueList issues, bool hasCycle)
    {
        var tops = rows.Where(row => row.HasNoParent).ToList();
        if (tops.Count == 0)
        {
            // A top that was put under its own subtree is named as that.
            if (!hasCycle)
            {
                issues.Error(
                    WorkbookForm.Organizations,
                    rows[0].Row,
                    OrganizationColumn.Parent,
                    rows[0].ParentCode,
                    "exchange.organization.no-top"
                );
            }

            return;
        }

        var top = tops.MinBy(row => row.Kind is { } kind ? (int)kind : int.MaxValue)!;
        foreach (var row in tops.Where(row => row != top))
        {
            issues.Error(
                WorkbookForm.Organizations,
                row.Row,
                OrganizationColumn.Parent,
                null,
                "exchange.organization.second-top",
                top.Row,
                top.Code ?? ""
            );
        }
    }

    // Follows each chain upwards once; a chain that meets itself is named at the first row of the ring.
    private static bool CheckCycles(Workbook workbook, IssueList issues)
    {
        var byCode = workbook.OrganizationsByCode;
        var walkOf = new Dictionary<OrganizationRow, int>(ReferenceEqualityComparer.Instance);
        var found = false;
        var walk = 0;
        foreach (var start in byCode.Values)
        {
            walk++;
            var row = start;
            while (row is not null && walkOf.TryAdd(row, walk))
            {
                row = row.ParentCode is { } parent ? byCode.GetValueOrDefault(parent) : null;
            }

            if (row is not null && walkOf[row] == walk)
            {
                found = true;
                Name(Ring(row, byCode), issues);
            }
        }

        return found;
    }

    private static List<OrganizationRow> Ring(OrganizationRow on, IReadOnlyDictionary<string, OrganizationRow> byCode)
    {
        var ring = new List<OrganizationRow> { on };
        for (var row = byCode[on.ParentCode!]; row != on; row = byCode[row.ParentCode!])
        {
            ring.Add(row);
        }

        return ring;
    }

    private static void Name(List<OrganizationRow> ring, IssueList issues)
    {
        var at = ring.MinBy(row => row.Row)!;
        if (ring.Count == 1)
        {
            issues.Error(
                WorkbookForm.Organizations,
                at.Row,
                OrganizationColumn.Parent,
                at.ParentCode,
                "exchange.organization.own-parent"
            );
            return;
        }

        // From the named row upwards until it is met again.
        var first = ring.IndexOf(at);
        var path = ring.Skip(first).Concat(ring.Take(first)).Append(at).Select(row => row.Code);
        issues.Error(
            WorkbookForm.Organizations,
            at.Row,
            OrganizationColumn.Parent,
            at.ParentCode,
            "exchange.organization.cycle",
            string.Join(" → ", path)
        );
    }
}
