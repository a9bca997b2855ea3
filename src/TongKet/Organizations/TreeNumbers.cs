using TongKet.Domain.Organizations;

namespace TongKet.Organizations;

/// <summary>A figure that stands beside organizations in lists of them, and the address of its records.</summary>
/// <param name="IsOfCells">Says something of a single cell too; numbers of cells do not.</param>
public sealed record TreeColumn(string Code, string Title, string RecordsAddress, bool IsOfCells);

/// <summary>One such figure of one organization; unknown is null.</summary>
/// <param name="HoldsCountsOnly">Holds counts of units that send no names.</param>
public sealed record TreeNumber(decimal? Value, bool HoldsCountsOnly);

/// <summary>
/// Figures beside organizations. A room further right, which counts them, registers this; the answer holds the
/// organizations asked for, each with all below it, and no other.
/// </summary>
public sealed record TreeNumbers(
    IReadOnlyList<TreeColumn> Columns,
    Func<IReadOnlyList<TreeNode>, DateOnly, CancellationToken, Task<Func<long, string, TreeNumber>>> CountAsync
);
