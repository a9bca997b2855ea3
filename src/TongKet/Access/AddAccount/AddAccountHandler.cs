using Microsoft.AspNetCore.Identity;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Access.AddAccount;

/// <param name="Organization">Code, or enough of the name to be the only one; empty for the system administrator.</param>
/// <param name="MemberId">The member whose account it is, for the role of a member.</param>
/// <param name="IsDemo">Only the demo lets it in.</param>
public sealed record AddAccountCommand(
    string UserName,
    string DisplayName,
    Role Role,
    string? Organization,
    DateOnly? FromOn = null,
    DateOnly? ToOn = null,
    long? MemberId = null,
    bool IsDemo = false
);

public sealed record AddedAccount(long AccountId, OneTimeLink Link);

/// <summary>Makes an account with its first role and a one-time link in place of a password.</summary>
public sealed class AddAccountHandler(
    UserManager<Account> accounts,
    GrantOrganizations organizations,
    OneTimeLinks links,
    RecordIds ids,
    ChangeLog log,
    AppStore store,
    TimeProvider clock
)
{
    public const int MostOfUserName = 50;
    public static readonly TextLength DisplayNameLength = new("access.display-name", 100);

    public async Task<Outcome<AddedAccount>> HandleAsync(AddAccountCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var found = await organizations.FindAsync(command.Organization, cancel);
        if (!actor.MayOnSystem(Acts.ManageAccounts))
        {
            return new Refusal("access.refused");
        }

        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var fromOn = command.FromOn ?? today;
        var refusal =
            await CheckNamesAsync(command)
            ?? found.Refusal
            ?? GrantRule.Check(command.Role, found.Id, fromOn, command.ToOn, [], today);
        if (refusal is not null)
        {
            return refusal;
        }

        var account = new Account
        {
            UserName = command.UserName.Trim(),
            DisplayName = VietnameseText.Tidy(command.DisplayName),
            MemberId = command.MemberId,
            IsDemo = command.IsDemo,
        };
        if (!(await accounts.CreateAsync(account)).Succeeded)
        {
            return new Refusal("access.user-name.taken", null, account.UserName);
        }

        var grant = new RoleGrant
        {
            Id = await ids.NextAsync(cancel),
            AccountId = account.Id,
            Role = command.Role,
            OrganizationId = found.Id,
            FromOn = fromOn,
            ToOn = command.ToOn,
        };
        store.Add(grant);
        var (link, invitations) = await links.MakeAsync(account.Id, cancel);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            "access.add-account",
            [
                new(account, account.Id, null),
                new(grant, grant.Id, grant.OrganizationId),
                .. invitations.Select(i => new ChangedRecord(i, i.Id, null)),
            ],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return new AddedAccount(account.Id, link);
    }

    private async Task<Refusal?> CheckNamesAsync(AddAccountCommand command) =>
        !IsUserName(command.UserName.Trim()) ? new("access.user-name.wrong")
        : VietnameseText.Tidy(command.DisplayName).Length == 0 ? new("access.display-name.missing")
        : DisplayNameLength.Check(command.DisplayName) is { } tooLong ? tooLong
        : await accounts.FindByNameAsync(command.UserName.Trim()) is not null
            ? new("access.user-name.taken", null, command.UserName.Trim())
        : null;

    private static bool IsUserName(string name) =>
        name.Length is >= 3 and <= MostOfUserName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
