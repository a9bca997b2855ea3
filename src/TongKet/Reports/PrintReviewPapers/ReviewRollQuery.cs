using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Organizations;
using TongKet.Reviews;
using TongKet.Reviews.EnterBallot;
using TongKet.Reviews.FillSheet;
using TongKet.Reviews.KeepResidence;
using TongKet.Reviews.ScoreCriteria;
using TongKet.Reviews.WriteSelfReview;
using TongKet.Store;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>The members of a cell for the papers of its review.</summary>
public sealed class ReviewRollQuery(
    AppStore store,
    TreeReader trees,
    RuleBook rules,
    CycleFinder cycles,
    BallotQuery ballots,
    SelfReviewQuery selfReviews,
    SheetCriteriaQuery criteria,
    ResidenceQuery residence,
    YearRules yearRules,
    SheetLines owed
)
{
    /// <summary>The rank of a member of a committee on lists; above it stand those who lead it.</summary>
    private const int CommitteeRank = 4;

    /// <summary>The organization with the cells to choose from; null where it is not on that day's tree or out of reach.</summary>
    public async Task<PaperCells?> CellsAsync(Actor actor, long organizationId, DateOnly on, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(on, cancel);
        if (
            tree.Find(organizationId) is not { HasEnded: false } node
            || !ScopeRule.May(actor, Acts.PrintReviewPapers, tree, node)
        )
        {
            return null;
        }

        // Above the grassroots one goes down step by step; below, every cell is at hand.
        var below = node.Kind.IsAboveGrassroots() ? tree.Children(node) : tree.Subtree(node).Where(n => n.Kind.IsCell());
        return new(
            node,
            node.Kind.IsCell() ? [] : [.. below.Where(n => !n.HasEnded && n.Id != node.Id && n.Kind.IsPartyOrganization())]
        );
    }

    /// <summary>Null where it is no cell of that day, sends no names, or is out of reach.</summary>
    public async Task<ReviewRoll?> AskAsync(Actor actor, long cellId, int year, DateOnly on, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(on, cancel);
        if (
            tree.Find(cellId) is not { HasEnded: false } cell
            || !cell.Kind.IsCell()
            || cell.Version.CountsOnly
            || !ScopeRule.May(actor, Acts.PrintReviewPapers, tree, cell)
        )
        {
            return null;
        }

        var covering = await cycles.CoveringAsync(cellId, year, on, cancel);
        var cycle = covering.FirstOrDefault(c => c.Kind == CycleKind.Year);
        var review = yearRules.Of(cycle, year);
        // The vote in the year's review is for who proposes and who decides; to nobody else is it there.
        var voted = cycle is null ? null : await ballots.AskAsync(actor, cycle.Id, cellId, 1, cancel);
        return new(
            cell,
            tree.Parent(cell) is { } above ? tree.PartyOrganizationOf(above) : null,
            year,
            on,
            ReviewForms.Of(review),
            DocumentFormats.InForce(rules, on),
            await LinesAsync(cell, tree, year, on, review, cancel)
        )
        {
            Vote = voted?.Desk.First,
            SecondVote = voted?.Desk.Second,
            Criteria = await criteria.AskAsync(actor, cycle, tree, cell, (year, review), cancel),
            Typed = cycle is null ? [] : await selfReviews.OfSheetAsync(actor, cycle, cellId, cancel),
            Contacts = (await residence.AskAsync(actor, cellId, on, year, cancel))?.Lines ?? [],
        };
    }

    /// <summary>The members of a cell on a day; whoever hands them on asked before whether he may.</summary>
    internal async Task<IReadOnlyList<RollLine>> LinesAsync(
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
    internal async Task<IReadOnlyList<RollLine>> LeadersAsync(
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
                on,
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
                WorksOutsideSystem = hasFormOutside && member.WorksOutsideSystem == true,
            };
        }
    }

    private static string Post(MemberPost post, TreeNode cell, OrganizationTree tree) =>
        post.OrganizationId == cell.Id || tree.Find(post.OrganizationId) is not { } where
            ? post.Title
            : $"{post.Title} ({where.Name})";
}

/// <summary>Where to choose a cell from.</summary>
public sealed record PaperCells(TreeNode Organization, IReadOnlyList<TreeNode> Below);
