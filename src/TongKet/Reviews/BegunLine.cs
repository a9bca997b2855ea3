using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews;

/// <summary>Begins a line of a sheet, and the sheet itself, where somebody has something to say before the sheet is filled in.</summary>
public sealed class BegunLine(AppStore store, RecordIds ids)
{
    /// <param name="sheet">Null where there is none yet.</param>
    /// <param name="changed">Takes what is new.</param>
    public async Task<Assessment> FindAsync(
        CycleWork work,
        ReviewSheet? sheet,
        long organizationId,
        LineKey key,
        List<ChangedRecord> changed,
        CancellationToken cancel
    )
    {
        if (sheet is null)
        {
            sheet = new()
            {
                Id = await ids.NextAsync(cancel),
                CycleId = work.Cycle.Id,
                OrganizationId = organizationId,
                State = SheetState.InWork,
            };
            store.Add(sheet);
            changed.Add(new(sheet, sheet.Id, organizationId, work.Cycle.Year));
        }

        var line = await store
            .Set<Assessment>()
            .SingleOrDefaultAsync(a => a.SheetId == sheet.Id && a.As == key.As && a.MemberId == key.MemberId, cancel);
        if (line is null)
        {
            line = new()
            {
                Id = await ids.NextAsync(cancel),
                CycleId = work.Cycle.Id,
                SheetId = sheet.Id,
                OrganizationId = organizationId,
                As = key.As,
                MemberId = key.MemberId,
            };
            store.Add(line);
            changed.Add(new(line, line.Id, organizationId, work.Cycle.Year));
        }

        return line;
    }
}
