using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Exchange.MarkErrors;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Exchange.UploadWorkbook;

public sealed record WaitingUpload(long Id, string FileName, int Bytes, DateTimeOffset At);

public sealed record UploadView(long Id, string FileName, ImportResult Preview);

/// <summary>The workbooks that somebody handed in and has not applied; each is seen by him alone.</summary>
public sealed class UploadedWorkbookQuery(AppStore store, ImportWorkbookHandler import, TimeProvider clock)
{
    public const int MostShown = 50;

    public async Task<IReadOnlyList<WaitingUpload>> WaitingAsync(Actor actor, CancellationToken cancel) =>
        await store
            .Set<Upload>()
            .Where(u => u.AccountId == actor.AccountId)
            .OrderByDescending(u => u.Id)
            .Take(MostShown)
            .Select(u => new WaitingUpload(u.Id, u.FileName, u.Content.Length, u.At))
            .ToListAsync(cancel);

    /// <summary>What applying would do; null where there is no such upload of his.</summary>
    public async Task<Outcome<UploadView>?> PreviewAsync(Actor actor, long id, CancellationToken cancel)
    {
        if (await FindAsync(store, actor, id, cancel) is not { } upload)
        {
            return null;
        }

        var outcome = await import.HandleAsync(new(Received(upload, clock), PreviewOnly: true), actor, cancel);
        return outcome.Value is { } preview
            ? new UploadView(upload.Id, upload.FileName, preview)
            : new Outcome<UploadView>(null, outcome.Refusals);
    }

    /// <summary>The workbook itself with its faulty cells coloured and the errors as comments; null where there is none of his.</summary>
    public async Task<Outcome<byte[]>?> MarkedAsync(Actor actor, long id, CancellationToken cancel)
    {
        if (await FindAsync(store, actor, id, cancel) is not { } upload)
        {
            return null;
        }

        var outcome = await import.HandleAsync(new(Received(upload, clock), PreviewOnly: true), actor, cancel);
        using var original = new MemoryStream(upload.Content, writable: false);
        return outcome.Value is { } preview
            ? MarkedWorkbook.Write(original, [.. preview.Errors, .. preview.Warnings])
            : new Outcome<byte[]>(null, outcome.Refusals);
    }

    internal static Task<Upload?> FindAsync(AppStore store, Actor actor, long id, CancellationToken cancel) =>
        store.Set<Upload>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id && u.AccountId == actor.AccountId, cancel);

    internal static ReceivedWorkbook Received(Upload upload, TimeProvider clock)
    {
        using var stream = new MemoryStream(upload.Content, writable: false);
        return ReceivedWorkbook.Read(stream, upload.FileName, upload.Year, VietnameseFormat.DayOf(clock.GetUtcNow()));
    }
}
