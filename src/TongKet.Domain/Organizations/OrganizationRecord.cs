using TongKet.Domain.Values;

namespace TongKet.Domain.Organizations;

/// <summary>What somebody wants an organization to be called and to be, from a day on.</summary>
public sealed record OrganizationForm(
    string Name,
    string Code,
    OrganizationKind Kind,
    string? DutyGroup,
    int SortOrder,
    bool CountsOnly
)
{
    public static readonly TextLength NameLength = new("organizations.column.name", 300);
    public static readonly TextLength CodeLength = new("organizations.column.code", 50);
    public static readonly TextLength DutyGroupLength = new("organizations.column.duty-group", 200);

    /// <param name="was">What it is called now; what a file brought may be longer.</param>
    public IEnumerable<Refusal> CheckTexts(OrganizationVersion? was) =>
        new[]
        {
            NameLength.Check(Name, was?.Name),
            CodeLength.Check(Code, was?.Code),
            DutyGroupLength.Check(DutyGroup, was?.DutyGroup),
        }.OfType<Refusal>();
}

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
