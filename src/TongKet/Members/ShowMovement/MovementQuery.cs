using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Figures;
using TongKet.Store;

namespace TongKet.Members.ShowMovement;

/// <summary>The movement of one organization: each figure of the ledger, and what is left over where it does not close.</summary>
/// <param name="Difference">Closing less what opening and movement make; nothing where it closes, null where not all is known.</param>
public sealed record MovementLine(TreeNode Organization, IReadOnlyList<decimal?> Values, decimal? Difference);

/// <summary>Somebody whose stay begins or ends in the period without a movement that says how.</summary>
public sealed record MovementGap(long MemberId, string Name, TreeNode? Cell, DateOnly On);

public sealed record MovementView(
    TreeNode Organization,
    int Year,
    DateOnly From,
    DateOnly To,
    MovementLine Total,
    IReadOnlyList<MovementLine> Below,
    IReadOnlyList<MovementGap> Gaps,
    bool HoldsCountsOnly
);

/// <summary>
/// «Biến động đảng viên» (table 1-TCTW): opening + admitted + transferred in + restored − transferred out − died − struck
/// off − left − expelled = closing, of an organization and of each right below it.
/// </summary>
public sealed class MovementQuery(AppStore store, FigureBook book)
{
    public const int MostGaps = 50;

    /// <summary>The ledger from opening to closing; plus, then minus.</summary>
    public static readonly IReadOnlyList<string> Codes =
    [
        "party_member_opening",
        "new_member_count",
        "member_transferred_in_count",
        "member_restored_count",
        "member_transferred_out_count",
        "member_deceased_count",
        "member_struck_off_count",
        "member_left_count",
        "member_expelled_count",
        "party_member_total",
    ];

    private const int Additions = 4;

    /// <summary>Null where the organization is not there or not in reach.</summary>
    public async Task<MovementView?> AskAsync(Actor actor, long organizationId, int year, DateOnly? day, CancellationToken cancel)
    {
        var table = await book.CountAsync(organizationId, year, day, cancel);
        if (
            table?.Tree.Find(organizationId) is not { HasEnded: false } node
            || !ScopeRule.May(actor, Acts.SeeFigures, table.Tree, node)
        )
        {
            return null;
        }

        var below = table.Tree.Children(node).Where(n => !n.HasEnded && n.Kind.IsPartyOrganization()).Select(n => Line(table, n));
        return new(
            node,
            year,
            table.On.PeriodStart,
            table.On.Day,
            Line(table, node),
            [.. below],
            await GapsAsync(actor, table, node, cancel),
            Codes.Any(code => table.HasAggregates(node.Id, code))
        );
    }

    private static MovementLine Line(FigureTable table, TreeNode node)
    {
        var values = Codes.Select(code => table.Value(node.Id, code)).ToList();
        var due = values.Take(Additions).Sum() - values.Skip(Additions).Take(Codes.Count - Additions - 1).Sum();
        return new(node, values, values.Exists(v => v is null) ? null : values[^1] - due);
    }

    private async Task<IReadOnlyList<MovementGap>> GapsAsync(
        Actor actor,
        FigureTable table,
        TreeNode node,
        CancellationToken cancel
    )
    {
        var (from, to) = (table.On.PeriodStart, table.On.Day);
        var cells = table.Tree.Subtree(node).Select(n => n.Id).ToArray();
        var gaps = await store
            .Set<Stay>()
            .AsNoTracking()
            .Where(s => cells.Contains(s.CellId))
            .Where(s =>
                (s.HowIn == HowIn.BeforeRecords && s.FromOn >= from && s.FromOn <= to)
                || (s.HowOut == HowOut.NotEnded && s.ToOn >= from && s.ToOn <= to)
            )
            .OrderBy(s => s.Id)
            .Take(MostGaps)
            .Select(s => new
            {
                s.MemberId,
                s.Member!.FullName,
                s.CellId,
                On = s.ToOn ?? s.FromOn,
            })
            .ToListAsync(cancel);
        return
        [
            .. gaps.Select(g =>
            {
                var cell = table.Tree.Find(g.CellId);
                var mayName = !actor.IsOperator && cell is not null && ScopeRule.May(actor, Acts.SeeMembers, table.Tree, cell);
                return new MovementGap(g.MemberId, mayName ? g.FullName : Masking.Name(g.FullName), cell, g.On);
            }),
        ];
    }
}
