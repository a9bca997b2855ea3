using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.KeepResidence;
using TongKet.Reviews.SuggestExcellent;
using TongKet.Store;

namespace TongKet.Reviews.FillSheet;

/// <summary>One line of a sheet, with what is stored of it.</summary>
public sealed record SheetLine(OwedLine Owed, Assessment? Stored)
{
    public LineKey Key => Owed.Key;

    public string Name => Owed.Name;

    public bool IsMember => Key.As == ReviewSubject.Member;
}

/// <param name="Gone">Lines of members who no longer stand in the cell; they are not decided.</param>
/// <param name="Cap">The share of Excellent at the level that decides on the members; null where there are none.</param>
public sealed record SheetView(
    CycleWork Work,
    TreeNode Node,
    TreeNode? DecidedBy,
    ReviewSheet? Sheet,
    IReadOnlyList<SheetLine> Lines,
    IReadOnlyList<string> Gone,
    CapState? Cap,
    bool MayFill,
    bool MayNote
)
{
    /// <summary>How many Excellent the deciding level suggests to the cell; null where it suggests none.</summary>
    public int? Suggested { get; init; }

    /// <summary>What other cells say of its members, where these live or take part for a time.</summary>
    public ILookup<long, CommentElsewhere> Elsewhere { get; init; } = Enumerable.Empty<CommentElsewhere>().ToLookup(_ => 0L);

    public IEnumerable<SheetLine> Members => Lines.Where(l => l.IsMember);

    /// <summary>The sheet lies with those who propose.</summary>
    public bool IsOpen => Work.Cycle.ClosedOn is null && (Sheet?.IsOpen ?? true);

    public SheetState? State => Sheet?.State;
}

/// <summary>The sheet of an organization in a review, for who proposes or decides; nobody else sees it.</summary>
public sealed class SheetQuery(
    AppStore store,
    CycleFinder cycles,
    SheetLines owed,
    SheetRoom room,
    CommentsElsewhereQuery elsewhere
)
{
    /// <summary>Null where there is none, or it is not for the actor.</summary>
    public async Task<SheetView?> AskAsync(Actor actor, long cycleId, long organizationId, CancellationToken cancel)
    {
        if (await cycles.FindAsync(cycleId, cancel) is not { } work || work.Owing(organizationId) is not { } node)
        {
            return null;
        }

        var all = await owed.ReadAsync(work, node, cancel);
        // A level that only manages the post of a leader sees his line and no other.
        var lines = work.Authority.MaySee(actor, node) ? all : [.. all.Where(Decides)];
        if (lines.Count == 0)
        {
            return null;
        }

        var sheet = await store
            .Set<ReviewSheet>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.CycleId == cycleId && s.OrganizationId == node.Id, cancel);
        var stored = sheet is null
            ? []
            : await store.Set<Assessment>().AsNoTracking().Where(a => a.SheetId == sheet.Id).ToListAsync(cancel);
        var kept = stored.ToDictionary(a => a.Key);
        var isCell = node.Kind.IsCell();
        var decides = work.Authority.DecidesOn(node, isCell ? ReviewSubject.Member : ReviewSubject.Organization);
        return new(
            work,
            node,
            decides,
            sheet,
            [.. lines.Select(l => new SheetLine(l, kept.GetValueOrDefault(l.Key)))],
            await GoneAsync(kept.Keys.Except(all.Select(l => l.Key)), cancel),
            isCell && decides is not null ? await room.OfMembersAsync(work, decides, cancel) : null,
            work.Authority.MayFill(actor, node),
            lines.Any(Decides)
        )
        {
            Elsewhere = await elsewhere.AskAsync(
                isCell ? [.. lines.Select(l => l.Key.MemberId).OfType<long>()] : [],
                work.Cycle.Year,
                cancel
            ),
            Suggested = isCell ? await SuggestionQuery.OfCellAsync(store, cycleId, node.Id, cancel) : null,
        };

        bool Decides(OwedLine line) =>
            work.Authority.DecidesOn(node, line.Key.As, line.ManagedById) is { } body && work.Authority.MayDecide(actor, body);
    }

    private async Task<IReadOnlyList<string>> GoneAsync(IEnumerable<LineKey> lines, CancellationToken cancel) =>
        [
            .. (await Namesakes.OfAsync(store, lines.Select(l => l.MemberId).OfType<long>(), cancel)).Values.OrderBy(
                VietnameseText.PersonSortKey,
                StringComparer.Ordinal
            ),
        ];
}
