using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Store;

namespace TongKet.Exchange.ReceiveFolder;

/// <summary>Keeps what came of each unit's workbook, from whatever door it came in.</summary>
public sealed class DeliveryBook(AppStore store, RecordIds ids, ChangeLog log, TimeProvider clock)
{
    public Task<Delivery?> FindAsync(long unitId, int year, CancellationToken cancel) =>
        store.Set<Delivery>().AsNoTracking().FirstOrDefaultAsync(d => d.OrganizationId == unitId && d.Year == year, cancel);

    /// <summary>
    /// Notes the outcome within the caller's transaction, else in one of its own; true where there was something to
    /// note. A file whose unit or year cannot be told is not noted, and the same file with the same end only once.
    /// </summary>
    public async Task<bool> NoteAsync(ReceivedWorkbook file, ImportResult result, Actor actor, CancellationToken cancel)
    {
        if (result is not { UnitId: { } unitId, Year: { } year })
        {
            return false;
        }

        await using var transaction = store.Database.CurrentTransaction is null ? await log.BeginAloneAsync(cancel) : null;
        var known = await FindAsync(unitId, year, cancel);
        var state = result.Applied ? DeliveryState.Applied : DeliveryState.WithErrors;
        if (known is not null && (known.Sha256, known.State, known.Errors) == (file.Sha256, state, result.Errors.Count))
        {
            return false;
        }

        var delivery = new Delivery
        {
            Id = known?.Id ?? await ids.NextAsync(cancel),
            OrganizationId = unitId,
            Year = year,
            FileName = file.FileName,
            Sha256 = file.Sha256,
            State = state,
            AppliedSha256 = result.Applied ? file.Sha256 : known?.AppliedSha256,
            Errors = result.Errors.Count,
            At = clock.GetUtcNow(),
            By = actor.Name,
        };
        var entry = known is null ? store.Add(delivery) : store.Update(delivery);
        await store.SaveChangesAsync(cancel);
        entry.State = EntityState.Detached;
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }

        return true;
    }
}
