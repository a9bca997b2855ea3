using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace TongKet.Store;

/// <summary>A record that lines of the change log are about: its table and its id.</summary>
public readonly record struct RecordKey(string Entity, long RecordId);

/// <summary>One column that a change gave another value; null is no value.</summary>
public sealed record ChangedColumn(string Column, JsonElement? Before, JsonElement? After);

/// <summary>A line of the change log beside the one before it of the same record.</summary>
/// <param name="IsFirst">The record came into being.</param>
/// <param name="IsErased">Its values, or those before, were erased as the law asks: what changed can no longer be said.</param>
public sealed record ChangeEntry(
    ChangeLine Line,
    bool IsFirst,
    bool IsRemoved,
    bool IsErased,
    IReadOnlyList<ChangedColumn> Columns
);

/// <summary>What the change log knows of some records: for their page, and to see whether somebody changed them meanwhile.</summary>
public sealed class ChangeHistory(AppStore store)
{
    public RecordKey Of<T>(long id)
        where T : class => new(store.Model.FindEntityType(typeof(T))!.GetTableName()!, id);

    /// <summary>Newest first; what is older than the first <paramref name="most"/> is left out.</summary>
    public async Task<IReadOnlyList<ChangeEntry>> ReadAsync(
        IReadOnlyCollection<RecordKey> records,
        int most,
        CancellationToken cancel
    )
    {
        var lines = await Lines(records)
            .Join(store.Set<ChangeValue>(), l => l.Seq, v => v.Seq, (l, v) => new { Line = l, Value = v })
            .AsNoTracking()
            .OrderBy(x => x.Line.Seq)
            .ToListAsync(cancel);
        var before = new Dictionary<RecordKey, ChangeValue>();
        var batches = await BatchesAsync(records, cancel);
        var entries = batches
            .DistinctBy(b => b.Line.Seq)
            .OrderBy(b => b.Line.Seq)
            .Select(b => new ChangeEntry(b.Line, true, false, false, []))
            .ToList();
        foreach (var (record, line) in batches)
        {
            before[record] = new() { Seq = line.Seq };
        }

        foreach (var x in lines)
        {
            var key = new RecordKey(x.Line.Entity, x.Line.RecordId);
            if (!records.Contains(key))
            {
                continue;
            }

            entries.Add(Entry(x.Line, x.Value, before.GetValueOrDefault(key)));
            before[key] = x.Value;
        }

        entries.Reverse();
        return [.. entries.Take(most)];
    }

    /// <summary>The number of the last line about any of the records; what a form remembers to find changes made meanwhile.</summary>
    public async Task<long> LastAsync(IReadOnlyCollection<RecordKey> records, CancellationToken cancel)
    {
        var batches = await BatchesAsync(records, cancel);
        var last = await Lines(records)
            .GroupBy(l => new { l.Entity, l.RecordId })
            .Select(g => new
            {
                g.Key.Entity,
                g.Key.RecordId,
                Seq = g.Max(l => l.Seq),
            })
            .ToListAsync(cancel);
        return last.Where(l => records.Contains(new(l.Entity, l.RecordId)))
            .Select(l => l.Seq)
            .Concat(batches.Select(b => b.Line.Seq))
            .DefaultIfEmpty()
            .Max();
    }

    /// <summary>The lines of batches in which the records were added.</summary>
    private async Task<List<(RecordKey Record, ChangeLine Line)>> BatchesAsync(
        IReadOnlyCollection<RecordKey> records,
        CancellationToken cancel
    )
    {
        var found = new List<(RecordKey, ChangeLine)>();
        foreach (var key in records)
        {
            var (entity, id) = key;
            var line = await store
                .Set<ChangeLine>()
                .AsNoTracking()
                .Where(l => l.Entity == entity && l.RecordId <= id && l.BatchSize != null)
                .OrderByDescending(l => l.RecordId)
                .FirstOrDefaultAsync(cancel);
            if (line is not null && id < line.RecordId + line.BatchSize)
            {
                found.Add((key, line));
            }
        }

        return found;
    }

    // Ids are unique in the whole database but for accounts, so this asks for hardly more than wanted.
    private IQueryable<ChangeLine> Lines(IReadOnlyCollection<RecordKey> records)
    {
        string[] entities = [.. records.Select(r => r.Entity).Distinct()];
        long[] ids = [.. records.Select(r => r.RecordId).Distinct()];
        return store.Set<ChangeLine>().Where(l => entities.Contains(l.Entity) && ids.Contains(l.RecordId) && l.BatchSize == null);
    }

    private static ChangeEntry Entry(ChangeLine line, ChangeValue value, ChangeValue? before)
    {
        var isErased = value.ErasedAt is not null || before?.ErasedAt is not null;
        if (isErased || value.After is null)
        {
            return new(line, before is null, value.After is null && !isErased, isErased, []);
        }

        using var after = JsonDocument.Parse(value.After);
        using var old = before?.After is { } text ? JsonDocument.Parse(text) : null;
        var columns = new List<ChangedColumn>();
        foreach (var column in after.RootElement.EnumerateObject())
        {
            JsonElement? was = old is not null && old.RootElement.TryGetProperty(column.Name, out var then) ? then : null;
            if (was is null ? column.Value.ValueKind != JsonValueKind.Null : was.Value.GetRawText() != column.Value.GetRawText())
            {
                columns.Add(new(column.Name, was?.Clone(), column.Value.Clone()));
            }
        }

        return new(line, before is null, false, false, columns);
    }
}
