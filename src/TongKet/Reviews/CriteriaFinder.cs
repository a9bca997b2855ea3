using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews;

/// <summary>Which lists of criteria reach an organization, and what the lines of a sheet were given by them.</summary>
public sealed class CriteriaFinder(AppStore store)
{
    /// <summary>
    /// Lists of the organization and of those above it for reviews of a year, the one that goes before first: the nearest
    /// committee, of that its latest year, of that year the newest.
    /// </summary>
    public async Task<IReadOnlyList<LocalCriteria>> ListsAsync(
        OrganizationTree tree,
        TreeNode node,
        int year,
        CancellationToken cancel
    )
    {
        // From the top down to the organization itself.
        var path = tree.Path(node).Select(n => n.Id).ToList();
        var lists = await store
            .Set<LocalCriteria>()
            .AsNoTracking()
            .Include(l => l.Items)
            .Where(l => path.Contains(l.OrganizationId) && l.FromYear <= year)
            .ToListAsync(cancel);
        return
        [
            .. lists
                .OrderByDescending(l => path.IndexOf(l.OrganizationId))
                .ThenByDescending(l => l.FromYear)
                .ThenByDescending(l => l.Id),
        ];
    }

    /// <summary>What lines were given so far, by line; what was taken back is not there.</summary>
    public async Task<ILookup<long, AssessmentCriterion>> ScoresAsync(long[] assessments, CancellationToken cancel) =>
        (
            assessments.Length == 0
                ? []
                : await store
                    .Set<AssessmentCriterion>()
                    .AsNoTracking()
                    .Where(c => assessments.Contains(c.AssessmentId) && (c.Level != null || c.Points != null))
                    .ToListAsync(cancel)
        ).ToLookup(c => c.AssessmentId);
}
