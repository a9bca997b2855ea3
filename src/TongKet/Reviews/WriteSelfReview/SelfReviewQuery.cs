using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.WriteSelfReview;

/// <param name="Name">Who is reviewed: a person, or the organization whose collective it is.</param>
/// <param name="Text">As it stands so far; the grade is that of the sheet, where it may have been typed too.</param>
/// <param name="MayWrite">The sheet on which he stands was not handed on.</param>
public sealed record SelfReviewView(
    CycleWork Work,
    SelfOf Of,
    SelfPlace Place,
    string Name,
    SelfReview? Review,
    SelfReviewText Text,
    bool IsOwn,
    bool MayWrite
)
{
    public TreeNode Node => Place.Node;

    /// <summary>His line on the sheet; null before anything was written on it.</summary>
    public long? LineId { get; init; }
}

public sealed class SelfReviewQuery(AppStore store, CycleFinder cycles, SelfPlaces places)
{
    /// <summary>Null where the review does not cover him, or he is not for the actor.</summary>
    public async Task<SelfReviewView?> AskAsync(Actor actor, long cycleId, SelfOf of, CancellationToken cancel)
    {
        if (
            await cycles.FindAsync(cycleId, cancel) is not { } work
            || await places.FindAsync(actor, work, of, cancel) is not { } place
        )
        {
            return null;
        }

        var (at, subject, memberId) = (place.Id, place.Key.As, place.Key.MemberId);
        var review = await Of(store, cycleId, place).AsNoTracking().SingleOrDefaultAsync(cancel);
        var sheet = await store
            .Set<ReviewSheet>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.CycleId == cycleId && s.OrganizationId == at, cancel);
        var line = await store
            .Set<Assessment>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                a => a.CycleId == cycleId && a.OrganizationId == at && a.As == subject && a.MemberId == memberId,
                cancel
            );
        return new(
            work,
            of,
            place,
            memberId is { } member
                ? await store.Set<Member>().Where(m => m.Id == member).Select(m => m.FullName).SingleAsync(cancel)
                : place.Node.Name,
            review,
            TextOf(review, line),
            place.IsOwnOf(actor),
            work.Cycle.ClosedOn is null && sheet is not { IsOpen: false }
        )
        {
            LineId = line?.Id,
        };
    }

    /// <summary>What was typed on the lines of a sheet, for who fills it in; for nobody else is there any.</summary>
    public async Task<Dictionary<LineKey, SelfReview>> OfSheetAsync(
        Actor actor,
        ReviewCycle cycle,
        long organizationId,
        CancellationToken cancel
    )
    {
        var work = await cycles.WorkAsync(cycle, cancel);
        if (work.Owing(organizationId) is not { } node || !work.Authority.MayFill(actor, node))
        {
            return [];
        }

        var (cycleId, on) = (cycle.Id, work.RegisterOn);
        var here = store
            .Set<Stay>()
            .Where(s => s.CellId == organizationId && s.FromOn <= on && (s.ToOn == null || s.ToOn > on))
            .Select(s => s.MemberId);
        // A member takes along what he wrote; what is written of a post or a collective stays with it.
        return await store
            .Set<SelfReview>()
            .AsNoTracking()
            .Where(r =>
                r.CycleId == cycleId
                && (r.As == ReviewSubject.Member ? here.Contains(r.MemberId!.Value) : r.OrganizationId == organizationId)
            )
            .ToDictionaryAsync(r => r.Key, cancel);
    }

    internal static IQueryable<SelfReview> Of(AppStore store, long cycleId, SelfPlace place)
    {
        var (at, subject, memberId) = (place.Id, place.Key.As, place.Key.MemberId);
        var his = store.Set<SelfReview>().Where(r => r.CycleId == cycleId && r.MemberId == memberId && r.As == subject);
        return subject == ReviewSubject.Member ? his : his.Where(r => r.OrganizationId == at);
    }

    internal static SelfReviewText TextOf(SelfReview? review, Assessment? line) =>
        (review?.Text ?? new(null, null, null, Grade.None)) with
        {
            Grade = line?.Self ?? review?.Grade ?? Grade.None,
        };

    /// <summary>Why nothing is written any more.</summary>
    internal static Refusal Sent(TreeNode node) =>
        new(node.Kind.IsCell() ? "review.self.sheet-sent" : "review.self.committee-sheet-sent");
}
