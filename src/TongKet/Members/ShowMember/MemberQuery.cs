using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Members.ShowMember;

/// <summary>A stay in a cell as his page shows it.</summary>
/// <param name="CellAddress">Null where the cell is out of reach.</param>
public sealed record StayLine(Stay Stay, string Cell, string? CellAddress, string? CameFrom, string? WentTo);

public sealed record PostLine(MemberPost Post, string Organization, string? ManagedBy);

/// <param name="Stays">Newest first; those in cells out of reach are left out.</param>
/// <param name="IsPart">Another organization holds the record today; only what concerns one's own is shown.</param>
/// <param name="Changes">Null where the actor may not see who changed what.</param>
public sealed record MemberView(
    MemberFile File,
    string Cell,
    bool IsInHeadCount,
    bool IsProbationary,
    IReadOnlyList<MemberCondition> Conditions,
    IReadOnlyList<Refusal> Lacks,
    IReadOnlyList<StayLine> Stays,
    IReadOnlyList<PostLine> Posts,
    IReadOnlyList<MemberConditionSpan> Spans,
    IReadOnlyList<ReadingLine> Readings,
    IReadOnlyList<ChangeReading>? Changes,
    bool IsPart,
    bool MayReveal,
    bool MayChange,
    bool MayErase
);

/// <summary>A member's record and history as of a day.</summary>
public sealed class MemberQuery(
    AppStore store,
    MemberReach reach,
    OrganizationNames names,
    ChangeHistory history,
    LogEraser eraser,
    MemberChangeWords changeWords
)
{
    private const int MostChanges = 100;

    /// <summary>Null where he is out of reach.</summary>
    public async Task<MemberView?> AskAsync(Actor actor, long memberId, DateOnly on, CancellationToken cancel)
    {
        if (await reach.FindAsync(actor, memberId, on, track: false, cancel) is not { } file)
        {
            return null;
        }

        var isPart = !file.May(Acts.SeeMembers);
        var posts = await store
            .Set<MemberPost>()
            .AsNoTracking()
            .Where(p => p.MemberId == memberId)
            .OrderByDescending(p => p.FromOn)
            .ThenBy(p => p.Rank)
            .ToListAsync(cancel);
        var spans = await store
            .Set<MemberConditionSpan>()
            .AsNoTracking()
            .Where(c => c.MemberId == memberId)
            .OrderByDescending(c => c.FromOn)
            .ToListAsync(cancel);
        var called = await names.ReadAsync(
            [
                .. file.Stays.SelectMany(s => new[] { s.CellId, s.CameFromId, s.WentToId }),
                .. posts.SelectMany(p => new[] { p.OrganizationId, p.ManagedById }),
            ],
            cancel
        );
        var now = file.Stays.LastOrDefault(s => s.FromOn <= on && (s.ToOn is null || s.ToOn > on));
        var shown = now ?? file.Last;
        return new(
            file,
            shown is null ? "" : called.On(shown.CellId, on)!,
            now is not null,
            file.Member.OfficialOn is not { } official || official > on,
            [.. spans.Where(c => c.FromOn <= on && (c.ToOn is null || c.ToOn > on)).Select(c => c.Condition).Distinct()],
            isPart ? [] : MemberRecordRule.Lacks(file.Member),
            [.. file.Stays.Reverse().Where(file.MaySee).Select(s => Line(file, s, called))],
            isPart
                ? []
                :
                [
                    .. posts.Select(p => new PostLine(
                        p,
                        called.On(p.OrganizationId, p.FromOn)!,
                        called.On(p.ManagedById, p.FromOn)
                    )),
                ],
            isPart ? [] : spans,
            file.May(Acts.SeeChanges) || file.IsOwn ? await ReadingsAsync(memberId, cancel) : [],
            file.May(Acts.SeeChanges) ? await ChangesAsync(file, posts, spans, cancel) : null,
            isPart,
            file.May(Acts.RevealNumbers),
            file.May(Acts.ChangeMembers),
            file.May(Acts.EraseOldValues)
        );
    }

    private static StayLine Line(MemberFile file, Stay stay, NamesOfOrganizations called) =>
        new(
            stay,
            called.On(stay.CellId, stay.FromOn)!,
            file.MayAt(Acts.SeeOrganizations, stay.CellId) ? $"/to-chuc/{stay.CellId}" : null,
            called.On(stay.CameFromId, stay.FromOn) ?? stay.CameFromText,
            called.On(stay.WentToId, stay.ToOn ?? stay.FromOn) ?? stay.WentToText
        );

    private Task<List<ReadingLine>> ReadingsAsync(long memberId, CancellationToken cancel) =>
        store
            .Set<ReadingLine>()
            .AsNoTracking()
            .Where(r => r.RecordId == memberId)
            .OrderByDescending(r => r.Id)
            .Take(MostChanges)
            .ToListAsync(cancel);

    private async Task<IReadOnlyList<ChangeReading>> ChangesAsync(
        MemberFile file,
        List<MemberPost> posts,
        List<MemberConditionSpan> spans,
        CancellationToken cancel
    )
    {
        IReadOnlyList<RecordKey> records =
        [
            .. MemberRecords.Of(history, file, spans),
            .. posts.Select(p => history.Of<MemberPost>(p.Id)),
        ];
        var erasures = await eraser.ErasuresAsync(records, history, cancel);
        var entries = await history.ReadAsync([.. records, .. erasures], MostChanges, cancel);
        var words = await changeWords.OfAsync(entries, cancel);
        return [.. entries.Select(words.Read)];
    }
}
