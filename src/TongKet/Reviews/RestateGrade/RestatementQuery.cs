using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.RestateGrade;

/// <param name="Touched">Whose reports of the year have the old figure in them.</param>
public sealed record RestatementView(
    string Name,
    TreeNode Place,
    TreeNode Body,
    Grade Grade,
    NoGradeReason Reason,
    IReadOnlyList<GradeRestatement> Before,
    IReadOnlyList<TreeNode> Touched
);

/// <summary>A grade with what it was before, for who may give it anew.</summary>
public sealed class RestatementQuery(AppStore store, RestatementDesk desk)
{
    /// <summary>Null where there is no such grade, or it is not the actor's to give.</summary>
    public async Task<RestatementView?> AskAsync(
        Actor actor,
        int year,
        long? memberId,
        long organizationId,
        CancellationToken cancel
    ) =>
        await desk.FindAsync(actor, year, memberId, organizationId, cancel) is not { } found
            ? null
            : new(
                found.Name,
                found.Place,
                found.Body,
                found.Now.Grade,
                found.Now.Reason,
                await store
                    .Set<GradeRestatement>()
                    .AsNoTracking()
                    .Where(r =>
                        r.Year == year && r.MemberId == memberId && (memberId != null || r.OrganizationId == organizationId)
                    )
                    .OrderByDescending(r => r.Id)
                    .ToListAsync(cancel),
                found.Tree.Path(found.Place)
            );
}
