using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Members;

/// <summary>
/// A member with his stays, and what somebody may do with his record. The cell where he stands, or stood last, holds the
/// record; a cell where he once stood may see what concerns it.
/// </summary>
public sealed class MemberFile(Actor actor, Member member, IReadOnlyList<Stay> stays, OrganizationTree[] trees)
{
    public Member Member { get; } = member;

    /// <summary>In the order of their days.</summary>
    public IReadOnlyList<Stay> Stays { get; } = stays;

    public Stay? Last => Stays.Count == 0 ? null : Stays[^1];

    /// <summary>It is the actor's own record.</summary>
    public bool IsOwn { get; } = actor.MemberId == member.Id;

    public bool May(Act act) => MayAsOwn(act) || (Last is { } last && MayAt(act, last.CellId));

    /// <summary>What concerns one of his cells: all of it for who holds the record.</summary>
    public bool MaySee(Stay stay) => May(Acts.SeeMembers) || MayAt(Acts.SeeMembers, stay.CellId);

    public bool MaySeeSome => Stays.Any(MaySee) || MayAsOwn(Acts.SeeMembers);

    public bool MayAt(Act act, long organizationId) => trees.Any(tree => ScopeRule.May(actor, act, tree, organizationId));

    private bool MayAsOwn(Act act) => IsOwn && actor.GrantsFor(act).Any(g => g.Reach == Reach.OwnRecord);
}

/// <summary>Finds a member's file for somebody; what lies outside his reach is not there.</summary>
public sealed class MemberReach(AppStore store, TreeReader trees, TimeProvider clock)
{
    /// <param name="on">The day that is looked at: who reached his cell then, or reaches it today, may see him.</param>
    /// <param name="track">For a handler that changes what it reads.</param>
    public async Task<MemberFile?> FindAsync(Actor actor, long memberId, DateOnly on, bool track, CancellationToken cancel)
    {
        var members = track ? store.Set<Member>() : store.Set<Member>().AsNoTracking();
        if (await members.FirstOrDefaultAsync(m => m.Id == memberId, cancel) is not { } member)
        {
            return null;
        }

        var asked = track ? store.Set<Stay>() : store.Set<Stay>().AsNoTracking();
        var stays = await asked.Where(s => s.MemberId == memberId).OrderBy(s => s.FromOn).ThenBy(s => s.Id).ToListAsync(cancel);
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var file = new MemberFile(
            actor,
            member,
            stays,
            [await trees.ReadAsync(today, cancel), await trees.ReadAsync(on, cancel)]
        );
        return file.MaySeeSome ? file : null;
    }
}
