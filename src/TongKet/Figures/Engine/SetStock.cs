using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Store;

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

    private readonly Dictionary<Touch, KeptStatement> places = [];

    /// <summary>The organizations of which changed records are part.</summary>
    public Task<List<TouchedPlace>> PlacesAsync(AppStore store, Touch touch, long[] records, CancellationToken cancel)
    {
        if (!places.TryGetValue(touch, out var kept))
        {
            places[touch] = kept = KeptStatement.OfMany(ids => touch.Places!(store, ids).Distinct().CreateDbCommand());
        }

        return kept.ListAsync(store, records, row => new TouchedPlace(row.GetInt64(0), row.GetInt64(1)), cancel);
    }

    /// <summary>Reads the rows of some organizations of a year.</summary>
    public DbCommand RowsAt(AppStore store, AsOf on, StockTable table, long[] organizations)
    {
        table.RowsAt ??= KeptStatement.OfMany(asked => Source.Columns(store, on, asked));
        return table.RowsAt.Command(store, organizations);
    }

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

    /// <summary>Of the year's own days: rows depend on nothing else of the moment asked.</summary>
    public KeptStatement? RowsAt { get; set; }

    /// <summary>The question at which it was last counted; what was not asked for longest goes first where memory is short.</summary>
    public long AskedAt { get; set; }
}
