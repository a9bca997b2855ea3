namespace TongKet.Domain.Organizations;

/// <summary>What somebody wants an organization to be called and to be, from a day on.</summary>
public sealed record OrganizationForm(
    string Name,
    string Code,
    OrganizationKind Kind,
    string? DutyGroup,
    int SortOrder,
    bool CountsOnly
);

/// <summary>One organization with all its dated records, each in the order of its days.</summary>
public sealed record OrganizationRecord(
    Organization Organization,
    IReadOnlyList<OrganizationVersion> Versions,
    IReadOnlyList<OrganizationPlace> Places
)
{
    public OrganizationVersion LastVersion => Versions[^1];

    public OrganizationPlace LastPlace => Places[^1];

    /// <summary>The day from which it is no more; null while it lasts.</summary>
    public DateOnly? EndsOn => LastVersion.ToOn;
}
