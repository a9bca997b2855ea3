using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.WriteSelfReview;

/// <summary>A review of himself that a review under way asks of a member, as a member or as a leader.</summary>
/// <param name="Post">As what; null as a member.</param>
/// <param name="DueOn">The day on which the sheet is due on which he stands.</param>
public sealed record SelfDuty(ReviewCycle Cycle, SelfOf Of, string At, string? Post, DateOnly DueOn, bool IsWritten);

/// <summary>What reviews under way ask somebody to write of himself, and whether a collective has written.</summary>
public sealed class SelfDutiesQuery(AppStore store, CycleFinder cycles, SelfPlaces places)
{
    /// <summary>Of whoever looks: in his cell, and in every organization in which he holds a post that is reviewed.</summary>
    public async Task<IReadOnlyList<SelfDuty>> AskAsync(Actor actor, DateOnly on, CancellationToken cancel)
    {
        if (actor.MemberId is not { } id)
        {
            return [];
        }

        var cell = await store
            .Set<Stay>()
            .Where(s => s.MemberId == id && s.FromOn <= on && (s.ToOn == null || s.ToOn > on))
            .Select(s => (long?)s.CellId)
            .FirstOrDefaultAsync(cancel);
        var leads = await store
            .Set<MemberPost>()
            .Where(p => p.MemberId == id && p.FromOn <= on && (p.ToOn == null || p.ToOn > on))
            .Select(p => p.OrganizationId)
            .Distinct()
            .ToListAsync(cancel);
        var asked = new List<(long At, SelfOf Of)>();
        asked.AddRange(cell is { } own ? [(own, SelfOf.Member(id))] : []);
        asked.AddRange(leads.Order().Select(at => (at, new SelfOf(LineKey.Leader(id), at))));
        var duties = new List<SelfDuty>();
        foreach (var (at, of) in asked)
        {
            // In January the review of last year is still under way.
            foreach (var year in new[] { on.Year - 1, on.Year })
            {
                foreach (var cycle in await cycles.CoveringAsync(at, year, on, cancel))
                {
                    duties.AddRange(await DutyAsync(actor, cycle, of, cancel) is { } duty ? [duty] : []);
                }
            }
        }

        return duties;
    }

    /// <summary>Whether what a collective writes of itself is there.</summary>
    public Task<bool> HasCollectiveAsync(long cycleId, long organizationId, CancellationToken cancel) =>
        store
            .Set<SelfReview>()
            .AnyAsync(r => r.CycleId == cycleId && r.OrganizationId == organizationId && r.MemberId == null, cancel);

    /// <summary>Null where the review is closed, does not ask him, or the sheet was handed on.</summary>
    private async Task<SelfDuty?> DutyAsync(Actor actor, ReviewCycle cycle, SelfOf of, CancellationToken cancel)
    {
        if (
            cycle.ClosedOn is not null
            || await cycles.WorkAsync(cycle, cancel) is not { } work
            || await places.FindAsync(actor, work, of, cancel) is not { } place
        )
        {
            return null;
        }

        var (cycleId, at) = (cycle.Id, place.Id);
        var sheet = await store
            .Set<ReviewSheet>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.CycleId == cycleId && s.OrganizationId == at, cancel);
        return sheet is { IsOpen: false }
            ? null
            : new(
                cycle,
                of,
                place.Node.Name,
                place.Post,
                place.Node.Kind.IsCell() ? cycle.CellsDueOn : cycle.GrassrootsDueOn,
                await SelfReviewQuery.Of(store, cycleId, place).AnyAsync(cancel)
            );
    }
}
