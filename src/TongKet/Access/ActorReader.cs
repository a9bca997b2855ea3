using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Access;

/// <summary>An account together with what it may do today.</summary>
public sealed record KnownAccount(Account Account, Actor Actor);

/// <summary>Reads an account and its grants in force, in one question to the database.</summary>
public sealed class ActorReader(AppStore store, TimeProvider clock)
{
    public Task<KnownAccount?> ByIdAsync(long id, CancellationToken cancel) =>
        ReadAsync(store.Set<Account>().Where(a => a.Id == id), cancel);

    public Task<KnownAccount?> ByNameAsync(string name, CancellationToken cancel)
    {
        var normalized = name.Trim().ToUpperInvariant();
        return ReadAsync(store.Set<Account>().Where(a => a.NormalizedUserName == normalized), cancel);
    }

    private async Task<KnownAccount?> ReadAsync(IQueryable<Account> accounts, CancellationToken cancel)
    {
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var found = await accounts
            .AsNoTracking()
            .Select(a => new
            {
                Account = a,
                Grants = store
                    .Set<RoleGrant>()
                    .Where(g => g.AccountId == a.Id && g.FromOn <= today && (g.ToOn == null || g.ToOn > today))
                    .OrderBy(g => g.Id)
                    .ToList(),
            })
            .FirstOrDefaultAsync(cancel);
        return found is null
            ? null
            : new(
                found.Account,
                new Actor(found.Account.Id, found.Account.DisplayName, found.Grants, MemberId: found.Account.MemberId)
            );
    }
}
