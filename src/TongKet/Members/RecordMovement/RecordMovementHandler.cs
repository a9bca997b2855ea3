using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Members.RecordMovement;

/// <param name="Seen">The last change that the form knew of.</param>
public sealed record RecordMovementCommand(long MemberId, Movement Movement, long Seen);

/// <summary>Writes what happened to a member: how he left, came back, was exempted or suspended, or that this was a mistake.</summary>
public sealed class RecordMovementHandler(AppStore store, MemberFiles files, RecordIds ids, ChangeLog log)
{
    public const string Act = "members.record-movement";

    public async Task<Outcome<long>> HandleAsync(RecordMovementCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var movement = command.Movement;
        if (await files.FindAsync(actor, command.MemberId, movement.On, track: true, cancel) is not { } desk)
        {
            return new Refusal("member.not-found");
        }

        var cell = await files.CellAsync(actor, movement.CellId, movement.On, cancel);
        IReadOnlyList<Refusal> refusals =
        [
            .. MovementRule.Check(movement, desk.Course, cell, files.Today),
            .. movement.CheckTexts(),
        ];
        if (await files.ChangedSinceAsync(desk, command.Seen, cancel) is { } changed)
        {
            refusals = [.. refusals, changed];
        }

        if (refusals.Count > 0)
        {
            return new Outcome<long>(default, refusals);
        }

        var records = await new MovementWriter(store, ids).WriteAsync(movement, desk.Course, cancel);
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, records, cancel);
        await transaction.CommitAsync(cancel);
        return command.MemberId;
    }
}
