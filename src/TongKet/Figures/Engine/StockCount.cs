using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;

namespace TongKet.Figures.Engine;

/// <summary>Counts the own figures of the organizations of a table from the columns.</summary>
public static class StockCount
{
    public static void Fill(FigureTable table, EngineStock stock, IReadOnlyCollection<RecordSet> asked, FigureLayout layout)
    {
        var positions = stock.Slots!.PositionsIn(table.Tree);
        foreach (var columns in layout.Sets.Where(c => asked.Contains(c.Set)))
        {
            var set = stock.Of(columns.Set);
            var rows = set.Tables[set.KeyOf(table.On)].Rows;
            var transfers = new List<TransferEnds>();
            new RowCounter(rows, set.Program.Bind(table.On)).Count(
                Stretches(table, rows, stock.Slots!, positions),
                table.RowsOf(columns),
                transfers
            );
            foreach (var transfer in transfers)
            {
                var other = transfer.Other < positions.Length ? positions[transfer.Other] : -1;
                if (other >= 0)
                {
                    var nodes = table.Tree.Nodes;
                    table.TakeOff(columns.First + transfer.Figure, nodes[table.Nodes.PositionOf(transfer.Into)], nodes[other], 1);
                }
            }
        }

        foreach (var count in stock.AggregatesOn(table.On.Day))
        {
            table.Add(count);
        }

        table.Stamp = stock.Seq;
    }

    /// <summary>The total of one organization alone, from its stretches of rows; kept for the next question.</summary>
    internal static FigureTable Total(EngineStock stock, TreeNode top, FigureLayout layout, Func<FigureTable> make)
    {
        var table = make();
        var positions = stock.Slots!.PositionsIn(table.Tree);
        var sets = new List<KeptSet>();
        foreach (var columns in layout.Sets)
        {
            var set = stock.Of(columns.Set);
            var rows = set.Tables[set.KeyOf(table.On)];
            var counter = stock.Kept.CounterOf(set, rows.Rows, table.On);
            var transfers = new List<TransferEnds>();
            counter.Count(rows.Runs.Of(table.Tree, top, stock.Slots!), table.RowsOf(columns), transfers);
            foreach (var transfer in transfers)
            {
                var other = transfer.Other < positions.Length ? positions[transfer.Other] : -1;
                if (other >= top.At && other < top.End)
                {
                    table.RowsOf(columns).Row(0)[transfer.Figure]--;
                }
            }

            sets.Add(new(set, rows.Rows, counter));
        }

        foreach (var count in stock.AggregatesOn(table.On.Day))
        {
            table.AddBelow(top, count);
        }

        stock.Kept.Keep(new(table, top, positions, sets));
        return table;
    }

    /// <summary>In the order of rows: organizations in the order of their slots, those in the tail behind.</summary>
    private static ReadOnlySpan<RowStretch> Stretches(
        FigureTable table,
        ColumnTable rows,
        OrganizationSlots slots,
        int[] positions
    )
    {
        var stretches = new RowStretch[table.Nodes.Count];
        var count = 0;
        var isSorted = true;
        var end = -1;
        if (table.Nodes.IsWhole)
        {
            for (var slot = 0; slot < positions.Length; slot++)
            {
                Add(slot, positions[slot]);
            }
        }
        else
        {
            foreach (var at in table.Nodes.Positions)
            {
                var slot = slots.Of(table.Tree.Nodes[at].Id);
                Add(slot, slot < positions.Length ? positions[slot] : -1);
            }
        }

        if (!isSorted)
        {
            stretches.AsSpan(0, count).Sort((a, b) => a.Start.CompareTo(b.Start));
        }

        return stretches.AsSpan(0, count);

        void Add(int slot, int at)
        {
            if (at >= 0 && rows.At(slot) is { Length: > 0 } stretch)
            {
                stretches[count++] = new(stretch.Start, stretch.Length, table.Nodes.RowOf(at));
                isSorted &= stretch.Start >= end;
                end = stretch.Start + stretch.Length;
            }
        }
    }
}
