using TongKet.Domain.Organizations;
using TongKet.Store;

namespace TongKet.Organizations.MoveOrganization;

/// <summary>One place closes, another opens: two rows, whatever stands below the organization.</summary>
public sealed class PlaceChange(AppStore store, RecordIds ids, ChangeLog log)
{
    public const string Act = "organizations.move";

    public async Task SaveAsync(OrganizationPlace before, long parentId, DateOnly from, ChangeAuthor by, CancellationToken cancel)
    {
        var next = new OrganizationPlace
        {
            Id = await ids.NextAsync(cancel),
            OrganizationId = before.OrganizationId,
            ParentId = parentId,
            FromOn = from,
        };
        store.Add(next);
        // A place that would have lasted no day was a mistake and goes; its line in the log stays.
        var isMistake = before.FromOn == from;
        if (isMistake)
        {
            store.Remove(before);
        }
        else
        {
            before.ToOn = from;
        }

        await log.SaveAsync(
            by,
            Act,
            [
                new(before, before.Id, before.OrganizationId, from.Year, isMistake),
                new(next, next.Id, before.OrganizationId, from.Year),
            ],
            cancel
        );
    }
}
