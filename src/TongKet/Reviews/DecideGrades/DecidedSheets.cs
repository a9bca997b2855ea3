using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.DecideGrades;

/// <summary>Sheets of which every line is decided, by one body or by two.</summary>
internal static class DecidedSheets
{
    /// <summary>Marks those among some organizations' sheets; before the lines are saved.</summary>
    public static async Task<IReadOnlyList<ReviewSheet>> CloseAsync(
        AppStore store,
        long cycleId,
        long[] organizations,
        CancellationToken cancel
    )
    {
        var sheets = await store
            .Set<ReviewSheet>()
            .Where(s => s.CycleId == cycleId && organizations.Contains(s.OrganizationId))
            .ToListAsync(cancel);
        var ids = sheets.Select(s => s.Id).ToArray();
        // Tracked: what was decided just now is among them as it stands in memory.
        var lines = (await store.Set<Assessment>().Where(a => ids.Contains(a.SheetId)).ToListAsync(cancel)).ToLookup(a =>
            a.SheetId
        );
        var closed = sheets.Where(s => lines[s.Id].All(a => a.IsDecided)).ToList();
        foreach (var sheet in closed)
        {
            sheet.State = SheetState.Decided;
        }

        return closed;
    }
}
