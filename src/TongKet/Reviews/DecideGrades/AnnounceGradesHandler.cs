using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.DecideGrades;

public sealed record AnnounceGradesCommand(long DecisionId, DateOnly? On, string? Number);

/// <summary>
/// «Thông báo kết quả»: from here on the grades count, in every figure and report, and everybody who may see grades sees
/// them. A grade that came by file for the same year gives way; the change log keeps it.
/// </summary>
public sealed class AnnounceGradesHandler(AppStore store, CycleFinder cycles, RecordIds ids, ChangeLog log)
{
    public const string Act = "reviews.announce";

    public async Task<Outcome<GradeDecision>> HandleAsync(AnnounceGradesCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var asked = await store.Set<GradeDecision>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == command.DecisionId, cancel);
        if (
            asked is null
            || await cycles.TakeAsync(asked.CycleId, asked.OrganizationId, cancel) is not { } work
            || await store.Set<GradeDecision>().SingleOrDefaultAsync(d => d.Id == command.DecisionId, cancel) is not { } decision
            || work.Tree.Find(decision.OrganizationId) is not { } body
            || !work.Authority.MayDecide(actor, body)
        )
        {
            return new Refusal("review.decision.not-found");
        }

        if (work.Broken is { } broken)
        {
            return broken;
        }

        if (decision.AnnouncedOn is { } already)
        {
            return new Refusal("review.announce.already", null, already);
        }

        if (command.On is not { } on || on < decision.DecidedOn || on > work.Today)
        {
            return new Refusal("review.announce.day", null, decision.DecidedOn);
        }

        if (GradeDecision.AnnouncementLength.Check(command.Number) is { } tooLong)
        {
            return tooLong;
        }

        (decision.AnnouncedOn, decision.AnnouncementNumber) = (
            on,
            string.IsNullOrWhiteSpace(command.Number) ? null : VietnameseText.Tidy(command.Number)
        );
        var lines = await store.Set<Assessment>().AsNoTracking().Where(a => a.DecisionId == decision.Id).ToListAsync(cancel);
        var supply = await ids.TakeAsync(lines.Count, cancel);
        var grades =
            work.Cycle.Kind == CycleKind.Year
                ? await new AnnouncedGrades(store, work.Cycle, decision, supply).WriteAsync(lines, cancel)
                : [];
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(decision, decision.Id, decision.OrganizationId, work.Cycle.Year), .. grades],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return decision;
    }
}
