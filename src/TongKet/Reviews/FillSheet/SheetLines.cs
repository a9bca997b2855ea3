using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.FillSheet;

/// <summary>A line that a sheet owes, and what stands beside the name on it.</summary>
/// <param name="Suggested">Why the register says he is not to be graded; the sheet offers it, nobody is bound by it.</param>
public sealed record OwedLine(
    LineKey Key,
    string Name,
    string? Post,
    bool IsProbationary,
    Grade LastYear,
    NoGradeReason LastYearReason,
    NoGradeReason Suggested,
    long? ManagedById = null
);

/// <summary>A leader of an organization with his first post in it, and the level that manages it where that is recorded.</summary>
internal sealed record OwedLeader(long MemberId, string Name, string Title, long? ManagedById);

/// <summary>
/// Whom an organization accounts for on its sheet: a cell its members, a committee its leaders and itself as a collective,
/// both the organization. A quarterly review is about leaders alone (KL 198).
/// </summary>
public sealed class SheetLines(AppStore store, ReviewRoster roster)
{
    /// <summary>Secretary, deputy, standing committee: whose posts the level above manages where nothing else is recorded.</summary>
    private const int LowestLeader = 3;

    public async Task<IReadOnlyList<OwedLine>> ReadAsync(CycleWork work, TreeNode node, CancellationToken cancel)
    {
        var subjects = SubjectsOf(work);
        var lines = new List<OwedLine>();
        if (node.Kind.IsCell())
        {
            var members = subjects.Contains(ReviewSubject.Member) ? await roster.ReadAsync(work, [node.Id], cancel) : [];
            lines.AddRange(members.Select(m => Line(m, work)));
        }
        else
        {
            lines.AddRange(await OfCommitteeAsync(work, node, cancel));
        }

        if (subjects.Contains(ReviewSubject.Organization))
        {
            lines.Add(await OwnAsync(work, node, cancel));
        }

        return lines;
    }

    /// <summary>As what anybody is graded in a review of this kind.</summary>
    public static IReadOnlyList<ReviewSubject> SubjectsOf(CycleWork work) =>
        work.Cycle.Kind == CycleKind.Quarter
            ? work.Rules["quarter_cycle_subjects"].Names<ReviewSubject>()
            : ReviewAuthority.Subjects;

    private static OwedLine Line(RosterMember of, CycleWork work) =>
        new(
            LineKey.Member(of.Member.Id),
            of.Name,
            of.Post,
            of.Member.OfficialOn is null || of.Member.OfficialOn > work.RegisterOn,
            of.LastYear,
            of.LastYearReason,
            of.Suggested
        );

    /// <summary>The leaders of an organization on a day: whose post a level manages, and the holders of the first posts.</summary>
    internal async Task<IReadOnlyList<OwedLeader>> LeadersAsync(long organizationId, DateOnly on, CancellationToken cancel)
    {
        var posts = await store
            .Set<MemberPost>()
            .AsNoTracking()
            .Where(p => p.OrganizationId == organizationId && p.FromOn <= on && (p.ToOn == null || p.ToOn > on))
            .Where(p => p.Rank <= LowestLeader || p.ManagedById != null)
            .OrderBy(p => p.Rank)
            .Join(
                store.Set<Member>(),
                p => p.MemberId,
                m => m.Id,
                (p, m) =>
                    new
                    {
                        m.Id,
                        m.FullName,
                        m.BornOn,
                        m.BornPrecision,
                        p.Title,
                        p.ManagedById,
                    }
            )
            .ToListAsync(cancel);
        var called = Namesakes.Called(posts.Select(p => (p.Id, p.FullName, Namesakes.Born(p.BornOn, p.BornPrecision))));
        // Several posts of one organization are one leader.
        return [.. posts.DistinctBy(p => p.Id).Select(p => new OwedLeader(p.Id, called[p.Id], p.Title, p.ManagedById))];
    }

    private async Task<IEnumerable<OwedLine>> OfCommitteeAsync(CycleWork work, TreeNode node, CancellationToken cancel)
    {
        var subjects = SubjectsOf(work);
        var leaders = subjects.Contains(ReviewSubject.Leader) ? await LeadersAsync(node.Id, work.RegisterOn, cancel) : [];
        var before = await LastYearGrades.ReadAsync(
            store,
            work.Cycle.Year - 1,
            node.Id,
            [.. leaders.Select(l => l.MemberId)],
            cancel
        );
        var lines = leaders.Select(l => Line(LineKey.Leader(l.MemberId), l.Name, l.Title, l.ManagedById));
        return subjects.Contains(ReviewSubject.Collective)
            ? lines.Append(Line(LineKey.Collective, node.Name, null, null))
            : lines;

        OwedLine Line(LineKey key, string name, string? post, long? managedById)
        {
            var (grade, reason) = before.Of(key);
            return new(key, name, post, false, grade, reason, NoGradeReason.None, managedById);
        }
    }

    private async Task<OwedLine> OwnAsync(CycleWork work, TreeNode node, CancellationToken cancel)
    {
        var before = await store
            .Set<OrganizationGrade>()
            .AsNoTracking()
            .FirstOrDefaultAsync(g => g.OrganizationId == node.Id && g.Year == work.Cycle.Year - 1, cancel);
        return new(
            LineKey.Own,
            node.Name,
            null,
            false,
            before?.Grade ?? Grade.None,
            before?.Reason ?? NoGradeReason.None,
            NoGradeReason.None
        );
    }
}
