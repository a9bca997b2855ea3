using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Exchange.UploadWorkbook;

public sealed record UploadWorkbookCommand(string FileName, byte[] Content, int? Year, bool IsDeclaredFree);

/// <summary>Takes a workbook from the page and keeps it for the preview; nothing of it is written to the records.</summary>
public sealed class UploadWorkbookHandler(AppStore store, RecordIds ids, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task<Outcome<long>> HandleAsync(UploadWorkbookCommand command, Actor actor, CancellationToken cancel)
    {
        if (!actor.GrantsFor(Acts.ImportWorkbooks).Any())
        {
            return new Refusal("exchange.import.not-allowed");
        }

        if (!command.IsDeclaredFree)
        {
            return new Refusal("exchange.upload.not-declared");
        }

        if (command.Content.Length == 0)
        {
            return new Refusal("exchange.upload.no-file");
        }

        var now = clock.GetUtcNow();
        using var stream = new MemoryStream(command.Content, writable: false);
        var received = ReceivedWorkbook.Read(stream, command.FileName, command.Year, VietnameseFormat.DayOf(now));
        if (received.Workbook.Refused is { } refused)
        {
            return refused;
        }

        if (SecrecyStamp.Find(command.Content) is { } stamp)
        {
            return new Refusal("exchange.upload.stamped", null, stamp);
        }

        var upload = new Upload
        {
            Id = await ids.NextAsync(cancel),
            AccountId = actor.AccountId,
            FileName = command.FileName,
            Content = command.Content,
            Year = command.Year,
            At = now,
            IsDeclaredFree = true,
        };
        store.Add(upload);
        await store.SaveChangesAsync(cancel);
        await ForgetOldAsync(store, now, cancel);
        return upload.Id;
    }

    /// <summary>What lies longer than it may is deleted; also done each day while the program serves.</summary>
    public static Task<int> ForgetOldAsync(AppStore store, DateTimeOffset now, CancellationToken cancel)
    {
        var oldest = now - Kept;
        return store.Set<Upload>().Where(u => u.At < oldest).ExecuteDeleteAsync(cancel);
    }
}
