using TongKet.Domain.Members;
using TongKet.Domain.Regulations;

namespace TongKet.Domain.Reviews;

/// <summary>
/// A member on the roster of a year's review: his stay on the day the roster was closed, with the grade or reason
/// of that year. So graded + reasons + nothing recorded = members, by construction.
/// </summary>
public sealed class RosterEntry
{
    public required Stay Stay { get; init; }
    public long CellId { get; init; }
    public long? GradeId { get; init; }
    public Grade Grade { get; init; }
    public NoGradeReason Reason { get; init; }
}
