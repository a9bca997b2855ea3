using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Members.ShowMovement;

/// <summary>One member by whom a movement does not close.</summary>
/// <param name="Why">A word of the room: «members.gap.» + this.</param>
public sealed record MovementGap(long MemberId, string Name, string Cell, string Why, string? Other);

/// <summary>
/// Finds by whom a movement does not close: the definitions of the figures themselves, asked of each member's stays
/// alone.
/// </summary>
public sealed class MovementGaps(AppStore store, OrganizationNames names)
{
    private const int Most = 100;

    private static readonly IReadOnlyList<(int Sign, Func<Stay, AsOf, bool> Holds, Func<Stay, long?>? Other)> Definitions =
    [
        .. MovementCodes.All.Select(code =>
        {
            var figure = (CountFigure<Stay>)StayFigures.All.Single(f => f.Code == code);
            var sign = code == MovementCodes.Closing || MovementCodes.Decreases.Contains(code) ? -1 : 1;
            return (sign, figure.Where.Compile(), figure.Other?.Compile());
        }),
    ];

    public async Task<IReadOnlyList<MovementGap>> FindAsync(
        Actor actor,
        OrganizationTree tree,
        TreeNode node,
        AsOf on,
        CancellationToken cancel
    )
    {
        var (eve, day) = (on.Eve, on.Day);
        long[] cells = [.. tree.Subtree(node).Where(n => n.Kind.IsCell()).Select(n => n.Id)];
        var stays = await store
            .Set<Stay>()
            .AsNoTracking()
            .Include(s => s.Member)
            .Where(s => cells.Contains(s.CellId) && s.FromOn <= day && (s.ToOn == null || s.ToOn > eve))
            .OrderBy(s => s.FromOn)
            .ToListAsync(cancel);
        var within = cells.ToHashSet();
        var open = stays
            .GroupBy(s => s.MemberId)
            .Select(g => (Stays: g.ToList(), Left: g.Sum(s => Left(s, on, within))))
            .Where(g => g.Left != 0)
            .Take(Most)
            .ToList();
        var called = await names.ReadAsync(
            open.SelectMany(g => g.Stays).SelectMany(s => new[] { s.CameFromId, s.WentToId }),
            cancel
        );
        return [.. open.Select(g => Gap(actor, tree, g.Stays, on, called))];
    }

    /// <summary>What a stay leaves over when opening and increases are set against decreases and closing.</summary>
    private static int Left(Stay stay, AsOf on, HashSet<long> within) =>
        Definitions.Sum(d => d.Holds(stay, on) && !(d.Other?.Invoke(stay) is { } other && within.Contains(other)) ? d.Sign : 0);

    private static MovementGap Gap(Actor actor, OrganizationTree tree, List<Stay> stays, AsOf on, NamesOfOrganizations called)
    {
        var last = stays[^1];
        var cell = tree.Find(last.CellId)!;
        var name = last.Member!.FullName;
        var mayName = !actor.IsOperator && ScopeRule.May(actor, Acts.SeeMembers, tree, cell);
        var (why, other) = Why(stays, on, called);
        return new(last.MemberId, mayName ? name : Masking.Name(name), cell.Name, why, other);
    }

    private static (string Why, string? Other) Why(List<Stay> stays, AsOf on, NamesOfOrganizations called)
    {
        for (var i = 1; i < stays.Count; i++)
        {
            if (stays[i - 1].ToOn is not { } end || end > stays[i].FromOn)
            {
                return ("twice", null);
            }
        }

        foreach (var stay in stays)
        {
            if (stay.ToOn <= on.Day && stay.HowOut == HowOut.NotEnded)
            {
                return ("left-without-word", null);
            }

            if (stay.FromOn > on.Eve && stay.HowIn == HowIn.BeforeRecords)
            {
                return ("came-without-word", null);
            }

            if (stay.ToOn <= on.Day && stay.WentToId is { } to && stays.TrueForAll(s => s.CellId != to))
            {
                return ("not-received", called.Latest(to));
            }

            if (stay.FromOn > on.Eve && stay.CameFromId is { } from && stays.TrueForAll(s => s.CellId != from))
            {
                return ("not-sent", called.Latest(from));
            }
        }

        return ("other", null);
    }
}
