using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Members;

/// <summary>A member as somebody changes him: his course, tracked by the store, and the records that a change is about.</summary>
public sealed record MemberDesk(MemberFile File, MemberCourse Course, IReadOnlyList<RecordKey> Keys);

/// <summary>Finds members and cells for those who change them.</summary>
public sealed class MemberFiles(AppStore store, MemberReach reach, TreeReader trees, ChangeHistory history, TimeProvider clock)
{
    public DateOnly Today => VietnameseFormat.DayOf(clock.GetUtcNow());

    /// <summary>Null where he is out of reach, or somebody else holds his record.</summary>
    public async Task<MemberDesk?> FindAsync(Actor actor, long memberId, DateOnly on, bool track, CancellationToken cancel)
    {
        if (await reach.FindAsync(actor, memberId, on, track, cancel) is not { } file || !file.May(Acts.ChangeMembers))
        {
            return null;
        }

        var asked = track ? store.Set<MemberConditionSpan>() : store.Set<MemberConditionSpan>().AsNoTracking();
        var spans = await asked.Where(c => c.MemberId == memberId).OrderBy(c => c.FromOn).ToListAsync(cancel);
        return new(file, new(file.Member, file.Stays, spans), MemberRecords.Of(history, file, spans));
    }

    public Task<long> SeenAsync(MemberDesk desk, CancellationToken cancel) => history.LastAsync(desk.Keys, cancel);

    /// <summary>Says so where somebody changed him after the form was opened.</summary>
    public async Task<Refusal?> ChangedSinceAsync(MemberDesk desk, long seen, CancellationToken cancel)
    {
        if (await history.LastAsync(desk.Keys, cancel) is var last && last <= seen)
        {
            return null;
        }

        var line = await store.Set<ChangeLine>().AsNoTracking().FirstAsync(l => l.Seq == last, cancel);
        return new("member.changed-meanwhile", null, line.By, VietnameseFormat.Moment(line.At));
    }

    /// <summary>The cell of a movement on its day; null where it is not there or out of the actor's reach.</summary>
    public async Task<MovementCell?> CellAsync(Actor actor, long? id, DateOnly on, CancellationToken cancel)
    {
        if (id is not { } cell)
        {
            return null;
        }

        var tree = await trees.ReadAsync(on, cancel);
        var now = await trees.ReadAsync(Today, cancel);
        if (
            tree.Find(cell) is not { HasEnded: false } node
            || !(ScopeRule.May(actor, Acts.ChangeMembers, tree, node) || ScopeRule.May(actor, Acts.ChangeMembers, now, cell))
        )
        {
            return null;
        }

        var last = await store
            .Set<OrganizationVersion>()
            .AsNoTracking()
            .Where(v => v.OrganizationId == cell)
            .OrderByDescending(v => v.FromOn)
            .FirstAsync(cancel);
        return new(cell, node.Name, node.Kind.IsCell(), node.Version.CountsOnly, last.ToOn);
    }

    /// <summary>The cells he may write members into on a day, in the office's order.</summary>
    public async Task<IReadOnlyList<OrganizationChoice>> CellsAsync(
        Actor actor,
        DateOnly on,
        long? except,
        CancellationToken cancel
    )
    {
        var tree = await trees.ReadAsync(on, cancel);
        return
        [
            .. tree
                .Nodes.Where(n =>
                    !n.HasEnded
                    && n.Kind.IsCell()
                    && !n.Version.CountsOnly
                    && n.Id != except
                    && ScopeRule.May(actor, Acts.ChangeMembers, tree, n)
                )
                .Select(n => new OrganizationChoice(n.Id, $"{n.Name} ({n.Code})")),
        ];
    }
}
