using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.AllowOverCap;

/// <param name="Group">The group that the document speaks of.</param>
/// <param name="Percent">In percent, where the document gives a higher share.</param>
public sealed record AllowOverCapCommand(
    long CycleId,
    long BodyId,
    CapKey? Group,
    CapAllowanceKind? Kind,
    decimal? Percent,
    string? Number,
    DateOnly? SignedOn
);

/// <summary>Enters the document by which one group may have more Excellent than the usual share.</summary>
public sealed class AllowOverCapHandler(AppStore store, CycleFinder cycles, RecordIds ids, ChangeLog log)
{
    public const string Act = "reviews.allow-over-cap";

    public async Task<Outcome<CapAllowance>> HandleAsync(AllowOverCapCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        if (
            await AllowanceQuery.FindAsync(cycles, command.CycleId, command.BodyId, cancel) is not { } found
            || !found.Work.Authority.MayDecide(actor, found.Body)
        )
        {
            return new Refusal("review.decision.not-found");
        }

        var (work, body, groups) = found;
        if (work.Broken is { } broken)
        {
            return broken;
        }

        if (work.Cycle.ClosedOn is { } closed)
        {
            return new Refusal("review.cycle.closed", null, closed);
        }

        if (command.Group is not { } group || !groups.Contains(group))
        {
            return new Refusal("review.allowance.group-missing");
        }

        var rules = group.As == ReviewSubject.Member ? CapRules.OfMembers(work.Rules) : CapRules.OfOrganizations(work.Rules);
        var before = await CapAllowances.OfAsync(store, work.Cycle.Id, body.Id, cancel);
        var refusals = CapAllowanceRule.Check(
            rules,
            command.Kind,
            command.Percent,
            command.Number,
            command.SignedOn,
            before.For(group),
            work.Today
        );
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var allowance = new CapAllowance
        {
            Id = await ids.NextAsync(cancel),
            CycleId = work.Cycle.Id,
            OrganizationId = body.Id,
            As = group.As,
            Group = group.Group,
            Kind = command.Kind!.Value,
            Percent = command.Kind == CapAllowanceKind.HigherShare ? command.Percent : null,
            Number = VietnameseText.Tidy(command.Number!),
            SignedOn = command.SignedOn!.Value,
            EnteredBy = actor.Name,
            EnteredOn = work.Today,
        };
        store.Add(allowance);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(allowance, allowance.Id, body.Id, work.Cycle.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return allowance;
    }
}
