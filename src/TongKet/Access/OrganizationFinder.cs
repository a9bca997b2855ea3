namespace TongKet.Access;

/// <summary>
/// What accounts need to know of organizations: only names and codes. The room of organizations, which stands to the
/// right, registers it.
/// </summary>
public sealed record OrganizationFinder(
    Func<string, CancellationToken, Task<IReadOnlyList<OrganizationMatch>>> SearchAsync,
    Func<IReadOnlyCollection<long>, CancellationToken, Task<IReadOnlyDictionary<long, OrganizationMatch>>> NamesAsync
);

public sealed record OrganizationMatch(long Id, string Code, string Name);
