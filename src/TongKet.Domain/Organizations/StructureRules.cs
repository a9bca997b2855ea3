namespace TongKet.Domain.Organizations;

/// <summary>
/// Which kinds of Party organizations exist on a day and which may stand right under which, as the rule set of the
/// structure has it. Bodies that are not Party organizations may stand under any Party organization.
/// </summary>
/// <param name="Document">The document that sets it, named in refusals.</param>
public sealed record StructureRules(
    string Document,
    IReadOnlyList<OrganizationKind> Kinds,
    IReadOnlyDictionary<OrganizationKind, IReadOnlyList<OrganizationKind>> Children
)
{
    public bool Exists(OrganizationKind kind) => !kind.IsPartyOrganization() || Kinds.Contains(kind);

    public bool MayStandUnder(OrganizationKind kind, OrganizationKind parent) =>
        parent.IsPartyOrganization()
        && (!kind.IsPartyOrganization() || (Children.TryGetValue(parent, out var children) && children.Contains(kind)));
}

/// <summary>Gives the rules of a day; the room of regulations registers it.</summary>
public sealed record StructureRulesOn(Func<DateOnly, StructureRules> Find);
