using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Members;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Reviews.ShowMemberGrades;

public sealed record GradeLine(MemberGrade Grade, string Cell);

/// <summary>The grades of a member over the years, for who may see them.</summary>
public sealed class MemberGradesQuery(AppStore store, OrganizationNames names)
{
    public async Task<IReadOnlyList<GradeLine>> AskAsync(MemberFile file, CancellationToken cancel)
    {
        if (!file.May(Acts.SeeGrades) && !file.IsOwn)
        {
            return [];
        }

        var id = file.Member.Id;
        var grades = await store
            .Set<MemberGrade>()
            .AsNoTracking()
            .Where(g => g.MemberId == id)
            .OrderByDescending(g => g.Year)
            .ToListAsync(cancel);
        var called = await names.ReadAsync(grades.Select(g => (long?)g.CellId), cancel);
        return [.. grades.Select(g => new GradeLine(g, called.On(g.CellId, new DateOnly(g.Year, 12, 31)) ?? ""))];
    }
}
