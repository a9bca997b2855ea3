using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Targets.RecordResult;

/// <param name="Value">Null takes the result back: not known is not nothing.</param>
public sealed record RecordResultCommand(long Id, decimal? Value);

/// <summary>Records the result of a target that no figure measures.</summary>
public sealed class RecordResultHandler(AppStore store, TreeReader trees, ChangeLog log, TimeProvider clock)
{
    public async Task<Outcome<Target>> HandleAsync(RecordResultCommand command, Actor actor, CancellationToken cancel)
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

        if (target.FigureCode is not null)
        {
            return new Refusal("target.result.measured", null, Words.Get("figures." + target.FigureCode));
        }

        if (command.Value < 0m)
        {
            return new Refusal("target.result.negative");
        }

        target.ManualResult = command.Value;
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            "targets.record-result",
            [new(target, target.Id, target.OrganizationId, target.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return target;
    }
}
