using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.ScoreCriteria;

/// <param name="Was">What stood there when the page was opened.</param>
public sealed record TypedCriterion(string Key, CriterionScore Was, CriterionScore Typed);

/// <summary>Writes what the criteria of a line are given, by who proposes or by the subject himself.</summary>
public sealed class CriterionRows(AppStore store, RecordIds ids)
{
    /// <summary>What only one of two changed is taken from him; where both did, the later one is told.</summary>
    public static (Dictionary<string, CriterionScore> Given, IReadOnlyList<Refusal> Conflicts) Merge(
        Dictionary<string, CriterionScore> before,
        IReadOnlyList<TypedCriterion> typed
    )
    {
        var given = new Dictionary<string, CriterionScore>(before);
        var conflicts = new List<Refusal>();
        foreach (var one in typed.Where(t => t.Typed != t.Was))
        {
            var stored = before.GetValueOrDefault(one.Key);
            if (stored != one.Was && stored != one.Typed)
            {
                conflicts.Add(new("review.criteria.changed-by-other", null, one.Key));
            }

            given[one.Key] = one.Typed;
        }

        return (given, conflicts);
    }

    /// <summary>Gives back the rows that are other than before. A criterion taken back keeps its row.</summary>
    public async Task<IReadOnlyList<AssessmentCriterion>> KeepAsync(
        Assessment line,
        IReadOnlyList<AssessmentCriterion> stored,
        Dictionary<string, CriterionScore> given,
        Func<AssessmentCriterion, CriterionScore> by,
        Action<AssessmentCriterion, CriterionScore> put,
        CancellationToken cancel
    )
    {
        var kept = stored.ToDictionary(c => c.Key);
        var supply = await ids.TakeAsync(given.Count, cancel);
        var changed = new List<AssessmentCriterion>();
        foreach (var (key, score) in given)
        {
            var row = kept.GetValueOrDefault(key);
            if ((row is null ? default : by(row)) == score)
            {
                continue;
            }

            if (row is null)
            {
                row = new()
                {
                    Id = supply.Next(),
                    AssessmentId = line.Id,
                    Key = key,
                };
                store.Add(row);
            }

            put(row, score);
            changed.Add(row);
        }

        return changed;
    }
}
