using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Members.ShowRegister;

/// <summary>A line of the register. Numbers are masked; they open one by one on the member's page.</summary>
public sealed record RegisterLine(
    long Id,
    string Name,
    PartialDate? Born,
    Sex Sex,
    string? CitizenId,
    IReadOnlyList<string> Posts,
    PartialDate? Admitted,
    DateOnly? OfficialOn,
    bool IsProbationary,
    IReadOnlyList<MemberCondition> Conditions,
    int RegisterOrder,
    TreeNode Cell
);

/// <param name="Total">Null where counting would be dear.</param>
/// <param name="NextAfter">The member after whom the next page begins; null at the end.</param>
/// <param name="CountsOnly">Units that send no names: their members are in no list.</param>
public sealed record RegisterView(
    TreeNode Organization,
    DateOnly On,
    IReadOnlyList<TreeNode> Cells,
    IReadOnlyList<RegisterLine> Lines,
    int? Total,
    long? NextAfter,
    IReadOnlyList<TreeNode> CountsOnly,
    bool MayAdd
)
{
    /// <summary>Over a province or more only the order of the tree can be had without reading everybody.</summary>
    public bool MayOrderByName => Cells.Count <= RegisterQuery.FewEnoughToCount;
}

/// <summary>The register of an organization at the end of a day: everybody in the head-count of its cells.</summary>
public sealed class RegisterQuery(AppStore store, TreeReader trees, RegisterCounts kept)
{
    public const int PageSize = 50;
    public const int FewEnoughToCount = 2000;

    /// <summary>Null where the organization is not on that day's tree or out of reach.</summary>
    public async Task<RegisterView?> AskAsync(
        Actor actor,
        long organizationId,
        DateOnly on,
        RegisterFilter filter,
        bool byName,
        long? after,
        CancellationToken cancel,
        int take = PageSize
    )
    {
        var tree = await trees.ReadAsync(on, cancel);
        if (tree.Find(organizationId) is not { HasEnded: false } node || !ScopeRule.May(actor, Acts.SeeMembers, tree, node))
        {
            return null;
        }

        var below = tree.Subtree(node).Where(n => !n.HasEnded).ToList();
        var cells = below.Where(n => n.Kind.IsCell()).ToList();
        var asked = filter.CellId is { } cell ? cells.Where(c => c.Id == cell).ToList() : cells;
        long[] ids = [.. asked.Select(c => c.Id)];
        var counts =
            asked.Count <= FewEnoughToCount ? await kept.ReadAsync(store, tree, trees.Position, node, filter, ids, cancel) : null;
        byName &= cells.Count <= FewEnoughToCount;
        var rows = byName
            ? await RegisterPaging.ByNameAsync(store, filter, on, ids, await SortKeyAsync(after, cancel), take + 1, cancel)
            : await RegisterPaging.ByOfficeAsync(
                store,
                filter,
                on,
                asked,
                counts,
                await PlaceAsync(after, on, ids, cancel),
                take + 1,
                cancel
            );
        var shown = rows.Take(take).ToList();
        return new(
            node,
            on,
            cells,
            await LinesAsync(shown, on, tree, cancel),
            counts?.Values.Sum(),
            rows.Count > take ? shown[^1].Member.Id : null,
            [.. below.Where(n => n.Version.CountsOnly)],
            node.Kind.IsCell() && ScopeRule.May(actor, Acts.ChangeMembers, tree, node)
        );
    }

    private async Task<(string, long)?> SortKeyAsync(long? after, CancellationToken cancel) =>
        after is { } id
        && await store.Set<Member>().Where(m => m.Id == id).Select(m => m.NameSortKey).FirstOrDefaultAsync(cancel) is { } key
            ? (key, id)
            : null;

    private async Task<(long, long)?> PlaceAsync(long? after, DateOnly on, long[] cells, CancellationToken cancel)
    {
        if (after is not { } id)
        {
            return null;
        }

        var cell = await new RegisterFilter()
            .Of(store, on, cells)
            .Where(s => s.MemberId == id)
            .Select(s => (long?)s.CellId)
            .FirstOrDefaultAsync(cancel);
        return cell is { } known ? (id, known) : null;
    }

    private async Task<IReadOnlyList<RegisterLine>> LinesAsync(
        List<RegisterStay> rows,
        DateOnly on,
        OrganizationTree tree,
        CancellationToken cancel
    )
    {
        long[] members = [.. rows.Select(r => r.Member.Id)];
        var posts = (
            await store
                .Set<MemberPost>()
                .AsNoTracking()
                .Where(p => members.Contains(p.MemberId) && p.FromOn <= on && (p.ToOn == null || p.ToOn > on))
                .ToListAsync(cancel)
        ).ToLookup(p => p.MemberId);
        var conditions = (
            await store
                .Set<MemberConditionSpan>()
                .AsNoTracking()
                .Where(c => members.Contains(c.MemberId) && c.FromOn <= on && (c.ToOn == null || c.ToOn > on))
                .ToListAsync(cancel)
        ).ToLookup(c => c.MemberId);
        return
        [
            .. rows.Select(r => new RegisterLine(
                r.Member.Id,
                r.Member.FullName,
                r.Member.Born,
                r.Member.Sex,
                Masking.Number(r.Member.CitizenId),
                [.. posts[r.Member.Id].OrderBy(p => p.OrganizationId != r.CellId).ThenBy(p => p.Rank).Select(p => p.Title)],
                r.Member.Admitted,
                r.Member.OfficialOn,
                r.Member.OfficialOn is not { } official || official > on,
                [.. conditions[r.Member.Id].Select(c => c.Condition).Distinct()],
                r.Member.RegisterOrder,
                tree.Find(r.CellId)!
            )),
        ];
    }
}
