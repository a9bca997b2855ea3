using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Portal.ShowMyWork;

/// <summary>Accounts and the machine, in numbers; nothing of the records.</summary>
/// <param name="Waiting">Accounts whose one-time link was not used yet.</param>
/// <param name="WithoutRole">Accounts that can sign in and have nothing to do.</param>
public sealed record SystemStateView(
    int Accounts,
    int Waiting,
    int Locked,
    int LockedOut,
    int WithoutRole,
    string Database,
    bool IsReady,
    DateTimeOffset? LastChangeAt,
    string Version
);

public sealed class SystemStateQuery(AppStore store, DatabaseAddress address, TimeProvider clock)
{
    /// <summary>Null for everybody but the administrator.</summary>
    public async Task<SystemStateView?> AskAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.MayOnSystem(Acts.SeeSystem))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var today = VietnameseFormat.DayOf(now);
        var accounts = store.Set<Account>().AsNoTracking();
        var open = accounts.Where(a => a.LockedAt == null);
        var inForce = store.Set<RoleGrant>().Where(g => g.FromOn <= today && (g.ToOn == null || g.ToOn > today));
        return new(
            await accounts.CountAsync(cancel),
            await open.CountAsync(a => a.PasswordHash == null, cancel),
            await accounts.CountAsync(a => a.LockedAt != null, cancel),
            await open.CountAsync(a => a.LockoutEnd > now, cancel),
            await open.CountAsync(a => !inForce.Any(g => g.AccountId == a.Id), cancel),
            address.Shown,
            !(await store.Database.GetPendingMigrationsAsync(cancel)).Any(),
            await store
                .Set<ChangeLine>()
                .OrderByDescending(c => c.Seq)
                .Select(c => (DateTimeOffset?)c.At)
                .FirstOrDefaultAsync(cancel),
            typeof(SystemStateQuery).Assembly.GetName().Version?.ToString(3) ?? VietnameseFormat.Unknown
        );
    }
}
