using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Organizations.EndOrganization;

/// <param name="TakesChildren">The successor takes what stands under it.</param>
public sealed record EndOrganizationCommand(
    long Id,
    DateOnly From,
    long? SuccessorId,
    bool TakesChildren,
    string? Decision,
    long Seen
);

/// <summary>
/// Ends an organization from a day on. Nothing goes elsewhere silently: what stands under it goes to the successor only
/// where that was said, and members must have been transferred before.
/// </summary>
public sealed class EndOrganizationHandler(AppStore store, OrganizationFiles files, RecordIds ids, ChangeLog log)
{
    public const string Act = "organizations.end";

    public async Task<Outcome<long>> HandleAsync(EndOrganizationCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var (id, from) = (command.Id, command.From);
        if (await files.FindAsync(actor, id, from, cancel) is not { } file)
        {
            return new Refusal("organization.not-found");
        }

        if (command.SuccessorId is { } asked && !await files.MayChangeAsync(actor, asked, file.Tree, cancel))
        {
            return new Refusal("organization.no-successor-on-day", null, from);
        }

        var refusals = new List<Refusal>(
            OrganizationChangeRule.End(file.Record, from, command.SuccessorId, command.TakesChildren, file.Tree, file.Rules)
        );
        refusals.AddRange(TextLength.Check((command.Decision, Organization.DecisionLength)));
        // What would only later be put beneath it would then hang nowhere.
        if (await store.Set<OrganizationPlace>().AnyAsync(p => p.ParentId == id && p.FromOn >= from, cancel))
        {
            refusals.Add(new("organization.later-child"));
        }

        if (await files.HeldAsync(id, from, cancel) is { } held)
        {
            refusals.Add(held);
        }

        if (await files.ChangedSinceAsync(file, command.Seen, cancel) is { } changed)
        {
            refusals.Add(changed);
        }

        if (refusals.Count > 0)
        {
            return new Outcome<long>(default, refusals);
        }

        var records = await MoveChildrenAsync(file, command, cancel);
        var (version, place) = (file.Record.LastVersion, file.Record.LastPlace);
        (version.ToOn, place.ToOn) = (from, from);
        records.Add(new(version, version.Id, id, from.Year));
        records.Add(new(place, place.Id, id, from.Year));
        if (command.SuccessorId is { } successor)
        {
            var succession = new OrganizationSuccession
            {
                Id = await ids.NextAsync(cancel),
                OldId = id,
                NewId = successor,
                On = from,
                Decision = command.Decision,
            };
            store.Add(succession);
            records.Add(new(succession, succession.Id, id, from.Year));
        }

        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, records, cancel);
        await transaction.CommitAsync(cancel);
        return id;
    }

    private async Task<List<ChangedRecord>> MoveChildrenAsync(
        OrganizationFile file,
        EndOrganizationCommand command,
        CancellationToken cancel
    )
    {
        var from = command.From;
        var places = await store
            .Set<OrganizationPlace>()
            .Where(p => p.ParentId == command.Id && (p.ToOn == null || p.ToOn > from))
            .ToListAsync(cancel);
        if (places.Count == 0)
        {
            return [];
        }

        var supply = await ids.TakeAsync(places.Count, cancel);
        var records = new List<ChangedRecord>();
        foreach (var place in places.Where(p => file.Tree.Find(p.OrganizationId) is { HasEnded: false }))
        {
            var next = new OrganizationPlace
            {
                Id = supply.Next(),
                OrganizationId = place.OrganizationId,
                ParentId = command.SuccessorId,
                FromOn = from,
                ToOn = place.ToOn,
            };
            store.Add(next);
            place.ToOn = from;
            records.Add(new(place, place.Id, place.OrganizationId, from.Year));
            records.Add(new(next, next.Id, place.OrganizationId, from.Year));
        }

        return records;
    }
}
