using TongKet.Domain.Organizations;
using TongKet.Exchange.ReadWorkbook;
using Column = TongKet.Exchange.ReadWorkbook.OrganizationColumn;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// The tree as it would be at the end of the year, file and database together: no organization under itself, and each
/// kind only where the rule set of that day has it.
/// </summary>
internal sealed class OrganizationTreeChecks(
    ImportPlan plan,
    IReadOnlyList<(OrganizationRow Row, OrganizationHistory Organization)> lines
)
{
    private static readonly SheetForm Sheet = WorkbookForm.Organizations;

    private readonly Dictionary<OrganizationHistory, OrganizationRow> rows = lines.ToDictionary(l => l.Organization, l => l.Row);

    public void Check()
    {
        var inCycle = CheckCycles();
        var kinds = plan.Rules.KindsOn(plan.LastDay).ToHashSet();
        foreach (var (row, organization) in lines)
        {
            if (row.Kind is not { } kind)
            {
                continue;
            }

            if (kind.IsPartyOrganization() && !kinds.Contains(kind))
            {
                plan.Issues.Error(
                    Sheet,
                    row,
                    Column.Kind,
                    KindName(kind),
                    "exchange.import.kind-not-in-force",
                    KindName(kind),
                    plan.LastDay
                );
            }
            else if (!inCycle.Contains(organization) && organization.Parent is { } parent && KindOf(parent) is { } above)
            {
                CheckParent(row, kind, above, parent, kinds);
            }

            CheckBelow(row, organization, kind);
        }
    }

    private void CheckParent(
        OrganizationRow row,
        OrganizationKind kind,
        OrganizationKind above,
        OrganizationHistory parent,
        HashSet<OrganizationKind> kinds
    )
    {
        // A parent of a kind that is gone is named at its own row; below it nothing more is wrong.
        if (!above.IsPartyOrganization() ? !kind.IsPartyOrganization() : !kinds.Contains(above) && rows.ContainsKey(parent))
        {
            return;
        }

        if (kind.IsPartyOrganization() && !plan.Rules.ChildrenOf(above, plan.LastDay).Contains(kind))
        {
            plan.Issues.Error(
                Sheet,
                row,
                Column.Parent,
                row.ParentCode,
                "exchange.import.kind-under-kind",
                KindName(kind),
                KindName(above),
                plan.LastDay
            );
        }
    }

    /// <summary>Those right under it that the file does not name must still be right under its new kind.</summary>
    private void CheckBelow(OrganizationRow row, OrganizationHistory organization, OrganizationKind kind)
    {
        if (!kind.IsPartyOrganization() || organization.VersionFor(plan.LastDay) is not { } version || version.Kind == kind)
        {
            return;
        }

        var allowed = plan.Rules.ChildrenOf(kind, plan.LastDay);
        var below = plan.Known.Organizations.Values.Where(o =>
            !rows.ContainsKey(o) && o.PlaceOn(plan.LastDay)?.ParentId == organization.Id
        );
        if (
            below.FirstOrDefault(o =>
                o.VersionOn(plan.LastDay) is { } v && v.Kind.IsPartyOrganization() && !allowed.Contains(v.Kind)
            ) is
            { } wrong
        )
        {
            plan.Issues.Error(
                Sheet,
                row,
                Column.Kind,
                KindName(kind),
                "exchange.import.kind-over-below",
                KindName(kind),
                wrong.Name
            );
        }
        else if (!kind.IsCell() && plan.Known.CellMembers.Any(m => m.CellId == organization.Id))
        {
            plan.Issues.Error(Sheet, row, Column.Kind, KindName(kind), "exchange.import.kind-has-members", KindName(kind));
        }
    }

    private HashSet<OrganizationHistory> CheckCycles()
    {
        var inCycle = new HashSet<OrganizationHistory>();
        var done = new HashSet<OrganizationHistory>();
        foreach (var (_, start) in lines)
        {
            var path = new List<OrganizationHistory>();
            for (var o = start; o is not null && !done.Contains(o); o = ParentOf(o))
            {
                var at = path.IndexOf(o);
                if (at >= 0)
                {
                    Name(path[at..]);
                    inCycle.UnionWith(path[at..]);
                    break;
                }

                path.Add(o);
            }

            done.UnionWith(path);
        }

        return inCycle;
    }

    private void Name(List<OrganizationHistory> cycle)
    {
        var named = cycle.Where(rows.ContainsKey).Select(o => rows[o]).OrderBy(r => r.Row).ToList();
        if (!named.Exists(row => plan.Issues.IsNamed(Sheet, row, Column.Parent)))
        {
            plan.Issues.Error(Sheet, named[0], Column.Parent, named[0].ParentCode, "exchange.import.cycle", named[0].Code ?? "");
        }
    }

    private OrganizationHistory? ParentOf(OrganizationHistory organization) =>
        rows.ContainsKey(organization) ? organization.Parent
        : organization.PlaceOn(plan.LastDay)?.ParentId is { } parentId ? plan.Organizations.ById(parentId)
        : null;

    private OrganizationKind? KindOf(OrganizationHistory organization) =>
        rows.ContainsKey(organization) ? organization.Kind : organization.Kind ?? organization.VersionFor(plan.LastDay)?.Kind;

    private static string KindName(OrganizationKind kind) => WorkbookWords.Kinds.NameOf(kind);
}
