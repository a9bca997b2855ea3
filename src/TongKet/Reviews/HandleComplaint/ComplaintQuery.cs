using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.HandleComplaint;

/// <param name="Complaints">The newest first.</param>
/// <param name="IsOwn">It is the actor's own grade, or his organization's; else he types in from paper.</param>
/// <param name="Conflict">Why the actor may not answer the open one.</param>
public sealed record ComplaintView(
    string Name,
    TreeNode Place,
    TreeNode Body,
    Grade Grade,
    NoGradeReason Reason,
    ComplaintDeadline Deadline,
    DateOnly Today,
    IReadOnlyList<GradeComplaint> Complaints,
    bool IsOwn,
    bool Decides,
    Refusal? Conflict
)
{
    public GradeComplaint? Open => Complaints.FirstOrDefault(c => c.IsOpen);

    /// <summary>Whoever complains himself comes today; a paper may have come in time.</summary>
    public bool MayFile => Open is null && !(IsOwn && Today > Deadline.LastDay);
}

/// <summary>A grade with what was complained about it, for who may see that.</summary>
public sealed class ComplaintQuery(AppStore store, ComplaintDesk desk)
{
    /// <summary>Null where there is no such grade, or it is not for the actor.</summary>
    public async Task<ComplaintView?> AskAsync(
        Actor actor,
        int year,
        long? memberId,
        long organizationId,
        CancellationToken cancel
    )
    {
        if (await desk.FindAsync(actor, year, memberId, organizationId, cancel) is not { } found)
        {
            return null;
        }

        var grade = found.Grade;
        var complaints = await ComplaintDesk
            .About(store, year, memberId, grade.Place.Id)
            .AsNoTracking()
            .OrderByDescending(c => c.Id)
            .ToListAsync(cancel);
        var open = complaints.Find(c => c.IsOpen);
        return new(
            grade.Name,
            grade.Place,
            grade.Body,
            grade.Now.Grade,
            grade.Now.Reason,
            found.Deadline,
            grade.Today,
            complaints,
            found.Reach.IsOwn,
            found.Reach.Decides,
            open is null || !found.Reach.Decides ? null : await desk.ConflictAsync(found, open, actor, cancel)
        );
    }
}
