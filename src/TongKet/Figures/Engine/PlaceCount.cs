using System.Runtime.InteropServices;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;

namespace TongKet.Figures.Engine;

/// <summary>Where the rows behind a figure lie, from the columns.</summary>
internal static class PlaceCount
{
    /// <summary>
    /// How many rows of one figure lie at each organization of a subtree, in the order of the tree; transfers within the
    /// subtree left out. A few thousand organizations at a time, so that a nation needs no more room than a commune.
    /// </summary>
    public static List<(TreeNode Place, int Rows)> Of(
        EngineStock stock,
        OrganizationTree tree,
        TreeNode top,
        AsOf on,
        SetColumns columns,
        CountFigure figure
    )
    {
        const int Chunk = 4096;
        var set = stock.Of(columns.Set);
        var rows = set.Tables[set.KeyOf(on)].Rows;
        var counter = stock.Kept.CounterOf(set, rows, on);
        var positions = stock.Slots!.PositionsIn(tree);
        var slots = new int[top.End - top.At];
        Array.Fill(slots, -1);
        for (var slot = 0; slot < positions.Length; slot++)
        {
            if (positions[slot] >= top.At && positions[slot] < top.End)
            {
                slots[positions[slot] - top.At] = slot;
            }
        }

        var figureAt = columns.Figures.ToList().IndexOf(figure);
        var counts = new int[Math.Min(Chunk, top.End - top.At) * columns.Count];
        var stretches = new List<RowStretch>(Chunk);
        var transfers = new List<TransferEnds>();
        var found = new List<(TreeNode, int)>();
        for (var from = top.At; from < top.End; from += Chunk)
        {
            stretches.Clear();
            transfers.Clear();
            Array.Clear(counts);
            var end = Math.Min(from + Chunk, top.End);
            for (var at = from; at < end; at++)
            {
                if (slots[at - top.At] is >= 0 and var slot && rows.At(slot) is { Length: > 0 } stretch)
                {
                    stretches.Add(new(stretch.Start, stretch.Length, at - from));
                }
            }

            stretches.Sort((a, b) => a.Start.CompareTo(b.Start));
            counter.Count(CollectionsMarshal.AsSpan(stretches), new(counts, columns.Count, 0, columns.Count), transfers);
            foreach (var transfer in transfers.Where(t => t.Figure == figureAt && t.Other < positions.Length))
            {
                counts[transfer.Into * columns.Count + figureAt] -=
                    positions[transfer.Other] >= top.At && positions[transfer.Other] < top.End ? 1 : 0;
            }

            for (var at = from; at < end; at++)
            {
                if (counts[(at - from) * columns.Count + figureAt] is > 0 and var count)
                {
                    found.Add((tree.Nodes[at], count));
                }
            }
        }

        return found;
    }
}
