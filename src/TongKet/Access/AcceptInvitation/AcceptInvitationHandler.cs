using Microsoft.AspNetCore.Identity;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Access.AcceptInvitation;

public sealed record AcceptInvitationCommand(string Token, string Password, string Again);

/// <summary>Sets the password of an account by its one-time link. Other sessions of the account end.</summary>
public sealed class AcceptInvitationHandler(
    AppStore store,
    OneTimeLinks links,
    UserManager<Account> accounts,
    ChangeLog log,
    TimeProvider clock
)
{
    /// <summary>Length alone makes a password strong that a person can keep in mind.</summary>
    public const int ShortestPassword = 10;

    /// <summary>Whose link it is; null where the link is not good.</summary>
    public async Task<Account?> FindAsync(string token, CancellationToken cancel) =>
        await links.FindAsync(token, cancel) is { } invitation ? await AccountOfAsync(invitation, cancel) : null;

    public async Task<Outcome<Account>> HandleAsync(AcceptInvitationCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        if (
            await links.FindAsync(command.Token, cancel) is not { } invitation
            || await AccountOfAsync(invitation, cancel) is not { } account
        )
        {
            return new Refusal("access.invitation.not-good");
        }

        if (Check(command, account) is { } refusal)
        {
            return refusal;
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, command.Password);
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        await accounts.UpdateSecurityStampAsync(account);
        invitation.UsedAt = clock.GetUtcNow();
        await log.SaveAsync(
            new(account.Id, account.DisplayName),
            "access.accept-invitation",
            [new(invitation, invitation.Id, null)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return account;
    }

    private static Refusal? Check(AcceptInvitationCommand command, Account account) =>
        command.Password.Length < ShortestPassword ? new("access.password.too-short", null, ShortestPassword)
        : command.Password.Distinct().Count() < ShortestPassword / 2
        || command.Password.Contains(account.UserName!, StringComparison.OrdinalIgnoreCase)
            ? new("access.password.too-plain")
        : command.Password != command.Again ? new("access.password.not-the-same")
        : null;

    private async Task<Account?> AccountOfAsync(Invitation invitation, CancellationToken cancel) =>
        await store.Set<Account>().FindAsync([invitation.AccountId], cancel) is { LockedAt: null } account ? account : null;
}
