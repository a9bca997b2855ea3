using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Reviews;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// Groups in which more are Excellent than the rule set in force, or a document for the group, allows. What was decided
/// stands, so it is a warning: organizations by the groups of the regime under one committee, members by grassroots
/// organization.
/// </summary>
internal sealed class CapWarnings(ImportPlan plan)
{
    private readonly RuleSet rules = YearOfReview.Rules(plan);
    private readonly HashSet<OrganizationKind> grassroots =
    [
        .. plan
            .Rules.InForce(RuleBook.OrganizationStructure, plan.LastDay)["grassroots_committee_kinds"]
            .Names<OrganizationKind>(),
        .. plan.Rules.InForce(RuleBook.OrganizationStructure, plan.LastDay)["grassroots_cell_kinds"].Names<OrganizationKind>(),
    ];

    public void Tell()
    {
        if (plan.Workbook.OrganizationGrades.Count > 0)
        {
            TellOfOrganizations();
        }

        if (plan.Workbook.MemberGrades.Count > 0)
        {
            TellOfMembers();
        }
    }

    private void TellOfOrganizations()
    {
        var touched = plan
            .Workbook.OrganizationGrades.Select(row => plan.Organizations.Find(row.Code))
            .OfType<OrganizationHistory>()
            .Where(IsGrassroots)
            .Select(GroupOf)
            .ToHashSet();
        var graded = plan
            .Known.OrganizationGrades.Select(pair => (Organization: plan.Organizations.ById(pair.Key), pair.Value.Grade))
            .Where(g => g.Organization is not null && IsGrassroots(g.Organization))
            .GroupBy(g => GroupOf(g.Organization!), g => g.Grade);
        foreach (var group in graded.Where(g => touched.Contains(g.Key)).OrderBy(g => g.Key.Group, StringComparer.Ordinal))
        {
            var (parent, key) = group.Key;
            var allowance = Allowed(parent, CapKey.Organizations(key));
            Warn(WorkbookForm.OrganizationGrades, OrganizationGradeColumn.Grade, CapGroups.NameOf(key), group, allowance);
        }
    }

    private void TellOfMembers()
    {
        var cells = plan
            .Workbook.MemberGrades.Select(row => plan.Organizations.Find(row.CellCode)?.Id)
            .OfType<long>()
            .ToHashSet();
        var unitOf = cells.ToDictionary(id => id, id => UnitOf(plan.Organizations.ById(id)));
        var graded = plan
            .Members.Graded.Concat(plan.Known.OtherGrades)
            .Where(g => unitOf.GetValueOrDefault(g.CellId) is not null)
            .GroupBy(g => unitOf[g.CellId]!, g => g.Grade);
        foreach (var unit in graded)
        {
            var name = plan.Organizations.CodeOf(unit.Key.Id);
            Warn(WorkbookForm.MemberGrades, MemberGradeColumn.Grade, name, unit, Allowed(unit.Key.Id, CapKey.Members));
        }
    }

    /// <summary>What a document allows a group of those that one body decides on.</summary>
    private CapAllowance? Allowed(long? bodyId, CapKey key) =>
        plan.Known.Allowances.Find(a => a.OrganizationId == bodyId && a.Key == key);

    private void Warn(SheetForm sheet, int column, string name, IEnumerable<Grade> grades, CapAllowance? allowance)
    {
        var ofMembers = sheet == WorkbookForm.MemberGrades;
        var count = grades.CountBy(g => g).ToDictionary(c => c.Key, c => c.Value);
        var excellent = count.GetValueOrDefault(Grade.Excellent);
        var group = new CapGroup(
            name,
            count.Where(c => c.Key != Grade.None).Sum(c => c.Value),
            excellent,
            count.GetValueOrDefault(Grade.Good)
        );
        var reading = ExcellentCapRule.Read(
            group,
            ofMembers ? CapRules.OfMembers(rules) : CapRules.OfOrganizations(rules),
            allowance?.Decision
        );
        // A document that the share may be exceeded names no other: it is exceeded by it.
        if (excellent > 0 && reading.Room < 0 && allowance?.Kind != CapAllowanceKind.Excess)
        {
            plan.Issues.Warn(
                sheet,
                0,
                column,
                name,
                "exchange.import.cap-over-" + (ofMembers ? "members" : "organizations"),
                name,
                excellent,
                reading.Limit,
                -reading.Room
            );
        }
    }

    private bool IsGrassroots(OrganizationHistory organization) => KindOf(organization) is { } kind && grassroots.Contains(kind);

    private (long? ParentId, string Group) GroupOf(OrganizationHistory organization) =>
        (
            organization.PlaceOn(plan.LastDay)?.ParentId,
            CapRules.OfOrganizations(rules).Grouping == CapGrouping.KindUnderSuperior && KindOf(organization) is { } kind
                ? kind.ToString()
                : organization.VersionFor(plan.LastDay)?.DutyGroup ?? ""
        );

    /// <summary>The grassroots organization that a cell is or stands under.</summary>
    private OrganizationHistory? UnitOf(OrganizationHistory? organization)
    {
        // A cycle is an error already; here it must only not run for ever.
        for (var steps = 0; organization is not null && steps < 20; steps++)
        {
            if (IsGrassroots(organization))
            {
                return organization;
            }

            organization = organization.PlaceOn(plan.LastDay)?.ParentId is { } parentId
                ? plan.Organizations.ById(parentId)
                : null;
        }

        return null;
    }

    private OrganizationKind? KindOf(OrganizationHistory organization) =>
        organization.Kind ?? organization.VersionFor(plan.LastDay)?.Kind;
}
