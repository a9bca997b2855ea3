using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.EnterSessionBallot;

/// <param name="Page">The names of one page, to be entered anew; null takes out all of the entry.</param>
public sealed record DropSessionEntryCommand(long CycleId, long BodyId, ReviewSubject As, IReadOnlyCollection<long>? Page);

/// <summary>Takes out a first entry, or a page of it, that turned out to be the wrong one; the log keeps it.</summary>
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

        var dropped = open.Votes.Where(v => command.Page?.Contains(v.AssessmentId) ?? true).ToList();
        var isAll = dropped.Count == open.Votes.Count;
        store.RemoveRange(dropped);
        (open.Round.IsWhole, open.Round.Revision) = (false, open.Round.Revision + 1);
        if (isAll)
        {
            store.Remove(open.Round);
        }

        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [
                .. dropped.Select(v => new ChangedRecord(v, v.Id, body.Id, work.Cycle.Year, IsRemoved: true)),
                new(open.Round, open.Round.Id, body.Id, work.Cycle.Year, IsRemoved: isAll),
            ],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return dropped.Count;
    }
}
