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
public sealed class MoveOrganizationHandler(OrganizationFiles files, PlaceChange places, ChangeLog log)
{
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

        await places.SaveAsync(file.Record.LastPlace, command.ParentId, from, new(actor.AccountId, actor.Name), cancel);
        await transaction.CommitAsync(cancel);
        return id;
    }
}
