using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;

namespace TongKet.Domain.Reviews;

/// <summary>An organization in force on the day the roster was closed, with its grade or reason of that year.</summary>
public sealed class RatedOrganization
{
    public required OrganizationVersion Version { get; init; }
    public long OrganizationId { get; init; }
    public OrganizationKind Kind { get; init; }
    public long? GradeId { get; init; }
    public Grade Grade { get; init; }
    public NoGradeReason Reason { get; init; }
}
