using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.EnterBallot;
using TongKet.Store;

namespace TongKet.Reviews.EnterSessionBallot;

/// <param name="Page">Whom the page that was sent asked for; those left empty were not voted on.</param>
public sealed record EnterSessionBallotCommand(
    long CycleId,
    long BodyId,
    ReviewSubject As,
    TypedBallot Typed,
    IReadOnlyCollection<long> Page
);

/// <summary>
/// Enters the vote of a deciding body page by page, twice: the first entry waits, the second must say the same of each page.
/// Once all is entered twice a grade with the majority is noted for the decision; a name without one is voted on again, or
/// the session says what it is to be. Until then nothing of it counts.
/// </summary>
public sealed class EnterSessionBallotHandler(AppStore store, CycleFinder cycles, RecordIds ids, ChangeLog log)
{
    public const string Act = "reviews.enter-session-ballot";

    public async Task<Outcome<BallotRound>> HandleAsync(EnterSessionBallotCommand command, Actor actor, CancellationToken cancel)
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

        if (work.Broken is { } broken)
        {
            return broken;
        }

        if (work.Cycle.ClosedOn is { } closed)
        {
            return new Refusal("review.cycle.closed", null, closed);
        }

        var desk = await SessionDesk.ReadAsync(store, work, body, command.As, cancel);
        var page = desk.Waiting.Select(n => n.Line.Id).Where(command.Page.Contains).ToHashSet();
        var typed = command.Typed with { Lines = [.. command.Typed.Lines.Where(l => page.Contains(l.SubjectId))] };
        var tally = typed.Tally;
        var @base = VoteBaseRule.OfBody(work.Rules, typed.Body ?? 0, tally.Present, tally.VotesPerName);
        var refusals = SessionCheck.All(typed, page, desk, @base, work.Today).ToList();
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var writing = new SessionWriting(store, work, body, desk);
        var round = desk.IsSecond
            ? writing.Repeat(page)
            : writing.Enter(command.As, typed, page, @base.Value, await ids.TakeAsync(1 + page.Count, cancel));
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, writing.Changed, cancel);
        await transaction.CommitAsync(cancel);
        return round;
    }
}
