using TongKet.Domain.Figures;

namespace TongKet.Figures.Engine;

/// <summary>A record set in memory: its program and its tables, one a year where the set is yearly.</summary>
public sealed class SetStock
{
    public SetStock(RecordSource source, SetColumns columns)
    {
        (Source, Columns) = (source, columns);
        Layout = new(source.Set);
        Program = MaskBuilder.Build(source.Set, columns.Figures);
    }

    public RecordSource Source { get; }
    public SetColumns Columns { get; }
    public ColumnLayout Layout { get; }
    public MaskProgram Program { get; }

    /// <summary>By year; a set that is not yearly has one, at 0.</summary>
    public SortedDictionary<int, StockTable> Tables { get; } = [];

    public int KeyOf(AsOf on) => Source.Set.IsYearly ? on.Year : 0;

    /// <summary>Rows of an organization are older than the log, in one year or in all.</summary>
    public void MarkStale(int slot, int? year)
    {
        foreach (var (key, table) in Tables)
        {
            if (key == 0 || year is null || year == key)
            {
                table.Stale.Add(slot);
            }
        }
    }

    /// <summary>Everything of a year, or of all, is to be read again when it is asked for.</summary>
    public void Drop(int? year)
    {
        foreach (var key in Tables.Keys.Where(k => k == 0 || year is null || year == k).ToList())
        {
            Tables.Remove(key);
        }
    }
}

/// <summary>A table, and the organizations whose rows in it are older than the change log.</summary>
public sealed class StockTable(ColumnTable rows)
{
    public ColumnTable Rows { get; set; } = rows;
    public HashSet<int> Stale { get; } = [];
    public RowRuns Runs { get; set; } = new(rows);

    /// <summary>The question at which it was last counted; what was not asked for longest goes first where memory is short.</summary>
    public long AskedAt { get; set; }
}
