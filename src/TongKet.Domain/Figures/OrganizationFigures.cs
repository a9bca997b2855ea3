namespace TongKet.Domain.Figures;

/// <summary>Organizations by what they count as (figures.md; rules.md §1.2), from the versions in force.</summary>
public static class OrganizationFigures
{
    public static readonly RecordSet<OrganizationEntry> Organizations = new RecordSet<OrganizationEntry>(
        "organization",
        o => o.OrganizationId,
        (o, on) => o.FromOn <= on.Day && (o.ToOn == null || o.ToOn > on.Day),
        (o, on) => o.FromOn <= on.Day && (o.ToOn == null || o.ToOn > on.Day) && !o.FromIsKnown && o.FromOn >= on.PeriodStart
    )
        .Day(o => o.FromOn)
        .Day(o => o.ToOn)
        .Code(o => o.Kind)
        .Flag(o => o.FromIsKnown);

    public static readonly IReadOnlyList<Figure> All =
    [
        new SumFigure("grassroots_party_org_count", ["grassroots_party_committee_count", "grassroots_cell_count"])
        {
            UsesGrassrootsDefinition = true,
        },
        Organizations.Count(
            "grassroots_party_committee_count",
            (o, on) =>
                o.FromOn <= on.Day && (o.ToOn == null || o.ToOn > on.Day) && on.Rules.GrassrootsCommitteeKinds.Contains(o.Kind)
        ) with
        {
            UsesGrassrootsDefinition = true,
        },
        Organizations.Count(
            "grassroots_cell_count",
            (o, on) => o.FromOn <= on.Day && (o.ToOn == null || o.ToOn > on.Day) && on.Rules.GrassrootsCellKinds.Contains(o.Kind)
        ) with
        {
            UsesGrassrootsDefinition = true,
        },
        Organizations.Count(
            "subordinate_cell_count",
            (o, on) => o.FromOn <= on.Day && (o.ToOn == null || o.ToOn > on.Day) && on.Rules.SubordinateCellKinds.Contains(o.Kind)
        ) with
        {
            UsesGrassrootsDefinition = true,
        },
        Organizations.Count(
            "departmental_party_committee_count",
            (o, on) =>
                o.FromOn <= on.Day
                && (o.ToOn == null || o.ToOn > on.Day)
                && o.Kind == TongKet.Domain.Organizations.OrganizationKind.SectionalOrganization
        ),
    ];
}
