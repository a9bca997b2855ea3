using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Access.ManageAccounts;

public sealed record InviteAgainCommand(long AccountId);

/// <summary>A new one-time link: the first was lost or is too old, or the password is forgotten.</summary>
public sealed class InviteAgainHandler(AppStore store, OneTimeLinks links, ChangeLog log)
{
    public async Task<Outcome<OneTimeLink>> HandleAsync(InviteAgainCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var account = await store.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == command.AccountId, cancel);
        if (!actor.MayOnSystem(Acts.ManageAccounts))
        {
            return new Refusal("access.refused");
        }

        if (account is null or { LockedAt: not null })
        {
            return new Refusal(account is null ? "access.account.none" : "access.account.is-locked");
        }

        var (link, changed) = await links.MakeAsync(account.Id, cancel);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            "access.invite-again",
            [.. changed.Select(i => new ChangedRecord(i, i.Id, null))],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return link;
    }
}
