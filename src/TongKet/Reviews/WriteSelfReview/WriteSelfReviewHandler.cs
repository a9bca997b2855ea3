using Microsoft.EntityFrameworkCore;
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

    /// <summary>His review, his line and the sheet it stands on.</summary>
    private const int MostNew = 3;

    public async Task<Outcome<SelfReview>> HandleAsync(WriteSelfReviewCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
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

        await cycles.WaitAsync(work, cell, cancel);
        var desk = await DeskAsync(work, cell, command.MemberId, cancel);
        if (desk.ClosedOn is not null || desk.Sheet is { IsOpen: false })
        {
            return new Refusal("review.self.sheet-sent");
        }

        var refusals = SelfReview.Check(command.Strengths, command.Weaknesses, command.Remedies);
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var changed = new List<ChangedRecord>();
        var supply = desk.IsWhole ? null : await ids.TakeAsync(MostNew, cancel);
        var review = desk.Review ?? Begun(work, command.MemberId, supply!);
        (review.Strengths, review.Weaknesses, review.Remedies) = (command.Strengths, command.Weaknesses, command.Remedies);
        (review.Grade, review.FromPaper, review.WrittenOn) = (command.Grade, actor.MemberId != command.MemberId, work.Today);
        changed.Add(new(review, review.Id, cell, work.Cycle.Year));
        var line = desk.Line ?? lines.Begin(work, desk.Sheet, cell, LineKey.Member(command.MemberId), changed, supply!);
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

    /// <summary>What there is of his so far, in one question: in December everybody asks it at once.</summary>
    private async Task<Desk> DeskAsync(CycleWork work, long cell, long memberId, CancellationToken cancel)
    {
        var cycleId = work.Cycle.Id;
        return await (
            from cycle in store.Set<ReviewCycle>()
            where cycle.Id == cycleId
            from sheet in store.Set<ReviewSheet>().Where(s => s.CycleId == cycleId && s.OrganizationId == cell).DefaultIfEmpty()
            from review in store.Set<SelfReview>().Where(r => r.CycleId == cycleId && r.MemberId == memberId).DefaultIfEmpty()
            from line in store
                .Set<Assessment>()
                .Where(a => a.SheetId == sheet!.Id && a.As == ReviewSubject.Member && a.MemberId == memberId)
                .DefaultIfEmpty()
            select new Desk(cycle.ClosedOn, sheet, review, line)
        ).SingleAsync(cancel);
    }

    private SelfReview Begun(CycleWork work, long memberId, IdSupply supply)
    {
        var review = new SelfReview
        {
            Id = supply.Next(),
            CycleId = work.Cycle.Id,
            MemberId = memberId,
        };
        store.Add(review);
        return review;
    }

    private sealed record Desk(DateOnly? ClosedOn, ReviewSheet? Sheet, SelfReview? Review, Assessment? Line)
    {
        public bool IsWhole => Review is not null && Line is not null;
    }
}
