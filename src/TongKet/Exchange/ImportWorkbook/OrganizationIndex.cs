using TongKet.Domain.Organizations;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>Finds an organization by the code it bears at the end of the file's year, in the file or in the database.</summary>
public sealed class OrganizationIndex(ImportPlan plan)
{
    private readonly Dictionary<string, OrganizationHistory?> byCode = [];
    private readonly Dictionary<long, OrganizationHistory> byId = [];

    /// <summary>An organization that the file brings in.</summary>
    public OrganizationHistory AddNew(string code)
    {
        var history = new OrganizationHistory(plan.NextId(), isNew: true);
        byCode[code] = history;
        byId[history.Id] = history;
        return history;
    }

    public OrganizationHistory? Find(string? code)
    {
        if (code is null)
        {
            return null;
        }

        if (!byCode.TryGetValue(code, out var found))
        {
            found = FindKnown(code);
            byCode[code] = found;
            if (found is not null)
            {
                byId[found.Id] = found;
            }
        }

        return found;
    }

    /// <summary>Whose file it is: the organization at its top, where that lies in the scope.</summary>
    public OrganizationHistory? Top =>
        Find(plan.Workbook.Organizations.FirstOrDefault(row => row.HasNoParent)?.Code) is { } top && IsInScope(top.Id)
            ? top
            : null;

    public OrganizationHistory? ById(long id) => byId.GetValueOrDefault(id) ?? plan.Known.Organizations.GetValueOrDefault(id);

    /// <summary>What is new in the file stands under something that was in the scope.</summary>
    public bool IsInScope(long id) => plan.Scope.Holds(id) || ById(id) is { IsNew: true };

    /// <summary>The code by which a message may name it; of what lies outside the scope nothing is told.</summary>
    public string CodeOf(long id) =>
        IsInScope(id) && ById(id) is { } organization
            ? (organization.VersionFor(plan.LastDay) ?? organization.Versions[^1]).Code
            : "…";

    /// <summary>
    /// The organization of a code in a cell, or an error there: no such one, or outside the scope. Where an organization
    /// of the file has lost its code, that one may be meant, and it is named at its own row.
    /// </summary>
    public OrganizationHistory? Require(SheetForm sheet, WorkbookRow row, int column, string? code)
    {
        if (code is null)
        {
            return null;
        }

        var found = Find(code);
        if (found is null)
        {
            if (!plan.Workbook.SomeOrganizationHasNoCode)
            {
                plan.Issues.Error(sheet, row, column, code, "exchange.import.organization-unknown", code, plan.Year);
            }
        }
        else if (!IsInScope(found.Id))
        {
            plan.Issues.Error(sheet, row, column, code, "exchange.import.outside-scope", code);
            return null;
        }

        return found;
    }

    /// <summary>The same for a cell of the Party; anything else holds no members.</summary>
    public OrganizationHistory? RequireCell(SheetForm sheet, WorkbookRow row, int column, string? code)
    {
        var found = Require(sheet, row, column, code);
        // A kind in error is named at its own row.
        if (found?.Kind is { } kind && !kind.IsCell())
        {
            plan.Issues.Error(sheet, row, column, code, "exchange.import.not-a-cell", code!);
            return null;
        }

        return found;
    }

    private OrganizationHistory? FindKnown(string code)
    {
        if (!plan.Known.OrganizationsByCode.TryGetValue(code, out var bearers))
        {
            return null;
        }

        var found =
            bearers.Find(o => o.VersionOn(plan.LastDay)?.Code == code)
            ?? bearers.Find(o => o.VersionFor(plan.LastDay)?.Code == code);
        if (found is { Kind: null })
        {
            found.Kind = found.VersionFor(plan.LastDay)!.Kind;
        }

        return found;
    }
}
