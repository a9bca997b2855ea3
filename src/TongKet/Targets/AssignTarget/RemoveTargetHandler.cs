using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Targets.AssignTarget;

public sealed record RemoveTargetCommand(long Id);

/// <summary>Takes a target off the list of its year; the change log keeps that it was there.</summary>
public sealed class RemoveTargetHandler(AppStore store, TreeReader trees, ChangeLog log, TimeProvider clock)
{
    public async Task<Outcome<Target>> HandleAsync(RemoveTargetCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        if (await store.Set<Target>().FindAsync([command.Id], cancel) is not { } target)
        {
            return new Refusal("target.not-found");
        }

        var day = PageContext.UsualAsOf(target.Year, VietnameseFormat.DayOf(clock.GetUtcNow()));
        if (!ScopeRule.May(actor, Acts.ChangeTargets, await trees.ReadAsync(day, cancel), target.OrganizationId))
        {
            return new Refusal("target.not-found");
        }

        store.Remove(target);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            "targets.remove",
            [new(target, target.Id, target.OrganizationId, target.Year, IsRemoved: true)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return target;
    }
}
