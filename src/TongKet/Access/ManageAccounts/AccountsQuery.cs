using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Access.ManageAccounts;

public enum AccountState
{
    Open,

    /// <summary>The one-time link was not used yet.</summary>
    Waiting,
    Locked,
}

/// <summary>A role as the administrator sees it: where, and from when to when.</summary>
public sealed record GrantLine(long Id, Role Role, string? Organization, DateOnly FromOn, DateOnly? ToOn, bool IsInForce);

public sealed record AccountLine(
    long Id,
    string UserName,
    string DisplayName,
    AccountState State,
    bool IsDemo,
    IReadOnlyList<GrantLine> Grants
);

/// <param name="NextAfter">Key of the last line where more follow.</param>
public sealed record AccountsView(IReadOnlyList<AccountLine> Lines, string? NextAfter);

/// <summary>Accounts for who keeps them: names, roles, state. Nothing of the records.</summary>
public sealed class AccountsQuery(AppStore store, IEnumerable<OrganizationFinder> finders, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<AccountsView> ListAsync(string? typed, string? after, CancellationToken cancel)
    {
        var accounts = store.Set<Account>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(typed))
        {
            var folded = VietnameseText.Fold(typed);
            var name = typed.Trim().ToUpperInvariant();
            accounts = accounts.Where(a => a.NameFolded.Contains(folded) || a.NormalizedUserName!.StartsWith(name));
        }

        if (!string.IsNullOrEmpty(after))
        {
            accounts = accounts.Where(a => a.NormalizedUserName!.CompareTo(after) > 0);
        }

        var page = await accounts.OrderBy(a => a.NormalizedUserName).Take(PageSize + 1).ToListAsync(cancel);
        var shown = page.Take(PageSize).ToList();
        return new(await LinesAsync(shown, cancel), page.Count > PageSize ? shown[^1].NormalizedUserName : null);
    }

    public async Task<AccountLine?> FindAsync(long id, CancellationToken cancel)
    {
        var account = await store.Set<Account>().AsNoTracking().Where(a => a.Id == id).ToListAsync(cancel);
        return (await LinesAsync(account, cancel)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<AccountLine>> LinesAsync(List<Account> accounts, CancellationToken cancel)
    {
        var ids = accounts.ConvertAll(a => a.Id);
        var grants = await store
            .Set<RoleGrant>()
            .AsNoTracking()
            .Where(g => ids.Contains(g.AccountId))
            .OrderBy(g => g.FromOn)
            .ToListAsync(cancel);
        var names = new Dictionary<long, OrganizationMatch>();
        foreach (var finder in finders)
        {
            foreach (var (id, name) in await finder.NamesAsync([.. grants.Select(g => g.OrganizationId).OfType<long>()], cancel))
            {
                names[id] = name;
            }
        }

        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var lines = grants.ToLookup(
            g => g.AccountId,
            g => new GrantLine(g.Id, g.Role, NameOf(g.OrganizationId), g.FromOn, g.ToOn, g.IsInForce(today))
        );
        return
        [
            .. accounts.Select(a => new AccountLine(a.Id, a.UserName!, a.DisplayName, StateOf(a), a.IsDemo, [.. lines[a.Id]])),
        ];

        string? NameOf(long? id) =>
            id is null ? null
            : names.TryGetValue(id.Value, out var match) ? match.Name
            : VietnameseFormat.Unknown;
    }

    private static AccountState StateOf(Account account) =>
        account.LockedAt is not null ? AccountState.Locked
        : account.PasswordHash is null ? AccountState.Waiting
        : AccountState.Open;
}
