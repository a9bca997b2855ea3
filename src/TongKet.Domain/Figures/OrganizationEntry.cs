using TongKet.Domain.Organizations;

namespace TongKet.Domain.Figures;

/// <summary>An organization as it was on a day (a version in force), the row that figures of organizations count.</summary>
public sealed class OrganizationEntry
{
    public long OrganizationId { get; init; }
    public required string Name { get; init; }
    public required string Code { get; init; }
    public OrganizationKind Kind { get; init; }
    public DateOnly FromOn { get; init; }
    public DateOnly? ToOn { get; init; }
    public bool FromIsKnown { get; init; }
}
