using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews.DecideGrades;

/// <summary>What one body has to decide in a review: its sheets, and how much room for Excellent there is before it does.</summary>
public sealed class DecisionQuery(AppStore store, CycleFinder cycles)
{
    /// <summary>Null where there is nothing, or it is not for the actor.</summary>
    public async Task<DecisionView?> AskAsync(Actor actor, long cycleId, long bodyId, CancellationToken cancel)
    {
        if (
            await cycles.FindAsync(cycleId, cancel) is not { } work
            || work.Tree.Find(bodyId) is not { HasEnded: false } body
            || work.Top is not { } top
            || !(OrganizationTree.Contains(top, body))
            || !work.Authority.MaySeeSession(actor, body)
        )
        {
            return null;
        }

        var lines = await LinesAsync(store, work, body, cancel);
        var decisions = await store
            .Set<GradeDecision>()
            .AsNoTracking()
            .Where(d => d.CycleId == cycleId && d.OrganizationId == body.Id)
            .OrderBy(d => d.DecidedOn)
            .ThenBy(d => d.Id)
            .ToListAsync(cancel);
        var members = lines.SelectMany(l => l.Members).ToList();
        var allowances = await CapAllowances.OfAsync(store, cycleId, body.Id, cancel);
        return new(
            work,
            body,
            lines,
            members.Count == 0 ? null : SheetRoom.OfMembers(work, body, members.Select(a => a.Effective), allowances),
            [.. GroupsOf(work, lines).Select(g => SheetRoom.OfGroup(work, g.Key, g.Select(l => l.Own!.Effective), allowances))],
            decisions,
            allowances,
            await store
                .Set<BallotRound>()
                .AnyAsync(r => r.CycleId == cycleId && r.OrganizationId == body.Id && !r.IsAgreed, cancel),
            work.Authority.MayDecide(actor, body)
        );
    }

    /// <summary>All that a body decides on, in the order of the tree; sheets that are not begun among them.</summary>
    internal static async Task<IReadOnlyList<DecisionLine>> LinesAsync(
        AppStore store,
        CycleWork work,
        TreeNode body,
        CancellationToken cancel
    )
    {
        var cycleId = work.Cycle.Id;
        var managed = await store
            .Set<Assessment>()
            .Where(a => a.CycleId == cycleId && a.ManagedById == body.Id)
            .Select(a => a.OrganizationId)
            .ToHashSetAsync(cancel);
        var nodes = work.OwingIn(body).Where(n => managed.Contains(n.Id) || IsOwn(n)).ToList();
        var ids = nodes.Select(n => n.Id).ToArray();
        var sheets = await store
            .Set<ReviewSheet>()
            .Where(s => s.CycleId == cycleId && ids.Contains(s.OrganizationId))
            .ToDictionaryAsync(s => s.OrganizationId, s => new { s.State, s.MetOn }, cancel);
        var stored = await store
            .Set<Assessment>()
            .Where(a => a.CycleId == cycleId && ids.Contains(a.OrganizationId))
            .ToListAsync(cancel);
        var open = await OpenBelowAsync(store, work, [.. nodes.Where(IsOwn)], cancel);
        var byPlace = stored.ToLookup(a => a.OrganizationId);
        return
        [
            .. nodes.Select(n =>
            {
                var mine = byPlace[n.Id].Where(a => work.Authority.DecidesOn(n, a.As, a.ManagedById) == body).ToList();
                return new DecisionLine(
                    n,
                    sheets.GetValueOrDefault(n.Id)?.State,
                    sheets.GetValueOrDefault(n.Id)?.MetOn,
                    [.. mine.Where(a => a.As == ReviewSubject.Member)],
                    [.. mine.Where(a => a.As != ReviewSubject.Member)],
                    open.GetValueOrDefault(n.Id) ?? []
                );
            }),
        ];

        bool IsOwn(TreeNode node) =>
            ReviewAuthority.Subjects.Any(subject => work.Authority.DecidesOn(node, subject) == body)
            && (node.Kind.IsCell() || work.Authority.DecidesOn(node, ReviewSubject.Organization) == body);
    }

    /// <summary>Organizations of one group of similar duty, within which the share is kept.</summary>
    internal static IEnumerable<IGrouping<string, DecisionLine>> GroupsOf(CycleWork work, IEnumerable<DecisionLine> lines) =>
        lines.Where(l => l.Own is not null).GroupBy(l => CapGroups.KeyOf(work.Rules, l.Node));

    /// <summary>A parent is decided on once each child of it is decided, or stands with a reason for no grade.</summary>
    private static async Task<Dictionary<long, IReadOnlyList<string>>> OpenBelowAsync(
        AppStore store,
        CycleWork work,
        IReadOnlyList<TreeNode> nodes,
        CancellationToken cancel
    )
    {
        var parents = nodes.Where(n => !n.Kind.IsCell()).ToList();
        var children = parents
            .SelectMany(p => work.Tree.Children(p).Where(ReviewAuthority.OwesSheet))
            .Select(c => c.Id)
            .ToArray();
        if (children.Length == 0)
        {
            return [];
        }

        var cycleId = work.Cycle.Id;
        var decided = await store
            .Set<Assessment>()
            .Where(a => a.CycleId == cycleId && a.As == ReviewSubject.Organization && a.DecisionId != null)
            .Where(a => children.Contains(a.OrganizationId))
            .Select(a => a.OrganizationId)
            .ToHashSetAsync(cancel);
        return parents.ToDictionary(
            p => p.Id,
            p =>
                (IReadOnlyList<string>)
                    [
                        .. work
                            .Tree.Children(p)
                            .Where(c => ReviewAuthority.OwesSheet(c) && !decided.Contains(c.Id))
                            .Select(c => c.Name),
                    ]
        );
    }
}
