using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Access.ManageAccounts;

public sealed record LockAccountCommand(long AccountId, bool IsToBeLocked);

/// <summary>Closes an account at once, or opens it again. Its records and its grants stay as they are.</summary>
public sealed class LockAccountHandler(AppStore store, ChangeLog log, TimeProvider clock)
{
    public async Task<Outcome<Account>> HandleAsync(LockAccountCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var account = await store.Set<Account>().FindAsync([command.AccountId], cancel);
        if (!actor.MayOnSystem(Acts.ManageAccounts))
        {
            return new Refusal("access.refused");
        }

        if (account is null || account.Id == actor.AccountId)
        {
            return new Refusal(account is null ? "access.account.none" : "access.account.is-oneself");
        }

        account.LockedAt = command.IsToBeLocked ? account.LockedAt ?? clock.GetUtcNow() : null;
        if (!command.IsToBeLocked)
        {
            account.LockoutEnd = null;
            account.AccessFailedCount = 0;
        }

        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            command.IsToBeLocked ? "access.lock-account" : "access.unlock-account",
            [new(account, account.Id, null)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return account;
    }
}
