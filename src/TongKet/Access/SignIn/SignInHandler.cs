using Microsoft.AspNetCore.Identity;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Access.SignIn;

public sealed record SignInCommand(string UserName, string Password);

/// <summary>Begins a session. One answer to every failure: nobody learns here which accounts there are.</summary>
public sealed class SignInHandler(SignInManager<Account> session, UserManager<Account> accounts, HostMode mode)
{
    public const int WrongPasswords = 5;
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    // Hashed once, so that an unknown name takes as long as a wrong password.
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    public async Task<Outcome<Account>> HandleAsync(SignInCommand command, Actor actor, CancellationToken cancel)
    {
        var account = await accounts.FindByNameAsync(command.UserName.Trim());
        if (account?.PasswordHash is null || account.LockedAt is not null || (account.IsDemo && !mode.IsDemo))
        {
            accounts.PasswordHasher.VerifyHashedPassword(new Account { DisplayName = "" }, NobodysHash, command.Password);
            return Refused();
        }

        var result = await session.PasswordSignInAsync(account, command.Password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? account : Refused();
    }

    private static Refusal Refused() => new("access.sign-in.refused", null, WrongPasswords, LockOut.TotalMinutes);
}
