using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Members.RecordMovement;
using TongKet.Store;

namespace TongKet.Members.AddMember;

/// <param name="IsAdmission">Admitted here; else transferred in.</param>
/// <param name="Typed">The record as typed, without an id.</param>
public sealed record AddMemberCommand(long CellId, bool IsAdmission, DateOnly On, string? Place, string? Decision, Member Typed);

/// <param name="WasKnown">His record was in this register already, from where he was transferred out.</param>
public sealed record AddedMember(long Id, bool WasKnown);

/// <summary>
/// Writes a member into a cell's register: one who is admitted, or who comes by transfer. One whom the register knows
/// keeps his record, so that nobody stands in it twice.
/// </summary>
public sealed class AddMemberHandler(AppStore store, MemberFiles files, RecordIds ids, ChangeLog log)
{
    public const string Act = "members.add-member";

    public async Task<Outcome<AddedMember>> HandleAsync(AddMemberCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var cell = await files.CellAsync(actor, command.CellId, command.On, cancel);
        var member = new Member
        {
            Id = await ids.NextAsync(cancel),
            FullName = "",
            NameFolded = "",
            NameSortKey = "",
        };
        member.Take(command.Typed);
        if (command.IsAdmission)
        {
            (member.AdmittedOn, member.AdmittedPrecision) = (command.On, DatePrecision.Day);
        }

        var refusals = new List<Refusal>(MovementRule.CheckFirst(command.On, cell, files.Today));
        refusals.AddRange(MovementOf(command).CheckTexts());
        refusals.AddRange(MemberTexts.Check(command.Typed, null));
        refusals.AddRange(MemberRecordRule.Check(member, files.Today));
        var known = await KnownAsync(member, cancel);
        if (known is not null && (command.IsAdmission || !MayFollow(known, command.On)))
        {
            refusals.Add(new("member.citizen-id-taken"));
        }

        if (refusals.Count > 0)
        {
            return new Outcome<AddedMember>(default, refusals);
        }

        var records = await WriteAsync(command, known, member, cancel);
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, records, cancel);
        await transaction.CommitAsync(cancel);
        return new AddedMember(known?.Member.Id ?? member.Id, known is not null);
    }

    private async Task<List<ChangedRecord>> WriteAsync(
        AddMemberCommand command,
        MemberCourse? known,
        Member member,
        CancellationToken cancel
    )
    {
        var records = new List<ChangedRecord>();
        if (known is null)
        {
            store.Add(member);
            records.Add(new(member, member.Id, command.CellId, command.On.Year));
        }
        else
        {
            // The two ends of one transfer: within what holds both it is no movement.
            var last = known.Last!;
            last.WentToId = command.CellId;
            records.Add(new(last, last.Id, last.CellId, last.ToOn!.Value.Year));
        }

        var course = known ?? new MemberCourse(member, [], []);
        var stay = await new MovementWriter(store, ids).BeginAsync(
            MovementOf(command),
            course,
            command.IsAdmission ? HowIn.Admitted : HowIn.TransferredIn,
            known?.Last!.CellId,
            cancel
        );
        records.Add(new(stay, stay.Id, stay.CellId, command.On.Year));
        return records;
    }

    private static Movement MovementOf(AddMemberCommand command) =>
        new(MovementKind.TransferIn, command.On, command.CellId, command.Place, command.Decision);

    private async Task<MemberCourse?> KnownAsync(Member typed, CancellationToken cancel)
    {
        if (
            typed.CitizenId is not { } number
            || await store.Set<Member>().FirstOrDefaultAsync(m => m.CitizenId == number, cancel) is not { } member
        )
        {
            return null;
        }

        var stays = await store.Set<Stay>().Where(s => s.MemberId == member.Id).OrderBy(s => s.FromOn).ToListAsync(cancel);
        return new(member, stays, []);
    }

    // He left for elsewhere, nobody has said where he came to, and his letter is of the day or later.
    private static bool MayFollow(MemberCourse known, DateOnly on) =>
        known.Last is { HowOut: HowOut.TransferredOut, WentToId: null, ToOn: { } left } && left <= on;
}
