using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.FillSheet;

/// <summary>
/// What leaders and a collective were graded in the review of the year before, once it was announced. Members and organizations
/// have a grade of the year of their own; of these the decision itself is the record.
/// </summary>
internal sealed class LastYearGrades(IReadOnlyDictionary<LineKey, (Grade Grade, NoGradeReason Reason)> known)
{
    /// <summary>Nothing where none is known, as of who holds his first post.</summary>
    public (Grade Grade, NoGradeReason Reason) Of(LineKey key) => known.GetValueOrDefault(key);

    /// <param name="leaders">Members, each as a leader; of who led elsewhere last year that grade is shown.</param>
    public static async Task<LastYearGrades> ReadAsync(
        AppStore store,
        int year,
        long organizationId,
        long[] leaders,
        CancellationToken cancel
    )
    {
        var decided = await (
            from line in store.Set<Assessment>().AsNoTracking()
            where
                (line.As == ReviewSubject.Leader && leaders.Contains(line.MemberId!.Value))
                || (line.As == ReviewSubject.Collective && line.OrganizationId == organizationId)
            join cycle in store.Set<ReviewCycle>() on line.CycleId equals cycle.Id
            where cycle.Year == year && cycle.Kind == CycleKind.Year
            join decision in store.Set<GradeDecision>() on line.DecisionId equals (long?)decision.Id
            where decision.AnnouncedOn != null
            select new
            {
                line.As,
                line.MemberId,
                line.OrganizationId,
                line.Decided,
                line.DecidedReason,
                DecisionId = decision.Id,
            }
        ).ToListAsync(cancel);
        return new(
            decided
                .GroupBy(d => new LineKey(d.As, d.MemberId))
                .ToDictionary(
                    g => g.Key,
                    g =>
                        g.OrderByDescending(d => d.OrganizationId == organizationId)
                            .ThenByDescending(d => d.DecisionId)
                            .Select(d => (d.Decided, d.DecidedReason))
                            .First()
                )
        );
    }
}
