using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Figures;
using TongKet.Organizations;

namespace TongKet.Members.ShowMovement;

/// <summary>The movement of one organization: a value for each of <see cref="MovementCodes.All"/>; unknown is null.</summary>
/// <param name="Closes">Null where something is unknown, or where a unit sent numbers instead of names.</param>
public sealed record MovementLine(TreeNode Node, IReadOnlyList<decimal?> Values, bool HoldsCountsOnly, bool? Closes)
{
    public decimal? this[string code] => Values[MovementCodes.At(code)];
}

/// <param name="Below">By subordinate organization, in the office's order.</param>
/// <param name="Inside">Transfers between subordinate organizations, by code: they are no movement of the whole. Null where unknown.</param>
/// <param name="Gaps">By whom the movement does not close.</param>
public sealed record MovementView(
    DateOnly From,
    DateOnly To,
    MovementLine Whole,
    IReadOnlyList<MovementLine> Below,
    IReadOnlyList<decimal>? Inside,
    IReadOnlyList<MovementGap> Gaps
);

/// <summary>
/// «Biến động đảng viên»: opening, what came, what went and closing of an organization in a period, and of each
/// organization right under it. All numbers are figures of the catalogue, so each opens to its records.
/// </summary>
public sealed class MovementQuery(FigureBook book, TreeReader trees, RuleBook rules, MovementGaps gaps)
{
    private const int MostOrganizations = 600;

    /// <summary>Null where the organization is not on the tree of the period's last day or out of reach.</summary>
    public async Task<MovementView?> AskAsync(
        Actor actor,
        long organizationId,
        DateOnly from,
        DateOnly to,
        CancellationToken cancel
    )
    {
        var on = AsOf.Between(rules, from, to);
        var table = await book.CountBranchAsync(organizationId, on, cancel);
        if (
            table?.Tree.Find(organizationId) is not { HasEnded: false } node
            || !ScopeRule.May(actor, Acts.SeeFigures, table.Tree, node)
        )
        {
            return null;
        }

        var whole = Line(table, node);
        var below = table
            .Tree.Children(node)
            .Where(n => n.Kind.IsPartyOrganization() && n.Kind != OrganizationKind.PartyGroup)
            .Select(n => Line(table, n))
            .ToList();
        // What ended long ago and moved nobody in the period says nothing.
        below.RemoveAll(line => line.Node.HasEnded && line.Values.All(v => v is null or 0));
        return new(
            from,
            to,
            whole,
            below,
            Inside(whole, below),
            // Stay by stay: in a larger organization the line of a subordinate that does not close leads there.
            node.End - node.At
                <= MostOrganizations
            && (whole.Closes == false || below.Exists(l => l.Closes == false))
                ? await gaps.FindAsync(actor, table.Tree, node, on, cancel)
                : []
        );
    }

    /// <summary>The same by the code that is valid on the period's last day.</summary>
    public async Task<MovementView?> AskAsync(Actor actor, string code, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(to, from, cancel);
        return tree.FindByCode(code) is { } node ? await AskAsync(actor, node.Id, from, to, cancel) : null;
    }

    private static MovementLine Line(FigureTable table, TreeNode node)
    {
        var values = MovementCodes.All.Select(code => table.Value(node.Id, code)).ToList();
        var holdsCountsOnly = MovementCodes.All.Any(code => table.HasAggregates(node.Id, code));
        var isKnown = !holdsCountsOnly && values.All(v => v is not null);
        return new(node, values, holdsCountsOnly, isKnown ? MovementCodes.Due(values) == values[^1] : null);
    }

    private static IReadOnlyList<decimal>? Inside(MovementLine whole, List<MovementLine> below)
    {
        if (below.Count == 0 || whole.Values.Any(v => v is null))
        {
            return null;
        }

        // A subordinate organization without any record is unknown for itself and adds nothing to the whole.
        return [.. whole.Values.Select((value, i) => below.Sum(line => line.Values[i] ?? 0) - value!.Value)];
    }
}
