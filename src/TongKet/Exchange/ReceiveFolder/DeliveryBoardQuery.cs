using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Exchange.ReceiveFolder;

/// <summary>Where a unit's workbook stands.</summary>
public enum BoardState : byte
{
    NotArrived,
    WithErrors,
    Applied,

    /// <summary>It was applied once, and what came since is another file that is not applied.</summary>
    ChangedSince,
}

public sealed record BoardLine(TreeNode Unit, BoardState State, Delivery? Delivery);

public sealed record BoardView(TreeNode Organization, int Year, IReadOnlyList<BoardLine> Lines)
{
    public int CountOf(BoardState state) => Lines.Count(l => l.State == state);
}

/// <summary>The board of a year: each unit right under an organization, and where its workbook stands.</summary>
public sealed class DeliveryBoardQuery(AppStore store, TreeReader trees)
{
    /// <summary>Null where the organization is not there or not in reach.</summary>
    public async Task<BoardView?> AskAsync(Actor actor, long organizationId, int year, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(new DateOnly(year, 12, 31), cancel);
        if (tree.Find(organizationId) is not { HasEnded: false } node || !ScopeRule.May(actor, Acts.ImportWorkbooks, tree, node))
        {
            return null;
        }

        var units = tree.Children(node).Where(n => !n.HasEnded && n.Kind.IsPartyOrganization()).ToList();
        var ids = units.Select(u => u.Id).ToArray();
        var deliveries = await store
            .Set<Delivery>()
            .AsNoTracking()
            .Where(d => d.Year == year && ids.Contains(d.OrganizationId))
            .ToDictionaryAsync(d => d.OrganizationId, cancel);
        return new(node, year, [.. units.Select(u => Line(u, deliveries.GetValueOrDefault(u.Id)))]);
    }

    private static BoardLine Line(TreeNode unit, Delivery? delivery) =>
        new(
            unit,
            delivery switch
            {
                null => BoardState.NotArrived,
                { State: DeliveryState.Applied } => BoardState.Applied,
                { AppliedSha256: not null } => BoardState.ChangedSince,
                _ => BoardState.WithErrors,
            },
            delivery
        );
}
