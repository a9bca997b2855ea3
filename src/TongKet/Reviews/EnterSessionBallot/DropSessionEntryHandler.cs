using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.EnterSessionBallot;

public sealed record DropSessionEntryCommand(long CycleId, long BodyId, ReviewSubject As);

/// <summary>Takes out a first entry that turned out to be the wrong one; the log keeps it.</summary>
public sealed class DropSessionEntryHandler(AppStore store, CycleFinder cycles, ChangeLog log)
{
    public const string Act = "reviews.drop-session-entry";

    public async Task<Outcome<int>> HandleAsync(DropSessionEntryCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var work = await cycles.TakeAsync(command.CycleId, command.BodyId, cancel);
        if (
            work is null
            || SessionBallotQuery.BodyOf(work, command.BodyId) is not { } body
            || !work.Authority.MayDecide(actor, body)
        )
        {
            return new Refusal("review.decision.not-found");
        }

        var desk = await SessionDesk.ReadAsync(store, work, body, command.As, cancel);
        if (desk.Open is not { } open)
        {
            return new Refusal("review.session.nothing-open");
        }

        store.RemoveRange(open.Votes);
        store.Remove(open.Round);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [
                .. open.Votes.Select(v => new ChangedRecord(v, v.Id, body.Id, work.Cycle.Year, IsRemoved: true)),
                new(open.Round, open.Round.Id, body.Id, work.Cycle.Year, IsRemoved: true),
            ],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return open.Votes.Count;
    }
}
