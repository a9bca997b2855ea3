using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.OpenCycle;

/// <param name="By">Who opened it.</param>
public sealed record OpenedReview(ReviewCycle Cycle, string By);

/// <summary>What there is of a year already, before another review of it is opened.</summary>
/// <param name="Reviews">Opened by the organization, above or below it.</param>
/// <param name="Members">Members who have a grade of the year, or a reason for none.</param>
/// <param name="FromFile">How many of the grades came in by a workbook.</param>
public sealed record YearSoFar(IReadOnlyList<OpenedReview> Reviews, int Members, int Organizations, int FromFile)
{
    public bool HasGrades => Members + Organizations > 0;
}

/// <summary>Reviews and grades of a year that an organization and those below it have already.</summary>
public sealed class YearSoFarQuery(AppStore store)
{
    public async Task<YearSoFar> AskAsync(OrganizationTree tree, TreeNode top, int year, CancellationToken cancel)
    {
        var opened = await store
            .Set<ReviewCycle>()
            .AsNoTracking()
            .Where(c => c.Year == year)
            .OrderBy(c => c.OpenedOn)
            .ThenBy(c => c.Id)
            .ToListAsync(cancel);
        var inside = tree.Subtree(top).Select(n => n.Id).ToArray();
        var members = store.Set<MemberGrade>().Where(g => g.Year == year && inside.Contains(g.CellId));
        var organizations = store.Set<OrganizationGrade>().Where(g => g.Year == year && inside.Contains(g.OrganizationId));
        return new(
            [.. opened.Where(c => Covers(tree, top, c)).Select(c => new OpenedReview(c, tree.Find(c.OrganizationId)!.Name))],
            await members.CountAsync(cancel),
            await organizations.CountAsync(cancel),
            await members.CountAsync(g => g.FromFile, cancel) + await organizations.CountAsync(g => g.FromFile, cancel)
        );
    }

    /// <summary>Somebody would stand in both: it was opened here, above or below.</summary>
    internal static bool Covers(OrganizationTree tree, TreeNode top, ReviewCycle cycle) =>
        tree.Find(cycle.OrganizationId) is { } other
        && (OrganizationTree.Contains(top, other) || OrganizationTree.Contains(other, top));
}
