using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Reviews.KeepResidence;

public sealed record ResidenceLine(ResidenceContact Contact, ResidenceComment? Comment);

public sealed record ResidenceView(TreeNode Cell, int Year, IReadOnlyList<ResidenceLine> Lines)
{
    /// <summary>On whom a comment is asked for.</summary>
    public int Asked => Lines.Count(l => l.Contact.ExemptWhy is null);

    public int Temporary => Lines.Count(l => l.Contact.Kind == ContactKind.TemporaryAffiliation);

    /// <summary>Comments that are asked for and were not sent back.</summary>
    public int Missing => Lines.Count(l => l.Contact.ExemptWhy is null && l.Comment?.ReturnedOn is null);

    public int Returned => Lines.Count(l => l.Comment?.ReturnedOn is not null);
}

/// <summary>Who keeps contact at a cell where he lives or takes part for a time, with the comments of a year.</summary>
public sealed class ResidenceQuery(AppStore store, TreeReader trees)
{
    /// <summary>Null where there is no such cell on the day, or not for the actor.</summary>
    public async Task<ResidenceView?> AskAsync(Actor actor, long cellId, DateOnly on, int year, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(on, cancel);
        return
            tree.Find(cellId) is { HasEnded: false } cell
            && cell.Kind.IsCell()
            && ScopeRule.May(actor, Acts.ProposeGrades, tree, cell)
            ? new(cell, year, await LinesAsync(store, cellId, on, year, cancel))
            : null;
    }

    /// <summary>
    /// Those of the day, and of the year who took part for a time and are still owed their comment, by name; tracked, for a
    /// handler that changes them.
    /// </summary>
    internal static async Task<IReadOnlyList<ResidenceLine>> LinesAsync(
        AppStore store,
        long cellId,
        DateOnly on,
        int year,
        CancellationToken cancel
    )
    {
        var first = new DateOnly(year, 1, 1);
        var returned = store.Set<ResidenceComment>().Where(c => c.Year == year && c.ReturnedOn != null).Select(c => c.ContactId);
        var contacts = await store
            .Set<ResidenceContact>()
            .Where(c => c.CellId == cellId && c.FromOn <= on)
            .Where(c =>
                c.ToOn == null
                || c.ToOn > on
                || (
                    c.Kind == ContactKind.TemporaryAffiliation
                    && c.ExemptWhy == null
                    && c.ToOn > first
                    && !returned.Contains(c.Id)
                )
            )
            .ToListAsync(cancel);
        var ids = contacts.Select(c => c.Id).ToArray();
        var comments = await store
            .Set<ResidenceComment>()
            .Where(c => c.Year == year && ids.Contains(c.ContactId))
            .ToDictionaryAsync(c => c.ContactId, cancel);
        return
        [
            .. contacts
                .OrderBy(c => Domain.Values.VietnameseText.PersonSortKey(c.FullName), StringComparer.Ordinal)
                .ThenBy(c => c.Id)
                .Select(c => new ResidenceLine(c, comments.GetValueOrDefault(c.Id))),
        ];
    }
}
