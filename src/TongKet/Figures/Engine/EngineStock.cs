using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TongKet.Domain.Figures;
using TongKet.Domain.Regulations;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Figures.Engine;

/// <summary>All record sets in memory at one line of the change log, loaded as they are asked for. Used by one at a time.</summary>
public sealed class EngineStock(FigureLayout layout, IEnumerable<RecordSource> sources, RuleBook rules, EngineSettings settings)
{
    private readonly IReadOnlyList<SetStock> sets =
    [
        .. layout.Sets.Select(c => new SetStock(sources.Single(s => s.Set == c.Set), c)),
    ];
    private readonly Dictionary<DateOnly, IReadOnlyList<AggregateCount>> aggregates = [];
    private KeptStatement? newLines;
    private LogPlace? last;
    private long questions;
    private readonly RulesSeen rulesSeen = new(rules);

    public OrganizationSlots? Slots { get; private set; }
    public KeptTotals Kept { get; } = new();
    public long Seq => last?.Seq ?? 0;
    public bool IsLoaded => Slots is not null;
    public TimeSpan LoadTime { get; private set; }
    public bool IsFromFile { get; private set; }
    public long Bytes => (Slots?.Bytes ?? 0) + sets.Sum(s => s.Tables.Values.Sum(t => t.Rows.Bytes));

    public IReadOnlyList<TableState> Tables =>
        [
            .. sets.SelectMany(s =>
                s.Tables.Select(t => new TableState(s.Source.Set.Name, t.Key, t.Value.Rows.Rows, t.Value.Rows.Bytes))
            ),
        ];

    public SetStock Of(RecordSet set) => sets.First(s => s.Source.Set == set);

    public IReadOnlyList<AggregateCount> AggregatesOn(DateOnly day) => aggregates[day];

    /// <summary>Begins with a file, if it fits; the next question asks the log whether it is of this database.</summary>
    public bool Restore(string path)
    {
        var begun = Stopwatch.GetTimestamp();
        rulesSeen.Follow(Clear);
        if (IsLoaded || StockFile.Read(path, sets, rulesSeen.Text) is not var (header, slots, tables))
        {
            return false;
        }

        (Slots, last, IsFromFile) = (slots, new(header.Seq, header.LineHash), true);
        LoadTime = Stopwatch.GetElapsedTime(begun);
        for (var i = 0; i < sets.Count; i++)
        {
            foreach (var (year, table) in tables[i])
            {
                sets[i].Tables[year] = table;
            }
        }

        if (Bytes > settings.MostBytes)
        {
            Clear();
        }

        return IsLoaded;
    }

    /// <summary>Nothing is written where nothing was loaded, or the log is empty.</summary>
    public bool Save(string path)
    {
        rulesSeen.Follow(Clear);
        if (Slots is null || last is null)
        {
            return false;
        }

        StockFile.Write(path, new(last.Seq, last.Hash), Slots, sets, rulesSeen.Text);
        return true;
    }

    public void Clear()
    {
        IsFromFile = false;
        (Slots, last) = (null, null);
        aggregates.Clear();
        Kept.Clear();
        foreach (var set in sets)
        {
            set.Tables.Clear();
        }
    }

    /// <summary>
    /// Brings what is asked for up to the end of the log as the store sees it; false where it sees an earlier moment
    /// than these columns, or asks for a year under other days than its own.
    /// </summary>
    public async Task<bool> FollowAsync(
        AppStore store,
        TreeReader trees,
        IReadOnlyCollection<RecordSet> asked,
        AsOf on,
        DateOnly today,
        CancellationToken cancel
    )
    {
        rulesSeen.Follow(Clear);
        // Asked under rules that another version has replaced meanwhile, or under days of another year.
        if (AsOf.At(rules, on.Year, on.Day) is var own && (own.RosterOn != on.RosterOn || !own.Rules.SameAs(on.Rules)))
        {
            return false;
        }

        questions++;
        IReadOnlyList<SetStock> needed = [.. sets.Where(s => asked.Contains(s.Source.Set))];
        var isCallersMoment = store.ReadsOneMoment;
        // On SQLite a moment costs less than a second look into the log; on PostgreSQL it is a round trip for every question.
        await using var early =
            isCallersMoment || !IsLoaded || store.IsPostgreSql ? null : await ReadSnapshot.BeginAsync(store, cancel);
        var lines = IsLoaded ? await LinesAsync(store, cancel) : [];
        if (IsLoaded && !Continues(lines))
        {
            if (isCallersMoment)
            {
                return false;
            }

            Clear();
        }

        if (!IsLoaded || lines.Count > (last is null ? 0 : 1) || !HasAll(needed, on))
        {
            await using var snapshot = store.ReadsOneMoment ? null : await ReadSnapshot.BeginAsync(store, cancel);
            var (wasLoaded, begun) = (IsLoaded, Stopwatch.GetTimestamp());
            await FollowInAsync(store, trees, needed, on, today, snapshot is null && wasLoaded ? lines : null, cancel);
            LoadTime = wasLoaded ? LoadTime : Stopwatch.GetElapsedTime(begun);
        }

        foreach (var set in needed)
        {
            set.Tables[set.KeyOf(on)].AskedAt = questions;
        }

        return true;
    }

    private Task<List<TouchLine>> LinesAsync(AppStore store, CancellationToken cancel) =>
        (newLines ??= LogFollower.After(store)).ListAsync(store, [Seq], LogFollower.LineOf, cancel);

