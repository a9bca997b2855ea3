using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Store;

namespace TongKet.Members.EraseOldValues;

/// <summary>What the change log still holds of a member from before the last change of each of his records.</summary>
public sealed class MemberValues(AppStore store, MemberReach reach, ChangeHistory history, LogEraser eraser)
{
    /// <summary>Null where he is out of reach, or somebody else answers for his data.</summary>
    public async Task<(MemberFile File, int Older)?> FindAsync(
        Actor actor,
        long memberId,
        DateOnly on,
        CancellationToken cancel
    ) =>
        await reach.FindAsync(actor, memberId, on, track: false, cancel) is { } file && file.May(Acts.EraseOldValues)
            ? (file, await eraser.CountAsync(await OfAsync(file, cancel), cancel))
            : null;

    public async Task<IReadOnlyList<RecordKey>> OfAsync(MemberFile file, CancellationToken cancel)
    {
        var id = file.Member.Id;
        var spans = await store.Set<MemberConditionSpan>().AsNoTracking().Where(c => c.MemberId == id).ToListAsync(cancel);
        var posts = await store.Set<MemberPost>().Where(p => p.MemberId == id).Select(p => p.Id).ToListAsync(cancel);
        return [.. MemberRecords.Of(history, file, spans), .. posts.Select(history.Of<MemberPost>)];
    }
}
