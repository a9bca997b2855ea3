using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.DecideGrades;

public sealed record NotedLine(LineKey Key, Grade Grade, NoGradeReason Reason);

public sealed record NoteDecisionCommand(long CycleId, long OrganizationId, IReadOnlyList<NotedLine> Lines);

/// <summary>
/// Notes what the session of the deciding level says of single lines where it is another than the proposal. Nothing is
/// decided by it yet: that is done for many at once, with the number of the document.
/// </summary>
public sealed class NoteDecisionHandler(AppStore store, CycleFinder cycles, ChangeLog log)
{
    public const string Act = "reviews.note-decision";

    public async Task<Outcome<int>> HandleAsync(NoteDecisionCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var work = await cycles.TakeAsync(command.CycleId, command.OrganizationId, cancel);
        if (
            work?.Owing(command.OrganizationId) is not { } node
            || await store
                .Set<ReviewSheet>()
                .SingleOrDefaultAsync(s => s.CycleId == work.Cycle.Id && s.OrganizationId == node.Id, cancel)
                is not { } sheet
        )
        {
            return new Refusal("review.sheet.not-found");
        }

        if (work.Broken is { } broken)
        {
            return broken;
        }

        if (work.Cycle.ClosedOn is { } closed)
        {
            return new Refusal("review.cycle.closed", null, closed);
        }

        var stored = await store.Set<Assessment>().Where(a => a.SheetId == sheet.Id).ToListAsync(cancel);
        var lines = stored.ToDictionary(a => a.Key);
        var changed = new List<Assessment>();
        foreach (var noted in command.Lines)
        {
            if (
                !lines.TryGetValue(noted.Key, out var line)
                || work.Authority.DecidesOn(node, line.As, line.ManagedById) is not { } body
                || !work.Authority.MayDecide(actor, body)
            )
            {
                return new Refusal("review.sheet.not-found");
            }

            if (sheet.State != SheetState.Submitted || line.IsDecided)
            {
                return new Refusal("review.decision.not-there-now");
            }

            if ((line.Decided, line.DecidedReason) != (noted.Grade, noted.Reason))
            {
                (line.Decided, line.DecidedReason) = (noted.Grade, noted.Reason);
                changed.Add(line);
            }
        }

        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [.. changed.Select(a => new ChangedRecord(a, a.Id, node.Id, work.Cycle.Year))],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return changed.Count;
    }
}
