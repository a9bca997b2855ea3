using System.Numerics;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;

namespace TongKet.Figures;

/// <summary>How a table is filled, from columns in memory or from rows that SQL counted.</summary>
public sealed partial class FigureTable
{
    /// <summary>The organizations whose rows are in this table; null where these are all.</summary>
    internal long[]? Places() => nodes.IsWhole ? null : [.. nodes.Positions.Select(at => Tree.Nodes[at].Id)];

    /// <summary>The rows of a record set, to be filled.</summary>
    internal Engine.FigureRows RowsOf(SetColumns set)
    {
        Array.Fill(isCounted, true, set.First, set.Count);
        return new(values, layout.Width, set.First, set.Count);
    }

    /// <summary>The answer of a room's second step, worked out when the table was made.</summary>
    internal void Answer(long organizationId, string code, decimal? value) => answered[(organizationId, code)] = value;

    internal void Add(RecordSet set, IReadOnlyList<CountFigure> figures, IEnumerable<(long Place, int[] Counts)> own)
    {
        int[] columns = [.. figures.Select(f => layout.Of(f.Code)), layout.MarksOf(set), layout.MarksOf(set) + 1];
        Array.ForEach(columns, column => isCounted[column] = true);
        foreach (var (place, counts) in own)
        {
            if (PartyNode(place) is not { } node || nodes.RowOf(node.At) is not (>= 0 and var row))
            {
                continue;
            }

            for (var i = 0; i < columns.Length; i++)
            {
                values[row * layout.Width + columns[i]] += counts[i];
            }
        }
    }

    /// <summary>A transfer with both ends in the register is no movement of organizations that hold both.</summary>
    internal void TakeOff(string code, IEnumerable<(long Place, long Other, int Count)> pairs)
    {
        foreach (var (place, other, count) in pairs)
        {
            if (PartyNode(place) is { } a && PartyNode(other) is { } b)
            {
                TakeOff(layout.Of(code), a, b, count);
            }
        }
    }

    internal void TakeOff(int column, TreeNode a, TreeNode b, int count)
    {
        if (Tree.LowestCommonAncestor(a, b) is { } holdsBoth && nodes.RowOf(holdsBoth.At) is >= 0 and var row)
        {
            values[row * layout.Width + column] -= count;
        }
    }

    /// <summary>A number sent by a unit, for it and all that hold it; before the roll-up.</summary>
    internal void Add(AggregateCount count)
    {
        if (
            PartyNode(count.OrganizationId) is not { } node
            || nodes.RowOf(node.At) is not (>= 0 and var row)
            || catalogue.Find(count.FigureCode) is not CountFigure figure
        )
        {
            return;
        }

        var column = layout.Of(figure.Code);
        values[row * layout.Width + column] += count.Value;
        Mark(node, column);
    }

    /// <summary>The same where only the row of an organization above it is counted.</summary>
    internal void AddBelow(TreeNode top, AggregateCount count)
    {
        if (
            PartyNode(count.OrganizationId) is { } node
            && OrganizationTree.Contains(top, node)
            && catalogue.Find(count.FigureCode) is CountFigure figure
        )
        {
            values[nodes.RowOf(top.At) * layout.Width + layout.Of(figure.Code)] += count.Value;
            Mark(node, layout.Of(figure.Code));
        }
    }

    private void Mark(TreeNode node, int column)
    {
        for (TreeNode? holds = node; holds is not null; holds = Tree.Parent(holds))
        {
            if (nodes.RowOf(holds.At) is >= 0 and var above)
            {
                aggregates[(above, column)] = aggregates.GetValueOrDefault((above, column)) + 1;
            }
        }
    }

    /// <summary>Adds each node to its parent, from the back; once, after everything is in.</summary>
    internal void RollUp()
    {
        var width = layout.Width;
        var row = nodes.Count;
        foreach (var at in nodes.Positions.Reverse())
        {
            row--;
            if (Tree.Nodes[at].ParentAt is >= 0 and var parent && nodes.RowOf(parent) is >= 0 and var above)
            {
                AddTo(values.AsSpan(above * width, width), values.AsSpan(row * width, width));
            }
        }
    }

    private static void AddTo(Span<int> total, ReadOnlySpan<int> part)
    {
        var i = 0;
        for (; i <= total.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            (new Vector<int>(total[i..]) + new Vector<int>(part[i..])).CopyTo(total[i..]);
        }

        for (; i < total.Length; i++)
        {
            total[i] += part[i];
        }
    }
}
