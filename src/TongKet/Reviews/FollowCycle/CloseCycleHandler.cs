using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.FollowCycle;

public sealed record CloseCycleCommand(long CycleId);

/// <summary>Closes a review: every sheet is decided and announced, and nothing of it is changed from here on but by a later finding.</summary>
public sealed class CloseCycleHandler(AppStore store, CycleFinder cycles, ChangeLog log)
{
    public const string Act = "reviews.close-cycle";

    public async Task<Outcome<ReviewCycle>> HandleAsync(CloseCycleCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        if (
            await cycles.FindAsync(command.CycleId, cancel) is not { Top: { } top } work
            || !ScopeRule.May(actor, Acts.OpenReviews, work.Tree, top)
        )
        {
            return new Refusal("review.cycle.not-found");
        }

        await cycles.HoldAsync(work, top.Id, cancel);

        if (work.Broken is { } broken)
        {
            return broken;
        }

        if (work.Cycle.ClosedOn is { } already)
        {
            return new Refusal("review.cycle.closed", null, already);
        }

        if (work.Today < work.Cycle.RosterOn)
        {
            return new Refusal("review.cycle.close.roster-open", null, work.Cycle.RosterOn);
        }

        var decided = await store
            .Set<ReviewSheet>()
            .Where(s => s.CycleId == work.Cycle.Id && s.State == SheetState.Decided)
            .Select(s => s.OrganizationId)
            .ToHashSetAsync(cancel);
        var open = work.OwingIn(top).Where(n => n != top && !decided.Contains(n.Id)).ToList();
        if (open.Count > 0)
        {
            return new Refusal(
                "review.cycle.close.sheets-open",
                null,
                open.Count,
                string.Join(", ", open.Take(3).Select(n => n.Name))
            );
        }

        var unannounced = await store
            .Set<GradeDecision>()
            .CountAsync(d => d.CycleId == work.Cycle.Id && d.AnnouncedOn == null, cancel);
        if (unannounced > 0)
        {
            return new Refusal("review.cycle.close.unannounced", null, unannounced);
        }

        work.Cycle.ClosedOn = work.Today;
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(work.Cycle, work.Cycle.Id, top.Id, work.Cycle.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return work.Cycle;
    }
}
