using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.FillSheet;

/// <param name="Sheet">Null where nobody began it yet.</param>
public sealed record OpenSheet(CycleWork Work, TreeNode Node, ReviewSheet? Sheet);

/// <summary>Whether a sheet lies with those who propose, for whoever writes on it: by hand, by a tally, by facts of a line.</summary>
public sealed class SheetGate(AppStore store, CycleFinder cycles, SheetLines owed)
{
    /// <summary>The sheet, held for the actor until his transaction ends; refused where it is not his or was handed on.</summary>
    /// <param name="line">The line it is about; null where it is about the whole sheet.</param>
    public async Task<Outcome<OpenSheet>> TakeAsync(
        Actor actor,
        long cycleId,
        long organizationId,
        LineKey? line,
        CancellationToken cancel
    )
    {
        var work = await cycles.TakeAsync(cycleId, organizationId, cancel);
        if (
            work?.Owing(organizationId) is not { } node
            || !work.Authority.MayFill(actor, node)
            || (line is { } key && (await owed.ReadAsync(work, node, cancel)).All(l => l.Key != key))
        )
        {
            return new Refusal("review.sheet.not-found");
        }

        var sheet = await store
            .Set<ReviewSheet>()
            .SingleOrDefaultAsync(s => s.CycleId == work.Cycle.Id && s.OrganizationId == node.Id, cancel);
        return Check(work, sheet) is { } closed ? closed : new OpenSheet(work, node, sheet);
    }

    private static Refusal? Check(CycleWork work, ReviewSheet? sheet) =>
        work.Broken is { } broken ? broken
        : work.Cycle.ClosedOn is { } closed ? new("review.cycle.closed", null, closed)
        : sheet is not { IsOpen: false } ? null
        : sheet.State == SheetState.Submitted ? new("review.sheet.submitted", null, sheet.SubmittedOn ?? work.Today)
        : new("review.sheet.decided");
}
