using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Members.RevealNumber;

/// <param name="Reason">Why the numbers are needed; the member himself needs none.</param>
public sealed record RevealNumberCommand(long MemberId, DateOnly On, string? Reason);

public sealed record RevealedNumbers(string? CitizenId, string? OldIdentityNumber, string? CardNumber, string? RecordNumber);

/// <summary>Opens the numbers of one member once, after writing down who asked and why.</summary>
public sealed class RevealNumberHandler(AppStore store, MemberReach reach, RecordIds ids, TimeProvider clock)
{
    public const string Act = "members.reveal-number";
    public static readonly TextLength ReasonLength = new("members.reveal.reason", 200);
    private const int ShortestReason = 5;

    public async Task<Outcome<RevealedNumbers>> HandleAsync(RevealNumberCommand command, Actor actor, CancellationToken cancel)
    {
        if (await reach.FindAsync(actor, command.MemberId, command.On, track: false, cancel) is not { } file)
        {
            return new Refusal("member.not-found");
        }

        if (!file.May(Acts.RevealNumbers))
        {
            return new Refusal("member.may-not-reveal");
        }

        var reason = VietnameseText.Tidy(command.Reason ?? "");
        if (reason.Length < ShortestReason && !file.IsOwn)
        {
            return new Refusal("member.reveal-needs-reason");
        }

        if (ReasonLength.Check(command.Reason) is { } tooLong)
        {
            return tooLong;
        }

        store.Add(
            new ReadingLine
            {
                Id = await ids.NextAsync(cancel),
                At = clock.GetUtcNow(),
                AccountId = actor.AccountId,
                By = actor.Name,
                Act = Act,
                RecordId = command.MemberId,
                OrganizationId = file.Last?.CellId,
                Reason = reason,
            }
        );
        await store.SaveChangesAsync(cancel);
        var member = file.Member;
        return new RevealedNumbers(member.CitizenId, member.OldIdentityNumber, member.CardNumber, member.RecordNumber);
    }
}
