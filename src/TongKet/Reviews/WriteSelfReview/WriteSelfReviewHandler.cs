using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.WriteSelfReview;

public sealed record WriteSelfReviewCommand(
    long CycleId,
    long MemberId,
    string? Strengths,
    string? Weaknesses,
    string? Remedies,
    Grade Grade
);

/// <summary>
/// Keeps a member's review of himself and puts the grade he gives himself on the sheet of his cell. By himself, or by who
/// fills in the sheet, from his paper.
/// </summary>
public sealed class WriteSelfReviewHandler(AppStore store, CycleFinder cycles, BegunLine lines, RecordIds ids, ChangeLog log)
{
    public const string Act = "reviews.write-self";

    public async Task<Outcome<SelfReview>> HandleAsync(WriteSelfReviewCommand command, Actor actor, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await log.BeginAsync(cancel);
            return await WriteAsync(command, actor, transaction, cancel);
        }
        catch (DbUpdateException)
        {
            // Two of a cell whose sheet nobody had begun yet; the second finds it there when nobody else writes.
            store.ChangeTracker.Clear();
            await using var alone = await log.BeginAloneAsync(cancel);
            return await WriteAsync(command, actor, alone, cancel);
        }
    }

    private async Task<Outcome<SelfReview>> WriteAsync(
        WriteSelfReviewCommand command,
        Actor actor,
        IDbContextTransaction transaction,
        CancellationToken cancel
    )
    {
        var work = await cycles.FindAsync(command.CycleId, cancel);
        if (
            work is null
            || await CellOfAsync(store, work, command.MemberId, cancel) is not { } cell
            || !May(actor, work, cell, command.MemberId)
        )
        {
            return new Refusal("review.sheet.not-found");
        }

        if (work.Broken is { } broken)
        {
            return broken;
        }

        var sheet = await store
            .Set<ReviewSheet>()
            .SingleOrDefaultAsync(s => s.CycleId == work.Cycle.Id && s.OrganizationId == cell, cancel);
        if (work.Cycle.ClosedOn is not null || sheet is { IsOpen: false })
        {
            return new Refusal("review.self.sheet-sent");
        }

        var refusals = SelfReview.Check(command.Strengths, command.Weaknesses, command.Remedies);
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var changed = new List<ChangedRecord>();
        var review = await ReviewAsync(work, command.MemberId, cancel);
        (review.Strengths, review.Weaknesses, review.Remedies) = (command.Strengths, command.Weaknesses, command.Remedies);
        (review.Grade, review.FromPaper, review.WrittenOn) = (command.Grade, actor.MemberId != command.MemberId, work.Today);
        changed.Add(new(review, review.Id, cell, work.Cycle.Year));
        var line = await lines.FindAsync(work, sheet, cell, LineKey.Member(command.MemberId), changed, cancel);
        if (changed.TrueForAll(c => c.Record != line))
        {
            changed.Add(new(line, line.Id, cell, work.Cycle.Year));
        }

        line.Self = command.Grade;
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, changed, cancel);
        await transaction.CommitAsync(cancel);
        return review;
    }

    /// <summary>Where he stands on the day whose register counts; null where the review does not cover it.</summary>
    internal static async Task<long?> CellOfAsync(AppStore store, CycleWork work, long memberId, CancellationToken cancel)
    {
        var on = work.RegisterOn;
        var stay = await store
            .Set<Stay>()
            .AsNoTracking()
            .FirstOrDefaultAsync(s => s.MemberId == memberId && s.FromOn <= on && (s.ToOn == null || s.ToOn > on), cancel);
        return stay is null ? null : work.Owing(stay.CellId)?.Id;
    }

    internal static bool May(Actor actor, CycleWork work, long cell, long memberId) =>
        (actor.MemberId == memberId && actor.GrantsFor(Acts.ReviewOneself).Any(g => g.Reach == Reach.OwnRecord))
        || (work.Owing(cell) is { } node && work.Authority.MayFill(actor, node));

    private async Task<SelfReview> ReviewAsync(CycleWork work, long memberId, CancellationToken cancel)
    {
        if (
            await store
                .Set<SelfReview>()
                .SingleOrDefaultAsync(r => r.CycleId == work.Cycle.Id && r.MemberId == memberId, cancel) is
            { } known
        )
        {
            return known;
        }

        var review = new SelfReview
        {
            Id = await ids.NextAsync(cancel),
            CycleId = work.Cycle.Id,
            MemberId = memberId,
        };
        store.Add(review);
        return review;
    }
}
