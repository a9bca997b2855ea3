using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.FillSheet;
using TongKet.Store;

namespace TongKet.Reviews.EnterBallot;

/// <param name="Round">1 for the first ballot, 2 for the second.</param>
public sealed record EnterBallotCommand(long CycleId, long CellId, int Round, TypedBallot Typed);

/// <summary>
/// Enters what the counting team of a cell wrote down. A grade with the majority becomes the proposal of the sheet; a name
/// without one waits for the second ballot, or goes up undecided.
/// </summary>
public sealed class EnterBallotHandler(AppStore store, SheetGate gate, ReviewRoster roster, RecordIds ids, ChangeLog log)
{
    public const string Act = "reviews.enter-ballot";

    public async Task<Outcome<BallotRound>> HandleAsync(EnterBallotCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var taken = await gate.TakeAsync(actor, command.CycleId, command.CellId, null, cancel);
        if (taken.Value is not { } open)
        {
            return new(null, taken.Refusals);
        }

        var (work, cell, sheet) = open;
        if (!cell.Kind.IsCell() || command.Round < 1 || command.Round > VoteOutcomeRule.Rounds(work.Rules))
        {
            return new Refusal("review.sheet.not-found");
        }

        var lines = sheet is null ? [] : await store.Set<Assessment>().Where(a => a.SheetId == sheet.Id).ToListAsync(cancel);
        var rounds = await BallotDesk.RoundsAsync(store, work.Cycle.Id, cell.Id, cancel);
        var members = await roster.ReadAsync(work, [cell.Id], cancel);
        var typed = command.Typed;
        var desk = BallotDesk.Of(members, lines, rounds, command.Round, typed.HeldOn ?? work.RegisterOn);
        var voters = new CellVoters(
            desk.Official,
            typed.Present ?? 0,
            typed.Tally.VotesPerName,
            typed.Elsewhere ?? 0,
            typed.ExemptAbsent ?? 0
        );
        var @base = VoteBaseRule.Of(work.Rules, voters);
        var refusals = BallotCheck.All(command, desk, @base, work.Today).ToList();
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var writing = new BallotWriting(store, work, cell, await ids.TakeAsync(2 + 2 * typed.Lines.Count, cancel));
        var named = writing.Sheet(typed, sheet, lines);
        var round = writing.Write(command, desk, voters, @base.Value, named);
        if (command.Round == 1 && desk.Second is { } second)
        {
            // The names that were voted on again are no longer the same.
            writing.Remove(second);
        }

        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, writing.Changed, cancel);
        await transaction.CommitAsync(cancel);
        return round;
    }
}
