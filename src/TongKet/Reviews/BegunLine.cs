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
        var line = sheet is null
            ? null
            : await store
                .Set<Assessment>()
                .SingleOrDefaultAsync(a => a.SheetId == sheet.Id && a.As == key.As && a.MemberId == key.MemberId, cancel);
        return line ?? Begin(work, sheet, organizationId, key, changed, await ids.TakeAsync(2, cancel));
    }

    /// <summary>A line that is not there yet.</summary>
    public Assessment Begin(
        CycleWork work,
        ReviewSheet? sheet,
        long organizationId,
        LineKey key,
        List<ChangedRecord> changed,
        IdSupply supply
    )
    {
        if (sheet is null)
        {
            sheet = new()
            {
                Id = supply.Next(),
                CycleId = work.Cycle.Id,
                OrganizationId = organizationId,
                State = SheetState.InWork,
            };
            store.Add(sheet);
            changed.Add(new(sheet, sheet.Id, organizationId, work.Cycle.Year));
        }

        var line = new Assessment
        {
            Id = supply.Next(),
            CycleId = work.Cycle.Id,
            SheetId = sheet.Id,
            OrganizationId = organizationId,
            As = key.As,
            MemberId = key.MemberId,
        };
        store.Add(line);
        changed.Add(new(line, line.Id, organizationId, work.Cycle.Year));
        return line;
    }
}
