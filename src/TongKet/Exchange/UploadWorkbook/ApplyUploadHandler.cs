using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Exchange.ReceiveFolder;
using TongKet.Store;

namespace TongKet.Exchange.UploadWorkbook;

/// <param name="PlanDigest">The plan that was shown; where the records have changed since, it is shown anew instead.</param>
public sealed record ApplyUploadCommand(long Id, string PlanDigest);

/// <summary>Applies a workbook that was previewed, and deletes it once it is applied.</summary>
public sealed class ApplyUploadHandler(AppStore store, ImportWorkbookHandler import, TimeProvider clock)
{
    /// <summary>Null where there is no such upload of his.</summary>
    public async Task<Outcome<ImportResult>?> HandleAsync(ApplyUploadCommand command, Actor actor, CancellationToken cancel)
    {
        if (await UploadedWorkbookQuery.FindAsync(store, actor, command.Id, cancel) is not { } upload)
        {
            return null;
        }

        var received = UploadedWorkbookQuery.Received(upload, clock);
        var outcome = await import.HandleAsync(new(received, ExpectedPlan: command.PlanDigest), actor, cancel);
        if (outcome.Value is { Applied: true })
        {
            await DropAsync(actor, command.Id, cancel);
        }

        return outcome;
    }

    /// <summary>Throws an upload away; how many there were.</summary>
    public Task<int> DropAsync(Actor actor, long id, CancellationToken cancel) =>
        store.Set<Upload>().Where(u => u.Id == id && u.AccountId == actor.AccountId).ExecuteDeleteAsync(cancel);
}
