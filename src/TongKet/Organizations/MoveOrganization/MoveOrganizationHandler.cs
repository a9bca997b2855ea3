using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Organizations.MoveOrganization;

public sealed record MoveOrganizationCommand(long Id, long ParentId, DateOnly From, long Seen);

/// <summary>
/// Puts an organization with everything under it beneath another parent from a day on: one place closes, another opens,
/// whatever its size.
/// </summary>
public sealed class MoveOrganizationHandler(AppStore store, OrganizationFiles files, RecordIds ids, ChangeLog log)
{
    public const string Act = "organizations.move";

    public async Task<Outcome<long>> HandleAsync(MoveOrganizationCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var (id, from) = (command.Id, command.From);
        if (await files.FindAsync(actor, id, from, cancel) is not { } file)
        {
            return new Refusal("organization.not-found");
        }

        if (!await files.MayChangeAsync(actor, command.ParentId, file.Tree, cancel))
        {
            return new Refusal("organization.no-parent-on-day", null, from);
        }

        var refusals = OrganizationChangeRule.Move(
            file.Record,
            command.ParentId,
            from,
            [file.Tree, await files.LatestTreeAsync(cancel)],
            file.Rules,
            await files.EndsOnAsync(command.ParentId, cancel)
        );
        if (await files.ChangedSinceAsync(file, command.Seen, cancel) is { } changed)
        {
            refusals = [.. refusals, changed];
        }

        if (refusals.Count > 0)
        {
            return new Outcome<long>(default, refusals);
        }

        var before = file.Record.LastPlace;
        var next = new OrganizationPlace
        {
            Id = await ids.NextAsync(cancel),
            OrganizationId = id,
            ParentId = command.ParentId,
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
            new(actor.AccountId, actor.Name),
            Act,
            [new(before, before.Id, id, from.Year, isMistake), new(next, next.Id, id, from.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return id;
    }
}
