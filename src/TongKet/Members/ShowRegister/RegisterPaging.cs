using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Store;

namespace TongKet.Members.ShowRegister;

/// <summary>A stay of the register, with what its order rests on.</summary>
public sealed record RegisterStay(Member Member, long CellId, int? Rank, DateOnly FromOn, HowIn HowIn);

/// <summary>
/// Pages through a register after the last member shown, without counting what lies before: by the tree's order of
/// cells and within a cell by post and register, or by name over all cells.
/// </summary>
public static class RegisterPaging
{
    private const int FirstCells = 8;

    /// <summary>
    /// Cells in the tree's order: those that fill the page where the counts are known, else a few at a time and more the
    /// longer nothing is found.
    /// </summary>
    public static async Task<List<RegisterStay>> ByOfficeAsync(
        AppStore store,
        RegisterFilter filter,
        DateOnly on,
        IReadOnlyList<TreeNode> cells,
        IReadOnlyDictionary<long, int>? counts,
        (long MemberId, long CellId)? after,
        int take,
        CancellationToken cancel
    )
    {
        var found = new List<RegisterStay>();
        var at = after is null ? 0 : Math.Max(0, cells.TakeWhile(c => c.Id != after.Value.CellId).Count());
        for (var count = FirstCells; at < cells.Count && found.Count < take; at += count, count *= 2)
        {
            count = counts is null ? count : Filling(cells, at, counts, take - found.Count + Shown(after, cells[at], counts));
            var some = cells.Skip(at).Take(count).Where(c => counts?.ContainsKey(c.Id) != false).ToList();
            var place = some.ToDictionary(c => c.Id, c => c.At);
            var rows = await Rows(store, filter.Of(store, on, [.. place.Keys]), on).ToListAsync(cancel);
            var ordered = rows.OrderBy(r => place[r.CellId])
                .ThenBy(r => r.Rank ?? int.MaxValue)
                .ThenBy(r => r.Member.RegisterOrder)
                .ThenBy(r => r.Member.NameSortKey, StringComparer.Ordinal)
                .ThenBy(r => r.Member.Id)
                .ToList();
            if (after is { } last && ordered.FindIndex(r => r.Member.Id == last.MemberId) is var shown and >= 0)
            {
                ordered.RemoveRange(0, shown + 1);
            }

            found.AddRange(ordered);
        }

        return [.. found.Take(take)];
    }

    /// <summary>How many cells from here on hold so many members.</summary>
    private static int Filling(IReadOnlyList<TreeNode> cells, int at, IReadOnlyDictionary<long, int> counts, int wanted)
    {
        var count = 0;
        for (var held = 0; at + count < cells.Count && held < wanted; count++)
        {
            held += counts.GetValueOrDefault(cells[at + count].Id);
        }

        return count;
    }

    /// <summary>Of the cell in which the page before ended, any number may have been shown.</summary>
    private static int Shown((long MemberId, long CellId)? after, TreeNode cell, IReadOnlyDictionary<long, int> counts) =>
        after?.CellId == cell.Id ? counts.GetValueOrDefault(cell.Id) : 0;

    /// <summary>Given name first, by the Vietnamese alphabet.</summary>
    public static async Task<List<RegisterStay>> ByNameAsync(
        AppStore store,
        RegisterFilter filter,
        DateOnly on,
        long[] cells,
        (string SortKey, long MemberId)? after,
        int take,
        CancellationToken cancel
    )
    {
        var stays = filter.Of(store, on, cells);
        if (after is { } last)
        {
            var (key, id) = last;
            stays = stays.Where(s =>
                string.Compare(s.Member!.NameSortKey, key) > 0 || (s.Member.NameSortKey == key && s.MemberId > id)
            );
        }

        var asked = stays.OrderBy(s => s.Member!.NameSortKey).ThenBy(s => s.MemberId).Take(take);
        return await Rows(store, asked, on).ToListAsync(cancel);
    }

    private static IQueryable<RegisterStay> Rows(AppStore store, IQueryable<Stay> stays, DateOnly on)
    {
        var posts = store.Set<MemberPost>().Where(p => p.FromOn <= on && (p.ToOn == null || p.ToOn > on));
        return stays.Select(s => new RegisterStay(
            s.Member!,
            s.CellId,
            posts.Where(p => p.MemberId == s.MemberId && p.OrganizationId == s.CellId).Min(p => (int?)p.Rank),
            s.FromOn,
            s.HowIn
        ));
    }
}
