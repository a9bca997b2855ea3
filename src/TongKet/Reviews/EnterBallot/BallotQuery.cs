using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.EnterBallot;

/// <param name="Names">Of all who stand in the cell, in the order of its register.</param>
/// <param name="Round">1, or 2 where names without a majority are voted on again.</param>
/// <param name="Rounds">How many ballots the rule set allows.</param>
/// <param name="IsOpen">The sheet lies with the cell, so its vote may still be entered or corrected.</param>
public sealed record BallotView(
    CycleWork Work,
    TreeNode Cell,
    ReviewSheet? Sheet,
    BallotDesk Desk,
    IReadOnlyList<(long Id, string Name)> Names,
    int Round,
    int Rounds,
    bool MayFill,
    bool IsOpen
)
{
    public StoredRound? Stored => Desk.Of(Round);

    /// <summary>Names that go to the second ballot.</summary>
    public int ForSecond => Desk.First?.Votes.Count(v => v.Outcome == VoteOutcome.SecondBallot) ?? 0;
}

/// <summary>The vote of a cell in a review, for who proposes and who decides.</summary>
public sealed class BallotQuery(AppStore store, CycleFinder cycles, ReviewRoster roster)
{
    /// <summary>Null where there is none, or it is not for the actor; the second round where there is nothing to vote on again.</summary>
    public async Task<BallotView?> AskAsync(Actor actor, long cycleId, long organizationId, int round, CancellationToken cancel)
    {
        if (
            await cycles.FindAsync(cycleId, cancel) is not { } work
            || work.Owing(organizationId) is not { } cell
            || !cell.Kind.IsCell()
            || !work.Authority.MaySee(actor, cell)
        )
        {
            return null;
        }

        var sheet = await store
            .Set<ReviewSheet>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.CycleId == cycleId && s.OrganizationId == cell.Id, cancel);
        var lines = sheet is null
            ? []
            : await store.Set<Assessment>().AsNoTracking().Where(a => a.SheetId == sheet.Id).ToListAsync(cancel);
        var rounds = await BallotDesk.RoundsAsync(store, cycleId, cell.Id, cancel);
        var metOn = rounds.FirstOrDefault(r => r.Round.Round == round)?.Round.HeldOn ?? sheet?.MetOn ?? work.RegisterOn;
        var members = await roster.ReadAsync(work, [cell.Id], cancel);
        var desk = BallotDesk.Of(members, lines, rounds, round, metOn);
        var allowed = VoteOutcomeRule.Rounds(work.Rules);
        return round is < 1 || round > allowed || (round == 2 && desk.Names.Count == 0)
            ? null
            : new(
                work,
                cell,
                sheet,
                desk,
                [.. members.Select(m => (m.Member.Id, m.Name))],
                round,
                allowed,
                work.Authority.MayFill(actor, cell),
                work.Cycle.ClosedOn is null && work.Broken is null && (sheet?.IsOpen ?? true)
            );
    }
}
