using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.FillSheet;

/// <summary>One line of a sheet: a member, or with <see cref="MemberId"/> null the organization itself.</summary>
public sealed record SheetLine(
    long? MemberId,
    string Name,
    string? Post,
    bool IsProbationary,
    Grade LastYear,
    NoGradeReason LastYearReason,
    NoGradeReason Suggested,
    Assessment? Stored
)
{
    /// <summary>As the form names the line.</summary>
    public string Key => MemberId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? SheetForm.OwnKey;
}

/// <param name="Gone">Lines of members who no longer stand in the cell; they are not decided.</param>
/// <param name="Cap">The share of Excellent at the level that decides on the members; null where there are none.</param>
public sealed record SheetView(
    CycleWork Work,
    TreeNode Node,
    TreeNode? DecidedBy,
    ReviewSheet? Sheet,
    SheetLine Own,
    IReadOnlyList<SheetLine> Members,
    IReadOnlyList<string> Gone,
    CapState? Cap,
    bool MayFill,
    bool MayNote
)
{
    public IEnumerable<SheetLine> Lines => Members.Append(Own);

    /// <summary>The sheet lies with those who propose.</summary>
    public bool IsOpen => Work.Cycle.ClosedOn is null && (Sheet?.IsOpen ?? true);

    public SheetState? State => Sheet?.State;
}

/// <summary>The sheet of an organization in a review, for who proposes or decides; nobody else sees it.</summary>
public sealed class SheetQuery(AppStore store, CycleFinder cycles, ReviewRoster roster, SheetRoom room)
{
    /// <summary>Null where there is none, or it is not for the actor.</summary>
    public async Task<SheetView?> AskAsync(Actor actor, long cycleId, long organizationId, CancellationToken cancel)
    {
        if (
            await cycles.FindAsync(cycleId, cancel) is not { } work
            || work.Owing(organizationId) is not { } node
            || !work.Authority.MaySee(actor, node)
        )
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
        var members = node.Kind.IsCell() ? await roster.ReadAsync(work, [node.Id], cancel) : [];
        var byMember = stored.Where(a => a.MemberId is not null).ToDictionary(a => a.MemberId!.Value);
        var lines = members.Select(m => Line(m, work, byMember.GetValueOrDefault(m.Member.Id))).ToList();
        var decides = work.Authority.DecidesOn(node, node.Kind.IsCell() ? ReviewSubject.Member : ReviewSubject.Organization);
        return new(
            work,
            node,
            decides,
            sheet,
            await OwnAsync(work, node, stored.Find(a => a.MemberId is null), cancel),
            lines,
            await GoneAsync(byMember.Keys.Except(members.Select(m => m.Member.Id)), cancel),
            node.Kind.IsCell() && decides is not null ? await room.OfMembersAsync(work, decides, cancel) : null,
            work.Authority.MayFill(actor, node),
            decides is not null && work.Authority.MayDecide(actor, decides)
        );
    }

    private static SheetLine Line(RosterMember of, CycleWork work, Assessment? stored) =>
        new(
            of.Member.Id,
            of.Member.FullName,
            of.Post,
            of.Member.OfficialOn is null || of.Member.OfficialOn > work.RegisterOn,
            of.LastYear,
            of.LastYearReason,
            of.Suggested,
            stored
        );

    private async Task<SheetLine> OwnAsync(CycleWork work, TreeNode node, Assessment? stored, CancellationToken cancel)
    {
        var before = await store
            .Set<OrganizationGrade>()
            .AsNoTracking()
            .FirstOrDefaultAsync(g => g.OrganizationId == node.Id && g.Year == work.Cycle.Year - 1, cancel);
        return new(
            null,
            node.Name,
            null,
            false,
            before?.Grade ?? Grade.None,
            before?.Reason ?? NoGradeReason.None,
            NoGradeReason.None,
            stored
        );
    }

    private async Task<IReadOnlyList<string>> GoneAsync(IEnumerable<long> members, CancellationToken cancel)
    {
        var ids = members.ToArray();
        return ids.Length == 0
            ? []
            : await store
                .Set<Domain.Members.Member>()
                .Where(m => ids.Contains(m.Id))
                .OrderBy(m => m.NameSortKey)
                .Select(m => m.FullName)
                .ToListAsync(cancel);
    }
}
