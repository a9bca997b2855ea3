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

    /// <summary>The criteria of lines, by line, with what they were given by either.</summary>
    public async Task<ILookup<long, AssessmentCriterion>> ScoresAsync(long[] assessments, CancellationToken cancel) =>
        (
            assessments.Length == 0
                ? []
                : await store
                    .Set<AssessmentCriterion>()
                    .AsNoTracking()
                    .Where(c => assessments.Contains(c.AssessmentId))
                    .ToListAsync(cancel)
        ).ToLookup(c => c.AssessmentId);

    /// <summary>Of one line what somebody gave it, by criterion; what he took back is not there.</summary>
    public static Dictionary<string, CriterionScore> Given(
        IEnumerable<AssessmentCriterion> rows,
        Func<AssessmentCriterion, CriterionScore> by
    ) => rows.Where(c => by(c).IsGiven).ToDictionary(c => c.Key, by);
}
