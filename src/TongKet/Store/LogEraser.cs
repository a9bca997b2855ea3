using Microsoft.EntityFrameworkCore;

namespace TongKet.Store;

/// <summary>
/// Erases what records were before their last change, where the law asks. The lines stay and so does the chain: who
/// changed what and when is still known, only no longer from what.
/// </summary>
public sealed class LogEraser(AppStore store, ChangeLog log, RecordIds ids, TimeProvider clock)
{
    /// <summary>How many older values of the records there are to erase.</summary>
    public async Task<int> CountAsync(IReadOnlyCollection<RecordKey> records, CancellationToken cancel) =>
        (await OlderAsync(records, cancel)).Count;

    /// <summary>What was erased of the records before, as records that the log has lines of.</summary>
    public async Task<IReadOnlyList<RecordKey>> ErasuresAsync(
        IReadOnlyCollection<RecordKey> records,
        ChangeHistory history,
        CancellationToken cancel
    )
    {
        long[] known = [.. records.Select(r => r.RecordId).Distinct()];
        var erasures = await store.Set<LogErasure>().AsNoTracking().Where(e => known.Contains(e.RecordId)).ToListAsync(cancel);
        return [.. erasures.Where(e => records.Contains(new(e.Entity, e.RecordId))).Select(e => history.Of<LogErasure>(e.Id))];
    }

    /// <summary>Erases them and says so in the log, in the caller's transaction or in one of its own; how many were erased.</summary>
    public async Task<int> EraseAsync(
        IReadOnlyCollection<RecordKey> records,
        string basis,
        ChangeAuthor by,
        string act,
        long? organizationId,
        CancellationToken cancel
    )
    {
        await using var transaction = store.Database.CurrentTransaction is null ? await log.BeginAloneAsync(cancel) : null;
        var older = await OlderAsync(records, cancel);
        long[] lines = [.. older.Select(o => o.Seq)];
        var now = clock.GetUtcNow();
        var values = store.Set<ChangeValue>().Where(v => lines.Contains(v.Seq));
        await values.ExecuteUpdateAsync(
            set =>
                set.SetProperty(v => v.Key, (byte[]?)null)
                    .SetProperty(v => v.After, (string?)null)
                    .SetProperty(v => v.ErasedAt, now),
            cancel
        );
        var said = new List<ChangedRecord>();
        foreach (var record in older.GroupBy(o => (o.Record, o.LastSeq)))
        {
            var erasure = new LogErasure
            {
                Id = await ids.NextAsync(cancel),
                Entity = record.Key.Record.Entity,
                RecordId = record.Key.Record.RecordId,
                BeforeSeq = record.Key.LastSeq,
                Basis = basis,
            };
            store.Add(erasure);
            said.Add(new(erasure, erasure.Id, organizationId));
        }

        await log.SaveAsync(by, act, said, cancel);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }

        return lines.Length;
    }

    /// <summary>Lines with values that are not the last of their record.</summary>
    private async Task<List<(RecordKey Record, long Seq, long LastSeq)>> OlderAsync(
        IReadOnlyCollection<RecordKey> records,
        CancellationToken cancel
    )
    {
        string[] entities = [.. records.Select(r => r.Entity).Distinct()];
        long[] known = [.. records.Select(r => r.RecordId).Distinct()];
        var lines = await store
            .Set<ChangeLine>()
            // A batch holds no values of anybody, and its key is that of many.
            .Where(l => entities.Contains(l.Entity) && known.Contains(l.RecordId) && l.BatchSize == null)
            .Join(
                store.Set<ChangeValue>(),
                l => l.Seq,
                v => v.Seq,
                (l, v) =>
                    new
                    {
                        l.Entity,
                        l.RecordId,
                        l.Seq,
                        v.ErasedAt,
                    }
            )
            .ToListAsync(cancel);
        return
        [
            .. lines
                .GroupBy(l => new RecordKey(l.Entity, l.RecordId))
                .Where(g => records.Contains(g.Key))
                .SelectMany(g =>
                {
                    var last = g.Max(l => l.Seq);
                    return g.Where(l => l.Seq < last && l.ErasedAt is null).Select(l => (g.Key, l.Seq, last));
                }),
        ];
    }
}
