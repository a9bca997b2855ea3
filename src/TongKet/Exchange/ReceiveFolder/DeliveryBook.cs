using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Store;

namespace TongKet.Exchange.ReceiveFolder;

/// <summary>Keeps what came of each unit's workbook, from whatever door it came in.</summary>
public sealed class DeliveryBook(AppStore store, RecordIds ids, TimeProvider clock)
{
    /// <summary>The unit of a file: its one organization without a parent; null where the file names none.</summary>
    public static string? UnitOf(ReceivedWorkbook file) =>
        file.Workbook.Organizations.FirstOrDefault(o => o.ParentCode is null)?.Code;

    public Task<Delivery?> FindAsync(string unit, int year, CancellationToken cancel) =>
        store.Set<Delivery>().AsNoTracking().FirstOrDefaultAsync(d => d.UnitCode == unit && d.Year == year, cancel);

    /// <summary>Notes the outcome; a file whose unit or year cannot be told is not noted.</summary>
    public async Task NoteAsync(ReceivedWorkbook file, ImportResult result, Actor actor, CancellationToken cancel)
    {
        if (UnitOf(file) is not { } unit || result.Year is not { } year)
        {
            return;
        }

        var delivery = await store.Set<Delivery>().FirstOrDefaultAsync(d => d.UnitCode == unit && d.Year == year, cancel);
        if (delivery is null)
        {
            delivery = new()
            {
                Id = await ids.NextAsync(cancel),
                UnitCode = unit,
                Year = year,
                FileName = file.FileName,
                Sha256 = file.Sha256,
                By = actor.Name,
            };
            store.Add(delivery);
        }

        delivery.FileName = file.FileName;
        delivery.Sha256 = file.Sha256;
        delivery.State = result.Applied ? DeliveryState.Applied : DeliveryState.WithErrors;
        delivery.AppliedSha256 = result.Applied ? file.Sha256 : delivery.AppliedSha256;
        delivery.Errors = result.Errors.Count;
        delivery.At = clock.GetUtcNow();
        delivery.By = actor.Name;
        await store.SaveChangesAsync(cancel);
    }
}
