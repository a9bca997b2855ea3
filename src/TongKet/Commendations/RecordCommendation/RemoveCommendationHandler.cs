using TongKet.Domain.Access;
using TongKet.Domain.Commendations;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Commendations.RecordCommendation;

public sealed record RemoveCommendationCommand(long Id);

/// <summary>Takes out what was recorded by mistake; the change log keeps that it was there.</summary>
public sealed class RemoveCommendationHandler(AppStore store, TreeReader trees, ChangeLog log, TimeProvider clock)
{
    public async Task<Outcome<Commendation>> HandleAsync(RemoveCommendationCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        if (await store.Set<Commendation>().FindAsync([command.Id], cancel) is not { } commendation)
        {
            return new Refusal("commendation.not-found");
        }

        var day = PageContext.UsualAsOf(commendation.Year, VietnameseFormat.DayOf(clock.GetUtcNow()));
        var tree = await trees.ReadAsync(day, cancel);
        if (!ScopeRule.May(actor, Acts.ChangeCommendations, tree, commendation.OrganizationId))
        {
            return new Refusal("commendation.not-found");
        }

        store.Remove(commendation);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            "commendations.remove",
            [new(commendation, commendation.Id, commendation.OrganizationId, commendation.Year, IsRemoved: true)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return commendation;
    }
}
