using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Reviews.FollowCycle;

/// <summary>How many sheets of a branch stand where.</summary>
public sealed record CycleProgress(TreeNode Node, int Owed, int NotBegun, int InWork, int Submitted, int Returned, int Decided)
{
    public static CycleProgress Of(TreeNode node, IEnumerable<SheetState?> states)
    {
        var all = states.ToList();
        return new(
            node,
            all.Count,
            all.Count(s => s is null),
            all.Count(s => s == SheetState.InWork),
            all.Count(s => s == SheetState.Submitted),
            all.Count(s => s == SheetState.Returned),
            all.Count(s => s == SheetState.Decided)
        );
    }
}

/// <summary>Somebody whose sheet was due and has not come.</summary>
public sealed record LateSheet(TreeNode Node, SheetState? State, DateOnly DueOn);

/// <param name="Own">Where the organization's own sheet stands; null where it owes none.</param>
/// <param name="MaySeeOwn">The sheet is for who proposes or decides.</param>
/// <param name="Undecided">So many sheets are to be decided before the review can be closed.</param>
public sealed record CycleView(
    CycleWork Work,
    TreeNode Node,
    CycleProgress Whole,
    IReadOnlyList<CycleProgress> Below,
    IReadOnlyList<LateSheet> Late,
    int LateTotal,
    bool OwesSheet,
    SheetState? OwnState,
    bool MaySeeOwn,
    bool DecidesHere,
    bool MayClose
)
{
    /// <summary>Fills in the sheet that is owed here; who only reads it has no work with it.</summary>
    public bool MayFillOwn { get; init; }

    /// <summary>Writes down what is decided here; who only sees the session has no work with it.</summary>
    public bool MayDecide { get; init; }
}

public sealed record CyclesView(TreeNode Node, IReadOnlyList<CycleView> Cycles, bool MayOpen);

/// <summary>The reviews of a year that an organization stands in, and how far each has come in it and below.</summary>
public sealed class CycleQuery(AppStore store, CycleFinder cycles, TreeReader trees)
{
    public const int MostLate = 50;

    /// <summary>Null where the organization is not there or not in reach.</summary>
    public async Task<CyclesView?> AskAsync(Actor actor, long organizationId, int year, DateOnly today, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(today, cancel);
        if (tree.Find(organizationId) is not { HasEnded: false } node || !ScopeRule.May(actor, Acts.SeeGrades, tree, node))
        {
            return null;
        }

        var views = new List<CycleView>();
        foreach (var cycle in await cycles.CoveringAsync(organizationId, year, today, cancel))
        {
            if (await ViewAsync(actor, await cycles.WorkAsync(cycle, cancel), organizationId, cancel) is { } view)
            {
                views.Add(view);
            }
        }

        return new(node, views, !node.Kind.IsCell() && ScopeRule.May(actor, Acts.OpenReviews, tree, node));
    }

    private async Task<CycleView?> ViewAsync(Actor actor, CycleWork work, long organizationId, CancellationToken cancel)
    {
        if (work.Tree.Find(organizationId) is not { HasEnded: false } node || work.Top is not { } top)
        {
            return null;
        }

        // A secretary's first page asks this too: of a whole province it reads what lies in his cell.
        var (cycleId, inside) = (work.Cycle.Id, work.OwingIn(node).Select(n => n.Id).ToArray());
        var states = await store
            .Set<ReviewSheet>()
            .Where(s => s.CycleId == cycleId && inside.Contains(s.OrganizationId))
            .Select(s => new { s.OrganizationId, s.State })
            .ToDictionaryAsync(s => s.OrganizationId, s => s.State, cancel);
        var late = work.OwingIn(node).Select(n => Late(work, n, top, State(n))).OfType<LateSheet>().ToList();
        return new(
            work,
            node,
            CycleProgress.Of(node, work.OwingIn(node).Where(n => n != top).Select(State)),
            [
                .. work
                    .Tree.Children(node)
                    .Where(c => work.OwingIn(c).Any())
                    .Select(c => CycleProgress.Of(c, work.OwingIn(c).Select(State))),
            ],
            [.. late.Take(MostLate)],
            late.Count,
            node != top && ReviewAuthority.OwesSheet(node),
            State(node),
            work.Authority.MaySee(actor, node),
            work.Authority.MaySeeSession(actor, node)
                && work.OwingIn(node).Any(n => ReviewAuthority.Subjects.Any(s => work.Authority.DecidesOn(n, s) == node)),
            node == top && work.Cycle.ClosedOn is null && ScopeRule.May(actor, Acts.OpenReviews, work.Tree, node)
        )
        {
            MayFillOwn = work.Authority.MayFill(actor, node),
            MayDecide = work.Authority.MayDecide(actor, node),
        };

        SheetState? State(TreeNode at) => states.TryGetValue(at.Id, out var state) ? state : null;
    }

    private static LateSheet? Late(CycleWork work, TreeNode node, TreeNode top, SheetState? state)
    {
        var due = node.Kind.IsCell() ? work.Cycle.CellsDueOn : work.Cycle.GrassrootsDueOn;
        return node != top && due < work.Today && state is not (SheetState.Submitted or SheetState.Decided)
            ? new(node, state, due)
            : null;
    }
}
