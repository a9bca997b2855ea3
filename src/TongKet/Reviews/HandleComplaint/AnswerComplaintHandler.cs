using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.HandleComplaint;

public sealed record AnswerComplaintCommand(long ComplaintId, bool? IsUpheld, string? Answer, DateOnly? AnsweredOn);

/// <summary>
/// What the level that decides answers, by somebody without a conflict of interest. The grade stays as it is: where the
/// complaint is right, it is given anew on its own page.
/// </summary>
public sealed class AnswerComplaintHandler(AppStore store, ComplaintDesk desk, ChangeLog log)
{
    public const string Act = "reviews.answer-complaint";

    public async Task<Outcome<GradeComplaint>> HandleAsync(AnswerComplaintCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        if (
            await store.Set<GradeComplaint>().SingleOrDefaultAsync(c => c.Id == command.ComplaintId, cancel) is not { } complaint
            || await desk.FindAsync(actor, complaint.Year, complaint.MemberId, complaint.OrganizationId, cancel) is not { } found
        )
        {
            return new Refusal("review.complaint.not-found");
        }

        if (!found.Reach.Decides)
        {
            return new Refusal("review.complaint.not-the-level", null, found.Grade.Body.Name);
        }

        if (await desk.ConflictAsync(found, complaint, actor, cancel) is { } conflict)
        {
            return conflict;
        }

        var refusals = ComplaintRule.CheckAnswer(
            complaint,
            command.Answer,
            command.AnsweredOn,
            command.IsUpheld,
            found.Grade.Today
        );
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        (complaint.Answer, complaint.AnsweredOn) = (command.Answer!.Trim(), command.AnsweredOn);
        (complaint.AnsweredBy, complaint.AnsweredByAccountId) = (actor.Name, actor.AccountId);
        complaint.IsUpheld = command.IsUpheld;
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(complaint, complaint.Id, complaint.OrganizationId, complaint.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return complaint;
    }
}
