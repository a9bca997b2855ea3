using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Access.ManageAccounts;

public sealed record EndRoleCommand(long AccountId, long GrantId);

/// <summary>Ends a role as of today: the account may do with it nothing more, and what it did stays on record.</summary>
public sealed class EndRoleHandler(AppStore store, ChangeLog log, TimeProvider clock)
{
    public async Task<Outcome<RoleGrant>> HandleAsync(EndRoleCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var grant = await store
            .Set<RoleGrant>()
            .FirstOrDefaultAsync(g => g.Id == command.GrantId && g.AccountId == command.AccountId, cancel);
        if (!actor.MayOnSystem(Acts.ManageAccounts))
        {
            return new Refusal("access.refused");
        }

        if (grant is null || (grant.AccountId == actor.AccountId && grant.Role == Role.SystemAdministrator))
        {
            return new Refusal(grant is null ? "access.account.none" : "access.account.is-oneself");
        }

        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        grant.ToOn = grant.ToOn < today ? grant.ToOn : today;
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            "access.end-role",
            [new(grant, grant.Id, grant.OrganizationId)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return grant;
    }
}
