using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Store;

namespace TongKet.Figures.VerifyFigures;

/// <summary>The last code of each organization, by which differences name it.</summary>
internal static class LastCodes
{
    public static async Task<Dictionary<long, string>> ReadAsync(AppStore store, CancellationToken cancel)
    {
        var versions = await store
            .Set<OrganizationVersion>()
            .Select(v => new
            {
                v.OrganizationId,
                v.Code,
                v.FromOn,
            })
            .ToListAsync(cancel);
        return versions.GroupBy(v => v.OrganizationId).ToDictionary(g => g.Key, g => g.MaxBy(v => v.FromOn)!.Code);
    }
}
