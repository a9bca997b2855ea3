using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TongKet.Access;
using TongKet.Access.AcceptInvitation;
using TongKet.Access.AddAccount;
using TongKet.Access.ManageAccounts;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Demo;

/// <summary>An account that is ready to be used until the demo is started again.</summary>
public sealed record ReadyAccount(Role Role, string UserName, string Password, string DisplayName, string? Organization);

/// <summary>
/// Makes one account a role ready, by the same handlers as any account. Each start of the demo sets new passwords, so a
/// password that was printed once opens nothing later; nothing but the demo lets these accounts in.
/// </summary>
internal sealed class DemoAccounts(
    AppStore store,
    DemoCast cast,
    AddAccountHandler add,
    GiveRoleHandler give,
    LockAccountHandler unlock,
    InviteAgainHandler invite,
    AcceptInvitationHandler accept,
    TimeProvider clock
)
{
    /// <summary>Letters and digits that nobody takes for one another.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int GroupLetters = 4;
    private static readonly Actor Maker = Actor.Operator(Words.Get("demo.author"));

    public async Task<IReadOnlyList<ReadyAccount>> MakeAsync(CancellationToken cancel)
    {
        var ready = new List<ReadyAccount>();
        foreach (var part in await cast.FindAsync(cancel))
        {
            var link = await LinkAsync(part, cancel);
            var password = NewPassword();
            var account = Value(await accept.HandleAsync(new(link.Token, password, password), Actor.Nobody, cancel));
            var place = await GrantOf(account.Id, part.Role).OrderBy(g => g.Id).Select(g => g.OrganizationId).FirstAsync(cancel);
            ready.Add(new(part.Role, part.UserName, password, account.DisplayName, await cast.NameOfAsync(place, cancel)));
        }

        return ready;
    }

    /// <summary>The role as it is held: since an earlier start somebody may have given it in another organization.</summary>
    private IQueryable<RoleGrant> GrantOf(long accountId, Role role)
    {
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        return store
            .Set<RoleGrant>()
            .Where(g => g.AccountId == accountId && g.Role == role && (g.ToOn == null || g.ToOn > today));
    }

    private async Task<OneTimeLink> LinkAsync(DemoPart part, CancellationToken cancel)
    {
        var known = await store.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.UserName == part.UserName, cancel);
        if (known is null)
        {
            var command = new AddAccountCommand(
                part.UserName,
                part.DisplayName,
                part.Role,
                part.Organization?.Code,
                MemberId: part.MemberId,
                IsDemo: true
            );
            return Value(await add.HandleAsync(command, Maker, cancel)).Link;
        }

        // Whoever tried the program may have locked it or ended its role.
        Value(await unlock.HandleAsync(new(known.Id, IsToBeLocked: false), Maker, cancel));
        if (!await GrantOf(known.Id, part.Role).AnyAsync(cancel))
        {
            Value(await give.HandleAsync(new(known.Id, part.Role, part.Organization?.Code, null, null), Maker, cancel));
        }

        return Value(await invite.HandleAsync(new(known.Id), Maker, cancel));
    }

    private static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLetters)));

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.IsDone
            ? outcome.Value!
            : throw new InvalidOperationException(string.Join(' ', outcome.Refusals.Select(Words.Of)));
}
