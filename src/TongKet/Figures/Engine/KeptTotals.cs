using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;

namespace TongKet.Figures.Engine;

/// <summary>
/// Totals of single organizations that were asked for, kept right by the rows that change: what the rows of an
/// organization counted before is taken off, what they count now is added, by the same programs.
/// </summary>
public sealed class KeptTotals
{
    /// <summary>More rows than this are dearer to follow than to count again.</summary>
    public const int MostChanges = 2000;

    // A page of a nation or a province shows the totals of all that stand directly under it, and of last year.
    private const int Most = 1024;
    private readonly Dictionary<(OrganizationTree Tree, int Top, DateOnly Day, DateOnly PeriodStart), KeptTotal> kept = [];
    private readonly Dictionary<(ColumnTable Rows, DateOnly Day, DateOnly PeriodStart), RowCounter> counters = [];

    public KeptTotal? Find(OrganizationTree tree, TreeNode top, AsOf on) =>
        kept.GetValueOrDefault((tree, top.At, on.Day, on.PeriodStart));

    public void Keep(KeptTotal total)
    {
        if (kept.Count >= Most)
        {
            Clear();
        }

        kept[(total.Table.Tree, total.Top.At, total.Table.On.Day, total.Table.On.PeriodStart)] = total;
    }

    public void Clear()
    {
        kept.Clear();
        counters.Clear();
    }

    /// <summary>The totals of a moment share the counter of a table: one is asked at a time.</summary>
    public RowCounter CounterOf(SetStock set, ColumnTable rows, AsOf on)
    {
        if (!counters.TryGetValue((rows, on.Day, on.PeriodStart), out var counter))
        {
            counters[(rows, on.Day, on.PeriodStart)] = counter = new(rows, set.Program.Bind(on));
        }

        return counter;
    }

    /// <summary>The rows of an organization are about to change, or have.</summary>
    public void Count(SetStock set, ColumnTable rows, int slot, int sign)
    {
        foreach (var total in kept.Values)
        {
            total.Count(set, rows, slot, sign);
        }
    }
}

/// <summary>The total of one organization and all below it, and what is needed to keep it right.</summary>
public sealed class KeptTotal(FigureTable table, TreeNode top, int[] positions, IReadOnlyList<KeptSet> sets)
{
    private readonly List<TransferEnds> transfers = [];

    public TreeNode Top { get; } = top;

    /// <summary>Handed out as it is; a change makes another.</summary>
    public FigureTable Table { get; private set; } = table;

    public bool Holds(int slot) => slot < positions.Length && positions[slot] >= Top.At && positions[slot] < Top.End;

    public void Count(SetStock set, ColumnTable rows, int slot, int sign)
    {
        if (!Holds(slot) || rows.At(slot) is not { Length: > 0 } stretch)
        {
            return;
        }

        foreach (var part in sets.Where(s => s.Rows == rows && s.Set == set))
        {
            var counts = new int[part.Set.Columns.Count];
            transfers.Clear();
            part.Counter.Count([new(stretch.Start, stretch.Length, 0)], new(counts, counts.Length, 0, counts.Length), transfers);
            foreach (var transfer in transfers.Where(t => Holds(t.Other)))
            {
                counts[transfer.Figure]--;
            }

            Table = Table.With(part.Set.Columns, counts, sign);
        }
    }
}

/// <summary>A table of columns that a kept total counts.</summary>
public sealed record KeptSet(SetStock Set, ColumnTable Rows, RowCounter Counter);
