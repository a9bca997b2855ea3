using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Reviews.FillSheet;
using TongKet.Store;

namespace TongKet.Reviews.KeepPeers;

public sealed record PeersView(SheetView Sheet, IReadOnlyDictionary<PeerBody, PeerEntry> Entries)
{
    public bool MayKeep => Sheet is { MayFill: true, IsOpen: true };

    public PeerEntry this[PeerBody body] => Entries.GetValueOrDefault(body) ?? PeerEntry.Empty;
}

/// <summary>The grades of government, Front and unions of an organization's level, for who sees its sheet.</summary>
public sealed class PeersQuery(AppStore store, SheetQuery sheets)
{
    /// <summary>Null where there is no such sheet, or it is not for the actor.</summary>
    public async Task<PeersView?> AskAsync(Actor actor, long cycleId, long organizationId, CancellationToken cancel) =>
        await sheets.AskAsync(actor, cycleId, organizationId, cancel) is { } sheet
            ? new(sheet, await OfAsync(store, sheet.Node.Id, sheet.Work.Cycle.Year, cancel))
            : null;

    /// <summary>Of one organization in a year; what was taken back is not there.</summary>
    internal static async Task<Dictionary<PeerBody, PeerEntry>> OfAsync(
        AppStore store,
        long organizationId,
        int year,
        CancellationToken cancel
    ) =>
        (
            await store
                .Set<PeerGrade>()
                .AsNoTracking()
                .Where(p => p.OrganizationId == organizationId && p.Year == year && p.Grade != Grade.None)
                .ToListAsync(cancel)
        ).ToDictionary(p => p.Body, p => p.Entry);
}
