using TongKet.Domain.Values;

namespace TongKet.Organizations;

/// <summary>
/// A room's reason why an organization may not end, or no longer be a cell, from a day on: somebody still stands in it.
/// A room further right registers it.
/// </summary>
public sealed record OrganizationHold(Func<long, DateOnly, CancellationToken, Task<Refusal?>> FindAsync);
