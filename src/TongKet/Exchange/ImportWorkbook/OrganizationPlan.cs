using TongKet.Domain.Organizations;
using TongKet.Exchange.ReadWorkbook;
using Column = TongKet.Exchange.ReadWorkbook.OrganizationColumn;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>The sheet «Tổ chức» against the tree of the last day of the year: who is new, what is called or placed otherwise.</summary>
internal sealed class OrganizationPlan(ImportPlan plan)
{
    private static readonly SheetForm Sheet = WorkbookForm.Organizations;

    private readonly List<(OrganizationRow Row, OrganizationHistory Organization)> lines = [];

    public void Compare()
    {
        foreach (var row in plan.Workbook.Organizations)
        {
            // Of two lines with one code the second is in error, and named by the reader.
            if (row.Code is not null && ReferenceEquals(plan.Workbook.OrganizationsByCode[row.Code], row))
            {
                Identify(row, row.Code);
            }
        }

        foreach (var (row, organization) in lines)
        {
            Place(row, organization);
        }

        new OrganizationTreeChecks(plan, lines).Check();
        var timeline = new OrganizationTimeline(plan);
        foreach (var (row, organization) in lines)
        {
            var (isNew, before) = (organization.IsNew, plan.Writes.Count);
            if (row.Name is not null && row.Kind is not null)
            {
                timeline.Put(row, organization);
            }

            plan.Count(Sheet, row, isNew, before);
        }
    }

    private void Identify(OrganizationRow row, string code)
    {
        var organization = plan.Organizations.Find(code);
        if (organization is { IsNew: false } && !plan.Scope.Holds(organization.Id))
        {
            plan.Issues.Error(Sheet, row, Column.Code, code, "exchange.import.outside-scope", code);
            return;
        }

        if (row.FoundedOn > plan.LastDay)
        {
            plan.Issues.Error(Sheet, row, Column.FoundedOn, Day(row.FoundedOn), "exchange.import.founded-later", plan.Year);
        }

        organization ??= plan.Organizations.AddNew(code);
        organization.Kind = row.Kind;
        lines.Add((row, organization));
    }

    /// <summary>What it stands under; the top of the file stays where the database has it.</summary>
    private void Place(OrganizationRow row, OrganizationHistory organization)
    {
        if (row.HasNoParent)
        {
            organization.Parent = PlaceNow(organization) is { ParentId: { } parentId } ? plan.Organizations.ById(parentId) : null;
            if (organization.IsNew && plan.Scope.OrganizationIds is not null)
            {
                plan.Issues.Error(Sheet, row, Column.Parent, null, "exchange.import.new-top", row.Code!);
            }

            return;
        }

        if (row.ParentCode is null)
        {
            return;
        }

        organization.Parent = plan.Organizations.Find(row.ParentCode);
        if (organization.Parent is not { } parent)
        {
            if (!plan.Workbook.SomeOrganizationHasNoCode)
            {
                plan.Issues.Error(
                    Sheet,
                    row,
                    Column.Parent,
                    row.ParentCode,
                    "exchange.import.parent-unknown",
                    row.ParentCode,
                    plan.Year
                );
            }
        }
        else if (!parent.IsNew && !plan.Scope.Holds(parent.Id) && PlaceNow(organization)?.ParentId != parent.Id)
        {
            plan.Issues.Error(Sheet, row, Column.Parent, row.ParentCode, "exchange.import.outside-scope", row.ParentCode);
        }
    }

    private OrganizationPlace? PlaceNow(OrganizationHistory organization) =>
        organization.PlaceOn(plan.LastDay) ?? organization.Places.FirstOrDefault();

    private static string? Day(DateOnly? day) =>
        day?.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
