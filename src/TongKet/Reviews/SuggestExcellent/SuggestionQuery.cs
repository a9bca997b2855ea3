using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.SuggestExcellent;

/// <param name="Suggested">Null where none was.</param>
public sealed record SuggestedCell(TreeNode Cell, int Members, int? Suggested);

/// <param name="Cap">The share of Excellent as proposals and decisions stand now.</param>
public sealed record SuggestionsView(CycleWork Work, TreeNode Body, IReadOnlyList<SuggestedCell> Cells, CapState? Cap);

/// <summary>What a body suggests to each cell on whose members it decides.</summary>
public sealed class SuggestionQuery(AppStore store, CycleFinder cycles, SheetRoom room)
{
    /// <summary>Null where there is nothing to suggest, or it is not for the actor.</summary>
    public async Task<SuggestionsView?> AskAsync(Actor actor, long cycleId, long bodyId, CancellationToken cancel) =>
        await cycles.FindAsync(cycleId, cancel) is { } work && BodyOf(work, actor, bodyId) is { } body
            ? new(work, body, await CellsAsync(store, work, body, cancel), await room.OfMembersAsync(work, body, cancel))
            : null;

    /// <summary>What was suggested to one cell.</summary>
    public static async Task<int?> OfCellAsync(AppStore store, long cycleId, long cell, CancellationToken cancel) =>
        await store
            .Set<ExcellentSuggestion>()
            .Where(s => s.CycleId == cycleId && s.OrganizationId == cell)
            .Select(s => (int?)s.Count)
            .SingleOrDefaultAsync(cancel);

    internal static TreeNode? BodyOf(CycleWork work, Actor actor, long bodyId) =>
        work.Tree.Find(bodyId) is { HasEnded: false } body
        && OrganizationTree.Contains(work.Top!, body)
        && work.Authority.MayDecide(actor, body)
        && CellsOf(work, body).Any()
            ? body
            : null;

    internal static async Task<IReadOnlyList<SuggestedCell>> CellsAsync(
        AppStore store,
        CycleWork work,
        TreeNode body,
        CancellationToken cancel
    )
    {
        var cells = CellsOf(work, body).ToList();
        var ids = cells.Select(c => c.Id).ToArray();
        var (on, cycleId) = (work.RegisterOn, work.Cycle.Id);
        var members = await store
            .Set<Stay>()
            .Where(s => ids.Contains(s.CellId) && s.FromOn <= on && (s.ToOn == null || s.ToOn > on))
            .GroupBy(s => s.CellId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var suggested = await store
            .Set<ExcellentSuggestion>()
            .Where(s => s.CycleId == cycleId && ids.Contains(s.OrganizationId))
            .ToDictionaryAsync(s => s.OrganizationId, s => (int?)s.Count, cancel);
        return [.. cells.Select(c => new SuggestedCell(c, members.GetValueOrDefault(c.Id), suggested.GetValueOrDefault(c.Id)))];
    }

    /// <summary>A cell that decides on its own members needs no suggestion.</summary>
    private static IEnumerable<TreeNode> CellsOf(CycleWork work, TreeNode body) =>
        work.OwingIn(body).Where(n => n != body && n.Kind.IsCell() && work.Authority.DecidesOn(n, ReviewSubject.Member) == body);
}
