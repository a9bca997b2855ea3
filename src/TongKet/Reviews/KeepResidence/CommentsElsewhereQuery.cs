using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Reviews.KeepResidence;

/// <summary>What another cell says of a member in a year, where he lives or takes part for a time.</summary>
/// <param name="Text">Null until it was sent back to his own cell.</param>
public sealed record CommentElsewhere(ContactKind Kind, string Cell, string? Text, DateOnly? ReturnedOn);

/// <summary>
/// The comments of other cells on members of this register, as their own cell reads them: those that were sent back, and of
/// the others that they are still to come. Whoever asks has shown before that the members are for him.
/// </summary>
public sealed class CommentsElsewhereQuery(AppStore store, OrganizationNames names)
{
    public async Task<ILookup<long, CommentElsewhere>> AskAsync(long[] members, int year, CancellationToken cancel)
    {
        var (first, last, temporary) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), ContactKind.TemporaryAffiliation);
        var found =
            members.Length == 0
                ? []
                : await (
                    from contact in store.Set<ResidenceContact>().AsNoTracking()
                    where
                        contact.MemberId != null
                        && members.Contains(contact.MemberId.Value)
                        && contact.ExemptWhy == null
                        && contact.FromOn <= last
                        && (contact.ToOn == null || contact.ToOn > first)
                    from comment in store
                        .Set<ResidenceComment>()
                        .Where(c => c.ContactId == contact.Id && c.Year == year)
                        .DefaultIfEmpty()
                    // Where he lived until he moved nobody is asked any more; where he took part for a time, they still are.
                    where contact.ToOn == null || contact.ToOn > last || contact.Kind == temporary || comment != null
                    orderby contact.Kind descending, contact.FromOn
                    select new
                    {
                        MemberId = contact.MemberId!.Value,
                        contact.Kind,
                        contact.CellId,
                        comment!.Text,
                        comment.ReturnedOn,
                    }
                ).ToListAsync(cancel);
        var called = await names.ReadAsync(found.Select(f => (long?)f.CellId), cancel);
        return found.ToLookup(
            f => f.MemberId,
            f => new CommentElsewhere(f.Kind, called.On(f.CellId, last) ?? "", f.ReturnedOn is null ? null : f.Text, f.ReturnedOn)
        );
    }
}
