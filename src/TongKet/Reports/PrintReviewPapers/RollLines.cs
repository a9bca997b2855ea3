using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Reviews;
using TongKet.Reviews.FillSheet;
using TongKet.Store;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>Who stands on the roll of a cell or a committee on a day, with what papers say of each.</summary>
public sealed class RollLines(AppStore store, SheetLines owed)
{
    /// <summary>The rank of a member of a committee on lists; above it stand those who lead it.</summary>
    private const int CommitteeRank = 4;

    /// <summary>The members of a cell on a day; whoever hands them on asked before whether he may.</summary>
    public async Task<IReadOnlyList<RollLine>> OfCellAsync(
        TreeNode cell,
        OrganizationTree tree,
        int year,
        DateOnly on,
        RuleSet review,
        CancellationToken cancel
    )
    {
        var members = await store
            .Set<Stay>()
            .AsNoTracking()
            .Where(s => s.CellId == cell.Id && s.FromOn <= on && (s.ToOn == null || s.ToOn > on))
            .Select(s => s.Member!)
            .ToListAsync(cancel);
        return await LinesAsync(members, cell, tree, year, on, review, cancel);
    }

    /// <summary>The leaders of an organization on a day, each with the cell in which he is a member.</summary>
    public async Task<IReadOnlyList<RollLine>> OfLeadersAsync(
        TreeNode node,
        OrganizationTree tree,
        int year,
        DateOnly on,
        RuleSet review,
        CancellationToken cancel
    )
    {
        long[] ids = [.. (await owed.LeadersAsync(node.Id, on, cancel)).Select(l => l.MemberId)];
        var members = await store.Set<Member>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(cancel);
        var cells = await store
            .Set<Stay>()
            .Where(s => ids.Contains(s.MemberId) && s.FromOn <= on && (s.ToOn == null || s.ToOn > on))
            .ToDictionaryAsync(s => s.MemberId, s => s.CellId, cancel);
        var lines = await LinesAsync(members, node, tree, year, on, review, cancel);
        return [.. lines.Select(l => l with { CellName = tree.Find(cells.GetValueOrDefault(l.MemberId))?.Name })];
    }

    private async Task<IReadOnlyList<RollLine>> LinesAsync(
        List<Member> members,
        TreeNode cell,
        OrganizationTree tree,
        int year,
        DateOnly on,
        RuleSet review,
        CancellationToken cancel
    )
    {
        long[] ids = [.. members.Select(m => m.Id)];
        var posts = (
            await store
                .Set<MemberPost>()
                .AsNoTracking()
                .Where(p => ids.Contains(p.MemberId) && p.FromOn <= on && (p.ToOn == null || p.ToOn > on))
                .ToListAsync(cancel)
        ).ToLookup(p => p.MemberId);
        var conditions = (
            await store
                .Set<MemberConditionSpan>()
                .AsNoTracking()
                .Where(c => ids.Contains(c.MemberId) && c.FromOn <= on && (c.ToOn == null || c.ToOn > on))
                .ToListAsync(cancel)
        ).ToLookup(c => c.MemberId);
        var before = await store
            .Set<MemberGrade>()
            .AsNoTracking()
            .Where(g => g.Year == year - 1 && ids.Contains(g.MemberId))
            .ToDictionaryAsync(g => g.MemberId, g => (g.Grade, g.Reason), cancel);
        var called = Namesakes.Called(members.Select(m => (m.Id, m.FullName, m.Born)));
        // Whom the sheet owes a grade is judged by the end of the year; papers drawn before it are to say the same.
        var counted = on < new DateOnly(year, 12, 31) ? new DateOnly(year, 12, 31) : on;
        var hasFormOutside = ReviewForms.Of(review).Members.ContainsKey(ReviewForm.OutsideSystem);
        return
        [
            .. members
                .OrderBy(m => posts[m.Id].Where(p => p.OrganizationId == cell.Id).Min(p => (int?)p.Rank) ?? int.MaxValue)
                .ThenBy(m => m.RegisterOrder)
                .ThenBy(m => m.NameSortKey, StringComparer.Ordinal)
                .ThenBy(m => m.Id)
                .Select(m => Line(m, [.. posts[m.Id].OrderBy(p => p.OrganizationId != cell.Id).ThenBy(p => p.Rank)])),
        ];

        RollLine Line(Member member, IReadOnlyList<MemberPost> held)
        {
            var party = held.Where(p => tree.Find(p.OrganizationId)?.Kind.IsPartyOrganization() != false).ToList();
            var others = held.Except(party).ToList();
            var standing = ReviewSubjectRule.OfMember(
                review,
                counted,
                member.AdmittedOn ?? member.AdmissionDecidedOn,
                conditions[member.Id]
            );
            return new(
                member.Id,
                member.FullName,
                member.Born,
                [.. party.Select(p => Post(p, cell, tree))],
                [.. others.Select(p => p.Title)],
                [.. others.Select(p => tree.Find(p.OrganizationId)!.Name).Distinct()],
                member.Occupation,
                member.OfficialOn is { } official && official <= on,
                party.Exists(p => p.OrganizationId == cell.Id && PostRank.Of(p.Title) == CommitteeRank),
                others.Count > 0 || party.Exists(p => PostRank.Of(p.Title) <= CommitteeRank),
                standing.Reason,
                standing.IsReviewed,
                before.GetValueOrDefault(member.Id)
            )
            {
                Called = called[member.Id],
                WorksOutsideSystem = hasFormOutside && member.WorksOutsideSystem == true,
            };
        }
    }

    private static string Post(MemberPost post, TreeNode cell, OrganizationTree tree) =>
        post.OrganizationId == cell.Id || tree.Find(post.OrganizationId) is not { } where
            ? post.Title
            : $"{post.Title} ({where.Name})";
}
