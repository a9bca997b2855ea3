using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Access.ManageAccounts;

public sealed record GiveRoleCommand(long AccountId, Role Role, string? Organization, DateOnly? FromOn, DateOnly? ToOn);

/// <summary>Gives an account one more role, from a day and perhaps to a day.</summary>
public sealed class GiveRoleHandler(
    AppStore store,
    GrantOrganizations organizations,
    RecordIds ids,
    ChangeLog log,
    TimeProvider clock
)
{
    public async Task<Outcome<RoleGrant>> HandleAsync(GiveRoleCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var exists = await store.Set<Account>().AnyAsync(a => a.Id == command.AccountId, cancel);
        var others = await store.Set<RoleGrant>().AsNoTracking().Where(g => g.AccountId == command.AccountId).ToListAsync(cancel);
        var found = await organizations.FindAsync(command.Organization, cancel);
        if (!actor.MayOnSystem(Acts.ManageAccounts))
        {
            return new Refusal("access.refused");
        }

        if (!exists)
        {
            return new Refusal("access.account.none");
        }

        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var fromOn = command.FromOn ?? today;
        var refusal = found.Refusal ?? GrantRule.Check(command.Role, found.Id, fromOn, command.ToOn, others, today);
        if (refusal is not null)
        {
            return refusal;
        }

        var grant = new RoleGrant
        {
            Id = await ids.NextAsync(cancel),
            AccountId = command.AccountId,
            Role = command.Role,
            OrganizationId = found.Id,
            FromOn = fromOn,
            ToOn = command.ToOn,
        };
        store.Add(grant);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            "access.give-role",
            [new(grant, grant.Id, grant.OrganizationId)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return grant;
    }
}
