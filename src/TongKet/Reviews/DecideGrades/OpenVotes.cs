using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.DecideGrades;

/// <summary>The votes of rounds that are still being entered; those on a sheet that goes back go with it.</summary>
internal static class OpenVotes
{
    /// <summary>
    /// A round that has the votes of others goes on without these; where nobody else was voted on, it goes whole. Gives back
    /// what changed, for the log.
    /// </summary>
    public static async Task<IReadOnlyList<ChangedRecord>> TakeOutAsync(
        AppStore store,
        ReviewCycle cycle,
        long[] lines,
        CancellationToken cancel
    )
    {
        var rounds = await store.Set<BallotRound>().Where(r => r.CycleId == cycle.Id && !r.IsAgreed).ToListAsync(cancel);
        var ids = rounds.Select(r => r.Id).ToArray();
        var votes = await store.Set<BallotVotes>().Where(v => ids.Contains(v.RoundId)).ToListAsync(cancel);
        var changed = new List<ChangedRecord>();
        foreach (var round in rounds)
        {
            var entered = votes.Where(v => v.RoundId == round.Id).ToLookup(v => lines.Contains(v.AssessmentId));
            if (!entered[true].Any())
            {
                continue;
            }

            var isAll = entered[false].All(v => v.IsLeftOut);
            var gone = isAll ? [.. entered[true], .. entered[false]] : entered[true].ToList();
            store.RemoveRange(gone);
            round.Revision++;
            if (isAll)
            {
                store.Remove(round);
            }

            changed.AddRange(gone.Select(v => new ChangedRecord(v, v.Id, round.OrganizationId, cycle.Year, IsRemoved: true)));
            changed.Add(new(round, round.Id, round.OrganizationId, cycle.Year, IsRemoved: isAll));
        }

        return changed;
    }
}
