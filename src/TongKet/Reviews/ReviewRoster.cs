using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews;

/// <summary>Somebody who stands in a cell on the day whose register counts.</summary>
/// <param name="Suggested">Why the register says he is not to be graded; the sheet offers it, nobody is bound by it.</param>
public sealed record RosterMember(
    Member Member,
    long CellId,
    string? Post,
    Grade LastYear,
    NoGradeReason LastYearReason,
    NoGradeReason Suggested
)
{
    /// <summary>As lists call him: with his birth where another of the cell has the same name.</summary>
    public required string Name { get; init; }
}

/// <summary>Who is to be accounted for in some cells, in the order of their registers.</summary>
public sealed class ReviewRoster(AppStore store)
{
    public async Task<IReadOnlyList<RosterMember>> ReadAsync(
        CycleWork work,
        IReadOnlyCollection<long> cells,
        CancellationToken cancel
    )
    {
        var (on, year, ids) = (work.RegisterOn, work.Cycle.Year, cells.ToArray());
        var stays = await InCells(ids, on)
            .OrderBy(s => s.CellId)
            .ThenBy(s => s.Member!.RegisterOrder)
            .ThenBy(s => s.MemberId)
            .Select(s => new { s.Member, s.CellId })
            .ToListAsync(cancel);
        var there = InCells(ids, on).Select(s => s.MemberId);
        var before = await store
            .Set<MemberGrade>()
            .AsNoTracking()
            .Where(g => g.Year == year - 1 && there.Contains(g.MemberId))
            .ToDictionaryAsync(g => g.MemberId, cancel);
        var held = (
            await store
                .Set<MemberConditionSpan>()
                .AsNoTracking()
                .Where(c => there.Contains(c.MemberId) && c.FromOn <= on && (c.ToOn == null || c.ToOn > on))
                .ToListAsync(cancel)
        ).ToLookup(c => c.MemberId);
        var posts = (
            await store
                .Set<MemberPost>()
                .AsNoTracking()
                .Where(p => there.Contains(p.MemberId) && p.FromOn <= on && (p.ToOn == null || p.ToOn > on))
                .OrderBy(p => p.Rank)
                .ToListAsync(cancel)
        ).ToLookup(p => p.MemberId);
        // The list of each cell is one by itself.
        var called = stays
            .GroupBy(s => s.CellId)
            .SelectMany(c => Namesakes.Called(c.Select(s => (s.Member!.Id, s.Member.FullName, s.Member.Born))))
            .ToDictionary();
        return
        [
            .. stays.Select(s =>
            {
                var last = before.GetValueOrDefault(s.Member!.Id);
                return new RosterMember(
                    s.Member,
                    s.CellId,
                    posts[s.Member.Id].FirstOrDefault()?.Title,
                    last?.Grade ?? Grade.None,
                    last?.Reason ?? NoGradeReason.None,
                    ReviewSubjectRule.OfMember(work.Rules, work.Cycle.RosterOn, s.Member.AdmittedOn, held[s.Member.Id]).Reason
                )
                {
                    Name = called[s.Member.Id],
                };
            }),
        ];
    }

    private IQueryable<Stay> InCells(long[] cells, DateOnly on) =>
        store
            .Set<Stay>()
            .AsNoTracking()
            .Where(s => cells.Contains(s.CellId) && s.FromOn <= on && (s.ToOn == null || s.ToOn > on));
}
