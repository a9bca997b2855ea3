using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// Số gợi ý: how many Excellent the deciding level suggests to a cell before its vote. It binds nobody: the cell votes as it
/// votes, and the share is kept where it is decided.
/// </summary>
public sealed class ExcellentSuggestion
{
    public long Id { get; init; }
    public long CycleId { get; init; }

    /// <summary>The cell it is suggested to.</summary>
    public long OrganizationId { get; init; }
    public int Count { get; set; }

    /// <param name="typed">Null takes it back.</param>
    /// <param name="members">On the register of the day.</param>
    public static Refusal? Check(string cell, int? typed, int members) =>
        typed < 0 || typed > members ? new("review.suggestion.out-of-range", null, cell, members) : null;
}
