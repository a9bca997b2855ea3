using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.EnterBallot;

/// <summary>A round that was entered, with the votes of each name.</summary>
public sealed record StoredRound(BallotRound Round, IReadOnlyList<BallotVotes> Votes);

/// <summary>What a cell votes on in a round, and what was entered so far.</summary>
/// <param name="Official">Its official members on the day of the meeting.</param>
/// <param name="Exempt">Of them who are exempt from work and activities.</param>
public sealed record BallotDesk(
    IReadOnlyList<RosterMember> Names,
    int Official,
    int Exempt,
    StoredRound? First,
    StoredRound? Second
)
{
    public StoredRound? Of(int round) => round == 1 ? First : Second;

    /// <summary>
    /// First all who are to be graded, by the register and by what the sheet says of them; then those without a majority.
    /// </summary>
    public static BallotDesk Of(
        IReadOnlyList<RosterMember> roster,
        IReadOnlyCollection<Assessment> lines,
        IReadOnlyList<StoredRound> rounds,
        int round,
        DateOnly metOn
    )
    {
        var (first, second) = (rounds.FirstOrDefault(r => r.Round.Round == 1), rounds.FirstOrDefault(r => r.Round.Round == 2));
        var reasoned = lines
            .Where(a => a is { As: ReviewSubject.Member, Proposed: Grade.None, IsProposed: true })
            .Select(a => a.MemberId!.Value)
            .ToHashSet();
        var open = (first?.Votes ?? []).Where(v => v.Outcome != VoteOutcome.Majority).Select(v => v.MemberId!.Value).ToHashSet();
        var names = roster.Where(m =>
            round == 1
                ? m.Suggested == Domain.Regulations.NoGradeReason.None && !reasoned.Contains(m.Member.Id)
                : open.Contains(m.Member.Id)
        );
        var official = roster.Where(m => m.Member.OfficialOn <= metOn).ToList();
        return new(
            [.. names],
            official.Count,
            official.Count(m => m.Suggested == Domain.Regulations.NoGradeReason.Exempt),
            first,
            second
        );
    }

    /// <summary>The rounds of a body in a review, for a handler that changes them.</summary>
    public static async Task<IReadOnlyList<StoredRound>> RoundsAsync(
        AppStore store,
        long cycleId,
        long organizationId,
        CancellationToken cancel
    )
    {
        var rounds = await store
            .Set<BallotRound>()
            .Where(r => r.CycleId == cycleId && r.OrganizationId == organizationId)
            .OrderBy(r => r.Round)
            .ToListAsync(cancel);
        var ids = rounds.Select(r => r.Id).ToArray();
        var votes = (await store.Set<BallotVotes>().Where(v => ids.Contains(v.RoundId)).ToListAsync(cancel)).ToLookup(v =>
            v.RoundId
        );
        return [.. rounds.Select(r => new StoredRound(r, [.. votes[r.Id]]))];
    }
}
