using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Reviews.FillSheet;
using TongKet.Store;

namespace TongKet.Reviews.WriteSelfReview;

/// <summary>Where somebody reviews himself: the organization on whose sheet he stands, and his line there.</summary>
/// <param name="Post">Of a leader, as what.</param>
public sealed record SelfPlace(TreeNode Node, LineKey Key, string? Post)
{
    public long Id => Node.Id;

    /// <summary>He who is reviewed himself, or of a collective who belongs to it; else it is typed in from paper.</summary>
    public bool IsOwnOf(Actor actor) =>
        Key.MemberId is { } member
            ? actor.MemberId == member
            : actor.GrantsFor(Acts.ProposeGrades).Any(g => g.Grant.OrganizationId == Node.Id);
}

/// <summary>Finds where somebody reviews himself, for himself and for who fills in the sheet, and for nobody else.</summary>
public sealed class SelfPlaces(AppStore store, SheetLines owed)
{
    /// <summary>Null where the review does not cover him, or he is not for the actor.</summary>
    public async Task<SelfPlace?> FindAsync(Actor actor, CycleWork work, SelfOf of, CancellationToken cancel)
    {
        if (!SheetLines.SubjectsOf(work).Contains(of.Key.As))
        {
            return null;
        }

        var at = of.IsMember ? await CellOfAsync(work, of.Key.MemberId!.Value, cancel) : of.OrganizationId;
        if (
            at is not { } id
            || work.Owing(id) is not { } node
            || !SelfReview.IsWrittenOf(node.Kind, of.Key.As)
            || !May(actor, work, node, of.Key.MemberId)
        )
        {
            return null;
        }

        if (of.Key.As != ReviewSubject.Leader)
        {
            return new(node, of.Key, null);
        }

        var leaders = await owed.LeadersAsync(node.Id, work.RegisterOn, cancel);
        return leaders.FirstOrDefault(l => l.MemberId == of.Key.MemberId) is { } leader ? new(node, of.Key, leader.Title) : null;
    }

    private static bool May(Actor actor, CycleWork work, TreeNode node, long? memberId) =>
        (memberId is not null && actor.MemberId == memberId && actor.GrantsFor(Acts.ReviewOneself).Any())
        || work.Authority.MayFill(actor, node);

    /// <summary>Where he stands on the day whose register counts.</summary>
    private async Task<long?> CellOfAsync(CycleWork work, long memberId, CancellationToken cancel)
    {
        var on = work.RegisterOn;
        var stay = await store
            .Set<Stay>()
            .AsNoTracking()
            .FirstOrDefaultAsync(s => s.MemberId == memberId && s.FromOn <= on && (s.ToOn == null || s.ToOn > on), cancel);
        return stay?.CellId;
    }
}
