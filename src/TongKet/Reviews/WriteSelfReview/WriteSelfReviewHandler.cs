using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.WriteSelfReview;

/// <param name="Was">What the form had before it, as <see cref="SelfReviewMark"/> marks it; null takes what was typed as it is.</param>
public sealed record WriteSelfReviewCommand(long CycleId, SelfOf Of, SelfReviewText Text, string? Was = null);

/// <summary>
/// Keeps what a member, a leader or a collective writes of himself and puts the grade he gives himself on the sheet on which
/// he stands. By himself, or by who fills in the sheet, from his paper.
/// </summary>
public sealed class WriteSelfReviewHandler(
    AppStore store,
    CycleFinder cycles,
    SelfPlaces places,
    BegunLine lines,
    RecordIds ids,
    ChangeLog log
)
{
    public const string Act = "reviews.write-self";

    /// <summary>His review, his line and the sheet it stands on.</summary>
    private const int MostNew = 3;

    public async Task<Outcome<SelfReview>> HandleAsync(WriteSelfReviewCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        if (
            await cycles.FindAsync(command.CycleId, cancel) is not { } work
            || await places.FindAsync(actor, work, command.Of, cancel) is not { } place
        )
        {
            return new Refusal("review.sheet.not-found");
        }

        if (work.Broken is { } broken)
        {
            return broken;
        }

        await cycles.WaitAsync(work, place.Id, cancel);
        var desk = await DeskAsync(work, place, cancel);
        if (desk.ClosedOn is not null || desk.Sheet is { IsOpen: false })
        {
            return SelfReviewQuery.Sent(place.Node);
        }

        var (text, conflicts) = SelfReviewMark.Merge(desk.Text, command.Was, command.Text);
        IReadOnlyList<Refusal> refusals = [.. conflicts, .. SelfReview.Check(text.Strengths, text.Weaknesses, text.Remedies)];
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var changed = new List<ChangedRecord>();
        var supply = desk.IsWhole ? null : await ids.TakeAsync(MostNew, cancel);
        var review = desk.Review ?? Begun(work, place, supply!);
        review.Take(text);
        (review.OrganizationId, review.FromPaper, review.WrittenOn) = (place.Id, !place.IsOwnOf(actor), work.Today);
        changed.Add(new(review, review.Id, place.Id, work.Cycle.Year));
        var line = desk.Line ?? lines.Begin(work, desk.Sheet, place.Id, place.Key, changed, supply!);
        if (changed.TrueForAll(c => c.Record != line))
        {
            changed.Add(new(line, line.Id, place.Id, work.Cycle.Year));
        }

        line.Self = text.Grade;
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, changed, cancel);
        await transaction.CommitAsync(cancel);
        return review;
    }

    /// <summary>What there is of his so far, in one question: in December everybody asks it at once.</summary>
    private async Task<Desk> DeskAsync(CycleWork work, SelfPlace place, CancellationToken cancel)
    {
        var (cycleId, at, subject, memberId) = (work.Cycle.Id, place.Id, place.Key.As, place.Key.MemberId);
        var reviews = SelfReviewQuery.Of(store, cycleId, place);
        return await (
            from cycle in store.Set<ReviewCycle>()
            where cycle.Id == cycleId
            from sheet in store.Set<ReviewSheet>().Where(s => s.CycleId == cycleId && s.OrganizationId == at).DefaultIfEmpty()
            from review in reviews.DefaultIfEmpty()
            from line in store
                .Set<Assessment>()
                .Where(a => a.SheetId == sheet!.Id && a.As == subject && a.MemberId == memberId)
                .DefaultIfEmpty()
            select new Desk(cycle.ClosedOn, sheet, review, line)
        ).SingleAsync(cancel);
    }

    private SelfReview Begun(CycleWork work, SelfPlace place, IdSupply supply)
    {
        var review = new SelfReview
        {
            Id = supply.Next(),
            CycleId = work.Cycle.Id,
            As = place.Key.As,
            MemberId = place.Key.MemberId,
        };
        store.Add(review);
        return review;
    }

    private sealed record Desk(DateOnly? ClosedOn, ReviewSheet? Sheet, SelfReview? Review, Assessment? Line)
    {
        public bool IsWhole => Review is not null && Line is not null;

        public SelfReviewText Text => SelfReviewQuery.TextOf(Review, Line);
    }
}
