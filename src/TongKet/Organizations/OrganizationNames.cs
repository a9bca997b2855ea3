using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Store;

namespace TongKet.Organizations;

/// <summary>What organizations were called on a day: for histories, where each line has a day of its own.</summary>
public sealed class OrganizationNames(AppStore store)
{
    public async Task<NamesOfOrganizations> ReadAsync(IEnumerable<long?> ids, CancellationToken cancel)
    {
        long[] asked = [.. ids.OfType<long>().Distinct()];
        var versions = await store
            .Set<OrganizationVersion>()
            .AsNoTracking()
            .Where(v => asked.Contains(v.OrganizationId))
            .OrderBy(v => v.FromOn)
            .ToListAsync(cancel);
        return new(versions.ToLookup(v => v.OrganizationId));
    }
}

public sealed class NamesOfOrganizations(ILookup<long, OrganizationVersion> versions)
{
    /// <summary>The name in force on the day, else the nearest before it, else the first.</summary>
    public string? On(long? id, DateOnly on) =>
        id is { } known ? (versions[known].LastOrDefault(v => v.FromOn <= on) ?? versions[known].FirstOrDefault())?.Name : null;

    public string? Latest(long? id) => On(id, DateOnly.MaxValue);
}