    /// <summary>A log that was cut, or another database in the place of this one, does not have the line last seen.</summary>
    private bool Continues(List<TouchLine> lines) =>
        last is null || (lines.Count > 0 && lines[0].Seq == last.Seq && lines[0].Hash.AsSpan().SequenceEqual(last.Hash));

    private bool HasAll(IReadOnlyList<SetStock> needed, AsOf on) =>
        aggregates.ContainsKey(on.Day)
        && needed.All(s => s.Tables.TryGetValue(s.KeyOf(on), out var table) && table.Stale.Count == 0);

    private async Task FollowInAsync(
        AppStore store,
        TreeReader trees,
        IReadOnlyList<SetStock> needed,
        AsOf on,
        DateOnly today,
        List<TouchLine>? ofThisMoment,
        CancellationToken cancel
    )
    {
        if (!IsLoaded)
        {
            last = await LogFollower.LastAsync(store, cancel) is { } end ? new(end.Seq, end.Hash) : null;
            var tree = await trees.ReadAsync(today, DateOnly.MinValue, cancel);
            List<long> order = [.. tree.Nodes.Select(n => n.Id)];
            Slots = new(settings.StoredOrder?.Invoke(order) ?? order);
        }

        var lines = ofThisMoment ?? await LinesAsync(store, cancel);
        var news = last is null ? lines : lines[1..];
        if (news.Count > 0)
        {
            await LogFollower.MarkAsync(store, news, sets, Slots!, cancel);
            if (news.Exists(l => l.Entity == LogFollower.TableOf<AggregateCount>(store)))
            {
                aggregates.Clear();
                Kept.Clear();
            }

            trees.Saw(Seq, news[^1].Seq, news.Select(l => l.Entity));
            last = new(news[^1].Seq, news[^1].Hash);
        }

        foreach (var set in needed)
        {
            await BringUpAsync(store, set, on, cancel);
        }

        if (!aggregates.ContainsKey(on.Day))
        {
            var day = on.Day;
            aggregates[day] = await store.Set<AggregateCount>().AsNoTracking().Where(a => a.AsOf == day).ToListAsync(cancel);
        }
    }

    private async Task BringUpAsync(AppStore store, SetStock set, AsOf on, CancellationToken cancel)
    {
        var key = set.KeyOf(on);
        if (set.Tables.TryGetValue(key, out var table) && table.Stale.Count <= Math.Max(1024, Slots!.Count / 8))
        {
            await ReadStaleAsync(store, set, table, on, cancel);
            return;
        }

        set.Tables.Remove(key);
        Kept.Clear();
        var rows = new RowBuffer(set.Layout, 1024);
        await using (var all = set.Source.Columns(store, on, null))
        {
            all.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
            await ReadAsync(all, set, _ => HasRoomFor(rows, set) ? rows : throw new ColumnMemoryException(), cancel);
        }

        set.Tables[key] = new(new(set.Layout, rows, Slots!.Count));
        MakeRoom(set, key);
    }

    private async Task ReadStaleAsync(AppStore store, SetStock set, StockTable table, AsOf on, CancellationToken cancel)
    {
        if (table.Stale.Count == 0)
        {
            return;
        }

        int[] stale = [.. table.Stale];
        var read = stale.ToDictionary(slot => slot, _ => new RowBuffer(set.Layout, 32));
        long[] places = [.. stale.Select(Slots!.IdOf)];
        await using (var some = set.RowsAt(store, on, table, places))
        {
            await ReadAsync(some, set, slot => read[slot], cancel);
        }

        if (read.Count > KeptTotals.MostChanges)
        {
            Kept.Clear();
        }

        foreach (var (slot, rows) in read)
        {
            Kept.Count(set, table.Rows, slot, -1);
            table.Rows.Put(slot, rows);
            Kept.Count(set, table.Rows, slot, 1);
        }

        table.Stale.Clear();
        if (table.Rows.IsWorn)
        {
            var all = new RowBuffer(set.Layout, table.Rows.Rows);
            table.Rows.CopyTo(all, Slots.Count);
            table.Rows = new(set.Layout, all, Slots.Count);
            table.Runs = new(table.Rows);
            Kept.Clear();
        }
    }

    private Task ReadAsync(DbCommand rows, SetStock set, Func<int, RowBuffer> bufferOf, CancellationToken cancel) =>
        ColumnReader.ReadAsync(rows, set.Layout, Slots!.Of, bufferOf, cancel);

    private bool HasRoomFor(RowBuffer rows, SetStock set) =>
        rows.Count % 65_536 != 0 || Bytes + (long)(rows.Count * set.Layout.BytesPerRow) <= settings.MostBytes;

    /// <summary>What was not asked for longest makes room, as long as something of another year is there.</summary>
    private void MakeRoom(SetStock fresh, int key)
    {
        while (Bytes > settings.MostBytes)
        {
            var oldest = sets.SelectMany(s => s.Tables.Select(t => (Set: s, t.Key, t.Value.AskedAt)))
                .Where(t => t.Key != 0 && t.AskedAt < questions && (t.Set != fresh || t.Key != key))
                .OrderBy(t => t.AskedAt)
                .FirstOrDefault();
            if (oldest.Set is null)
            {
                throw new ColumnMemoryException();
            }

            oldest.Set.Tables.Remove(oldest.Key);
            Kept.Clear();
        }
    }
}

/// <summary>A line of the change log by its number and hash, which stands for the whole log up to it.</summary>
public sealed record LogPlace(long Seq, byte[] Hash);
