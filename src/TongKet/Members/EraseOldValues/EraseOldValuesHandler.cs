using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Members.EraseOldValues;

/// <param name="Basis">The document or request on which it rests.</param>
public sealed record EraseOldValuesCommand(long MemberId, DateOnly On, string? Basis);

/// <summary>
/// Erases from the change log what a member's records were before their last change, where the law on personal data asks.
/// The records stay; that something changed, when and by whom stays too.
/// </summary>
public sealed class EraseOldValuesHandler(MemberReach reach, MemberValues values, LogEraser eraser, ChangeLog log)
{
    public const string Act = "members.erase-old-values";
    public static readonly TextLength BasisLength = new("members.erase.basis", 300);
    private const int ShortestBasis = 5;

    /// <summary>How many values were erased.</summary>
    public async Task<Outcome<int>> HandleAsync(EraseOldValuesCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        if (
            await reach.FindAsync(actor, command.MemberId, command.On, track: false, cancel) is not { } file
            || !file.May(Acts.EraseOldValues)
        )
        {
            return new Refusal("member.not-found");
        }

        var basis = VietnameseText.Tidy(command.Basis ?? "");
        if (basis.Length < ShortestBasis)
        {
            return new Refusal("member.erase-needs-basis");
        }

        if (BasisLength.Check(command.Basis) is { } tooLong)
        {
            return tooLong;
        }

        var records = await values.OfAsync(file, cancel);
        if (await eraser.CountAsync(records, cancel) == 0)
        {
            return new Refusal("member.nothing-to-erase");
        }

        var erased = await eraser.EraseAsync(records, basis, new(actor.AccountId, actor.Name), Act, file.Last?.CellId, cancel);
        await transaction.CommitAsync(cancel);
        return erased;
    }
}
