using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.WriteSelfReview;

/// <param name="MayWrite">The sheet of his cell still lies with the cell.</param>
public sealed record SelfReviewView(
    CycleWork Work,
    Member Member,
    long CellId,
    string Cell,
    SelfReview? Review,
    bool IsOwn,
    bool MayWrite
);

public sealed class SelfReviewQuery(AppStore store, CycleFinder cycles)
{
    /// <summary>Null where he stands in no cell of the review, or he is not for the actor.</summary>
    public async Task<SelfReviewView?> AskAsync(Actor actor, long cycleId, long memberId, CancellationToken cancel)
    {
        if (
            await cycles.FindAsync(cycleId, cancel) is not { } work
            || await WriteSelfReviewHandler.CellOfAsync(store, work, memberId, cancel) is not { } cell
            || !WriteSelfReviewHandler.May(actor, work, cell, memberId)
        )
        {
            return null;
        }

        var review = await store
            .Set<SelfReview>()
            .AsNoTracking()
            .SingleOrDefaultAsync(r => r.CycleId == cycleId && r.MemberId == memberId, cancel);
        var sheet = await store
            .Set<ReviewSheet>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.CycleId == cycleId && s.OrganizationId == cell, cancel);
        return new(
            work,
            await store.Set<Member>().AsNoTracking().SingleAsync(m => m.Id == memberId, cancel),
            cell,
            work.Owing(cell)!.Name,
            review,
            actor.MemberId == memberId,
            work.Cycle.ClosedOn is null && sheet is not { IsOpen: false }
        );
    }

    /// <summary>What the members of a cell typed, by member, for who fills in its sheet; for nobody else is there any.</summary>
    public async Task<Dictionary<long, SelfReview>> OfCellAsync(
        Actor actor,
        ReviewCycle cycle,
        long cellId,
        CancellationToken cancel
    )
    {
        var work = await cycles.WorkAsync(cycle, cancel);
        if (work.Owing(cellId) is not { } cell || !work.Authority.MayFill(actor, cell))
        {
            return [];
        }

        var (cycleId, on) = (cycle.Id, work.RegisterOn);
        var here = store
            .Set<Stay>()
            .Where(s => s.CellId == cellId && s.FromOn <= on && (s.ToOn == null || s.ToOn > on))
            .Select(s => s.MemberId);
        return await store
            .Set<SelfReview>()
            .AsNoTracking()
            .Where(r => r.CycleId == cycleId && here.Contains(r.MemberId))
            .ToDictionaryAsync(r => r.MemberId, cancel);
    }
}
