using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews;

/// <summary>A review with the tree it is held on, its pinned rules and who decides on whom.</summary>
/// <param name="Broken">The pinned rule set is not here as it was: it may be looked at, nothing is written.</param>
public sealed record CycleWork(
    ReviewCycle Cycle,
    RuleSet Rules,
    OrganizationTree Tree,
    ReviewAuthority Authority,
    DateOnly Today,
    Refusal? Broken
)
{
    /// <summary>The day whose register counts.</summary>
    public DateOnly RegisterOn => Tree.On;

    /// <summary>The organization that opened it; null where it is not there on that day.</summary>
    public TreeNode? Top => Tree.Find(Cycle.OrganizationId);

    /// <summary>An organization that the review covers and that owes a sheet.</summary>
    public TreeNode? Owing(long organizationId) =>
        Top is { } top
        && Tree.Find(organizationId) is { } node
        && OrganizationTree.Contains(top, node)
        && ReviewAuthority.OwesSheet(node)
            ? node
            : null;

    /// <summary>Everything below an organization that owes a sheet, itself included.</summary>
    public IEnumerable<TreeNode> OwingIn(TreeNode node) => Tree.Subtree(node).Where(ReviewAuthority.OwesSheet);
}

/// <summary>Finds the reviews that cover an organization, and one with all that its handlers and pages need.</summary>
public sealed class CycleFinder(AppStore store, TreeReader trees, RuleBook rules, PathLock places, TimeProvider clock)
{
    public async Task<CycleWork?> FindAsync(long cycleId, CancellationToken cancel) =>
        await store.Set<ReviewCycle>().SingleOrDefaultAsync(c => c.Id == cycleId, cancel) is { } cycle
            ? await WorkAsync(cycle, cancel)
            : null;

    /// <summary>
    /// The same for who writes: within the review nobody else writes at this organization, above or below it until the
    /// caller's transaction ends, and what he reads from here on is what the one before him left.
    /// </summary>
    public async Task<CycleWork?> TakeAsync(long cycleId, long organizationId, CancellationToken cancel)
    {
        if (await FindAsync(cycleId, cancel) is not { } work)
        {
            return null;
        }

        await HoldAsync(work, organizationId, cancel);
        return work;
    }

    /// <summary>Holds the place of a review that was found already, and reads anew what may have changed meanwhile.</summary>
    public async Task HoldAsync(CycleWork work, long organizationId, CancellationToken cancel)
    {
        await WaitAsync(work, organizationId, cancel);
        if (store.IsPostgreSql)
        {
            await store.Entry(work.Cycle).ReloadAsync(cancel);
        }
    }

    /// <summary>The same for who asks anyway whether it was closed while he waited.</summary>
    public async Task WaitAsync(CycleWork work, long organizationId, CancellationToken cancel)
    {
        if (work.Top is { } top && work.Tree.Find(organizationId) is { } node)
        {
            var path = work.Tree.Path(node).Where(n => OrganizationTree.Contains(top, n)).Select(n => n.Id);
            await places.HoldAsync(work.Cycle.Id, path, cancel);
        }
    }

    public async Task<CycleWork> WorkAsync(ReviewCycle cycle, CancellationToken cancel)
    {
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var on = cycle.RegisterOn(today);
        var pinned = rules.Find(cycle.RuleSet, cycle.RuleSetHash);
        var set = pinned.Value ?? rules.InForce(RuleBook.AnnualReview, cycle.RosterOn);
        var tree = await trees.ReadAsync(on, on.AddDays(1), cancel);
        return new(
            cycle,
            set,
            tree,
            new(new(set, tree, FigureRules.On(rules, on, set).GrassrootsKinds)),
            today,
            pinned.IsDone ? null : pinned.Refusals[0]
        );
    }

    /// <summary>The reviews of a year that an organization stands in, the newest first.</summary>
    public async Task<IReadOnlyList<ReviewCycle>> CoveringAsync(
        long organizationId,
        int year,
        DateOnly on,
        CancellationToken cancel
    )
    {
        var tree = await trees.ReadAsync(on, cancel);
        if (tree.Find(organizationId) is not { } node)
        {
            return [];
        }

        var above = tree.Path(node).Select(n => n.Id).ToArray();
        return await store
            .Set<ReviewCycle>()
            .AsNoTracking()
            .Where(c => c.Year == year && above.Contains(c.OrganizationId))
            .OrderByDescending(c => c.Id)
            .ToListAsync(cancel);
    }
}
