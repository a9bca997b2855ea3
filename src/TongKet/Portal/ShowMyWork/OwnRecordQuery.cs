using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Organizations;
using TongKet.Reviews.WriteSelfReview;
using TongKet.Store;

namespace TongKet.Portal.ShowMyWork;

/// <summary>A grade of one's own, or why there is none.</summary>
public sealed record OwnGrade(int Year, Grade Grade, NoGradeReason Reason);

/// <param name="Lacks">Resource keys of what his record lacks.</param>
public sealed record OwnRecordView(
    Member Member,
    string? Cell,
    IReadOnlyList<string> Posts,
    IReadOnlyList<OwnGrade> Grades,
    IReadOnlyList<string> Lacks
)
{
    /// <summary>What reviews under way ask him to write of himself, as a member and as a leader.</summary>
    public IReadOnlyList<SelfDuty> Reviews { get; init; } = [];
}

/// <summary>A member's own record in short, so that he sees whether it is right.</summary>
public sealed class OwnRecordQuery(AppStore store, TreeReader trees, SelfDutiesQuery duties)
{
    private const int YearsShown = 5;

    /// <summary>Null where the account is no member's.</summary>
    public async Task<OwnRecordView?> AskAsync(Actor actor, DateOnly on, CancellationToken cancel)
    {
        if (
            actor.MemberId is not { } id
            || await store.Set<Member>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancel) is not { } member
        )
        {
            return null;
        }

        var stay = await store
            .Set<Stay>()
            .AsNoTracking()
            .Where(s => s.MemberId == id && s.FromOn <= on && (s.ToOn == null || s.ToOn > on))
            .FirstOrDefaultAsync(cancel);
        var posts = await store
            .Set<MemberPost>()
            .AsNoTracking()
            .Where(p => p.MemberId == id && p.FromOn <= on && (p.ToOn == null || p.ToOn > on))
            .OrderBy(p => p.Rank)
            .Select(p => p.Title)
            .ToListAsync(cancel);
        var grades = await store
            .Set<MemberGrade>()
            .AsNoTracking()
            .Where(g => g.MemberId == id)
            .OrderByDescending(g => g.Year)
            .Take(YearsShown)
            .Select(g => new OwnGrade(g.Year, g.Grade, g.Reason))
            .ToListAsync(cancel);
        var tree = await trees.ReadAsync(on, cancel);
        return new(member, stay is null ? null : tree.Find(stay.CellId)?.Name, posts, grades, Lacking(member))
        {
            Reviews = await duties.AskAsync(actor, on, cancel),
        };
    }

    private static List<string> Lacking(Member member)
    {
        var lacks = new List<string>();
        if (member.CitizenId is null)
        {
            lacks.Add("portal.gap.citizen-id");
        }

        if (member.BornOn is null)
        {
            lacks.Add("portal.gap.born");
        }

        if (member.AdmittedOn is null)
        {
            lacks.Add("portal.gap.admitted");
        }

        return lacks;
    }
}
