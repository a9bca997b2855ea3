using Microsoft.EntityFrameworkCore;
using TongKet.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Organizations;

/// <summary>Organizations of today by code or by a part of the name, and the latest names of some: for who gives roles.</summary>
public sealed class OrganizationSearch(AppStore store, TreeReader trees, TimeProvider clock)
{
    public async Task<IReadOnlyList<OrganizationMatch>> SearchAsync(string typed, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(VietnameseFormat.DayOf(clock.GetUtcNow()), cancel);
        var folded = VietnameseText.Fold(typed);
        return
        [
            .. tree
                .Nodes.Where(node =>
                    !node.HasEnded
                    && (
                        node.Code.Equals(typed, StringComparison.OrdinalIgnoreCase)
                        || node.Version.NameFolded.Contains(folded, StringComparison.Ordinal)
                    )
                )
                .Select(node => new OrganizationMatch(node.Id, node.Code, node.Name)),
        ];
    }

    public async Task<IReadOnlyDictionary<long, OrganizationMatch>> NamesAsync(
        IReadOnlyCollection<long> ids,
        CancellationToken cancel
    )
    {
        var versions = await store
            .Set<OrganizationVersion>()
            .AsNoTracking()
            .Where(version => ids.Contains(version.OrganizationId))
            .ToListAsync(cancel);
        return versions
            .GroupBy(version => version.OrganizationId)
            .Select(group => group.MaxBy(version => version.FromOn)!)
            .ToDictionary(
                version => version.OrganizationId,
                version => new OrganizationMatch(version.OrganizationId, version.Code, version.Name)
            );
    }
}
