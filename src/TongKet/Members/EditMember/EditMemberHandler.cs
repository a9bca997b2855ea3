using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Members.EditMember;

/// <param name="Typed">The record as typed, without an id; a number left empty stays as it is.</param>
/// <param name="Seen">The last change that the form knew of.</param>
public sealed record EditMemberCommand(long MemberId, DateOnly On, Member Typed, long Seen);

/// <summary>Corrects a member's record; what it was before stays in the change log.</summary>
public sealed class EditMemberHandler(AppStore store, MemberFiles files, ChangeLog log)
{
    public const string Act = "members.edit-member";

    public async Task<Outcome<long>> HandleAsync(EditMemberCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        if (await files.FindAsync(actor, command.MemberId, command.On, track: true, cancel) is not { } desk)
        {
            return new Refusal("member.not-found");
        }

        var member = desk.File.Member;
        var refusals = new List<Refusal>(MemberTexts.Check(command.Typed, member));
        member.Take(command.Typed);
        refusals.AddRange(MemberRecordRule.Check(member, files.Today));
        var (id, number) = (member.Id, member.CitizenId);
        if (number is not null && await store.Set<Member>().AnyAsync(m => m.CitizenId == number && m.Id != id, cancel))
        {
            refusals.Add(new("member.citizen-id-taken"));
        }

        if (await files.ChangedSinceAsync(desk, command.Seen, cancel) is { } changed)
        {
            refusals.Add(changed);
        }

        if (refusals.Count > 0)
        {
            return new Outcome<long>(default, refusals);
        }

        if (store.Entry(member).State == EntityState.Unchanged)
        {
            return id;
        }

        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(member, id, desk.File.Last?.CellId, files.Today.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return id;
    }
}
