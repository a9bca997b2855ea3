using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.AllowOverCap;

public sealed record WithdrawAllowanceCommand(long AllowanceId, string? Why);

/// <summary>Withdraws what a document allowed, with why; it stays to be read, and the usual share holds again.</summary>
public sealed class WithdrawAllowanceHandler(AppStore store, CycleFinder cycles, ChangeLog log)
{
    public const string Act = "reviews.withdraw-allowance";

    public async Task<Outcome<CapAllowance>> HandleAsync(WithdrawAllowanceCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var allowance = await store.Set<CapAllowance>().SingleOrDefaultAsync(a => a.Id == command.AllowanceId, cancel);
        if (
            allowance is null
            || await AllowanceQuery.FindAsync(cycles, allowance.CycleId, allowance.OrganizationId, cancel) is not { } found
            || !found.Work.Authority.MayDecide(actor, found.Body)
        )
        {
            return new Refusal("review.decision.not-found");
        }

        var work = found.Work;
        if (work.Broken is { } broken)
        {
            return broken;
        }

        if (work.Cycle.ClosedOn is { } closed)
        {
            return new Refusal("review.cycle.closed", null, closed);
        }

        if (allowance.WithdrawnOn is { } already)
        {
            return new Refusal("review.allowance.withdrawn-already", null, already);
        }

        if (string.IsNullOrWhiteSpace(command.Why))
        {
            return new Refusal("review.allowance.why-missing");
        }

        if (CapAllowance.WithdrawnWhyLength.Check(command.Why) is { } tooLong)
        {
            return tooLong;
        }

        (allowance.WithdrawnOn, allowance.WithdrawnBy, allowance.WithdrawnWhy) = (
            work.Today,
            actor.Name,
            VietnameseText.Tidy(command.Why)
        );
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(allowance, allowance.Id, allowance.OrganizationId, work.Cycle.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return allowance;
    }
}
