using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.EnterBallot;
using TongKet.Store;

namespace TongKet.Reviews.EnterSessionBallot;

public sealed record EnterSessionBallotCommand(long CycleId, long BodyId, ReviewSubject As, TypedBallot Typed);

/// <summary>
/// Enters the vote of a deciding body, twice: the first entry waits, the second must say the same. Then a grade with the
/// majority is noted for the decision; a name without one is voted on again, or the session says what it is to be.
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
        var tally = command.Typed.Tally;
        var @base = VoteBaseRule.OfBody(work.Rules, command.Typed.Body ?? 0, tally.Present, tally.VotesPerName);
        var refusals = SessionCheck.All(command.Typed, desk, @base, work.Today).ToList();
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var changed = new List<ChangedRecord>();
        var round = desk.Open is { } first
            ? Agree(first, desk)
            : await FirstAsync(command, desk, work, body, @base.Value, changed, cancel);
        changed.Add(new(round, round.Id, body.Id, work.Cycle.Year));
        if (desk.Open is not null)
        {
            changed.AddRange(
                desk.Names.Where(n => desk.Open.Votes.Any(v => v.AssessmentId == n.Line.Id))
                    .Select(n => new ChangedRecord(n.Line, n.Line.Id, n.Line.OrganizationId, work.Cycle.Year))
            );
        }

        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, changed, cancel);
        await transaction.CommitAsync(cancel);
        return round;
    }

    private async Task<BallotRound> FirstAsync(
        EnterSessionBallotCommand command,
        SessionDesk desk,
        CycleWork work,
        TreeNode body,
        int @base,
        List<ChangedRecord> changed,
        CancellationToken cancel
    )
    {
        var (typed, tally) = (command.Typed, command.Typed.Tally);
        var supply = await ids.TakeAsync(1 + typed.Lines.Count, cancel);
        var round = new BallotRound
        {
            Id = supply.Next(),
            CycleId = work.Cycle.Id,
            OrganizationId = body.Id,
            As = command.As,
            Round = desk.Rounds.Count + 1,
            HeldOn = typed.HeldOn!.Value,
            MinutesNumber = typed.Minutes!,
        };
        round.Take(tally, new(typed.Body!.Value, tally.Present, tally.VotesPerName, 0, 0), @base);
        store.Add(round);
        var lines = desk.Names.ToDictionary(n => n.Line.Id, n => n.Line);
        foreach (var counted in typed.Lines)
        {
            var line = lines[counted.SubjectId];
            var votes = new BallotVotes
            {
                Id = supply.Next(),
                RoundId = round.Id,
                AssessmentId = line.Id,
                MemberId = line.MemberId,
            };
            var turn = line.DecidingVote == VoteOutcome.SecondBallot ? 2 : 1;
            votes.Take(counted, VoteOutcomeRule.Read(work.Rules, counted, @base, turn));
            store.Add(votes);
            changed.Add(new(votes, votes.Id, line.OrganizationId, work.Cycle.Year));
        }

        return round;
    }

    /// <summary>Both say the same: what has the majority is noted.</summary>
    private static BallotRound Agree(StoredRound first, SessionDesk desk)
    {
        var lines = desk.Names.ToDictionary(n => n.Line.Id, n => n.Line);
        foreach (var votes in first.Votes)
        {
            // Sent back or decided since: then nothing is noted for it.
            if (lines.TryGetValue(votes.AssessmentId, out var line))
            {
                line.DecidingVote = votes.Outcome;
                (line.Decided, line.DecidedReason) = (votes.Grade, NoGradeReason.None);
            }
        }

        first.Round.IsAgreed = true;
        first.Round.Revision++;
        return first.Round;
    }
}
