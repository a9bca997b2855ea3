using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Store;

namespace TongKet.Figures.Engine;

/// <summary>A line of the change log as the engine needs it.</summary>
/// <param name="BatchSize">It stands for so many records added together, of any year (decision 0021).</param>
public sealed record TouchLine(
    long Seq,
    string Entity,
    long RecordId,
    long? OrganizationId,
    int? Year,
    int? BatchSize,
    byte[] Hash
);

/// <summary>
/// Reads what the change log says since a line, and marks the rows that it touches as stale. Numbers of lines are in
/// the order of commits and without gaps (<see cref="ChangeLog"/>), so nothing later ever appears before the last.
/// </summary>
public static class LogFollower
{
    /// <summary>
    /// The lines from the last known one on, that one among them: where it is not there or is another, this is not the
    /// log that was followed.
    /// </summary>
    public static async Task<List<TouchLine>> ReadAsync(AppStore store, long from, CancellationToken cancel) =>
        await After(store).ListAsync(store, [from], LineOf, cancel);

    /// <summary>The same worked out once: every question asks it (a statement belongs to one database).</summary>
    public static KeptStatement After(AppStore store) =>
        KeptStatement.OfOne(from =>
            store
                .Set<ChangeLine>()
                .Where(l => l.Seq >= from)
                .OrderBy(l => l.Seq)
                .Select(l => new
                {
                    l.Seq,
                    l.Entity,
                    l.RecordId,
                    l.OrganizationId,
                    l.Year,
                    l.BatchSize,
                    l.Hash,
                })
        );

    public static TouchLine LineOf(DbDataReader line) =>
        new(
            line.GetInt64(0),
            line.GetString(1),
            line.GetInt64(2),
            line.IsDBNull(3) ? null : line.GetInt64(3),
            line.IsDBNull(4) ? null : line.GetInt32(4),
            line.IsDBNull(5) ? null : line.GetInt32(5),
            line.GetFieldValue<byte[]>(6)
        );

    /// <summary>The end of the log; null where nothing was ever written.</summary>
    public static Task<TouchLine?> LastAsync(AppStore store, CancellationToken cancel) =>
        store
            .Set<ChangeLine>()
            .AsNoTracking()
            .OrderByDescending(l => l.Seq)
            .Select(l => new TouchLine(l.Seq, l.Entity, l.RecordId, l.OrganizationId, l.Year, l.BatchSize, l.Hash))
            .FirstOrDefaultAsync(cancel);

    public static string TableOf<T>(AppStore store) => store.Model.FindEntityType(typeof(T))!.GetTableName()!;

    public static async Task MarkAsync(
        AppStore store,
        IReadOnlyList<TouchLine> lines,
        IEnumerable<SetStock> sets,
        OrganizationSlots slots,
        CancellationToken cancel
    )
    {
        var byEntity = lines.ToLookup(l => l.Entity);
        foreach (var set in sets)
        {
            foreach (var touch in set.Source.TouchedBy)
            {
                var touching = byEntity[store.Model.FindEntityType(touch.Record)!.GetTableName()!].ToList();
                if (touching.Count == 0 || set.Tables.Count == 0)
                {
                    continue;
                }

                // A batch names one organization for many records: reading everything again is what it costs anyway.
                if (touching.Exists(l => l.BatchSize is not null))
                {
                    set.Drop(null);
                    continue;
                }

                foreach (var line in touching.Where(l => l.OrganizationId is not null))
                {
                    set.MarkStale(slots.Of(line.OrganizationId!.Value), touch.IsOfYear ? line.Year : null);
                }

                if (touch.Places is not null)
                {
                    await MarkPlacesAsync(store, touch, touching, set, slots, cancel);
                }
            }
        }
    }

    private static async Task MarkPlacesAsync(
        AppStore store,
        Touch touch,
        List<TouchLine> lines,
        SetStock set,
        OrganizationSlots slots,
        CancellationToken cancel
    )
    {
        long[] ids = [.. lines.Select(l => l.RecordId).Distinct()];
        var found = (await set.PlacesAsync(store, touch, ids, cancel)).ToLookup(p => p.RecordId, p => p.Place);
        foreach (var line in lines)
        {
            var year = touch.IsOfYear ? line.Year : null;
            foreach (var place in found[line.RecordId])
            {
                set.MarkStale(slots.Of(place), year);
            }

            if (touch.IsOfYear && !found.Contains(line.RecordId))
            {
                set.Drop(year);
            }
        }
    }
}
