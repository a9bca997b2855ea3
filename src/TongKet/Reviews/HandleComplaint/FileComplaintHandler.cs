using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews.HandleComplaint;

/// <param name="MemberId">Null where an organization complains.</param>
/// <param name="FiledOn">The day on the paper; who complains himself does so today.</param>
public sealed record FileComplaintCommand(int Year, long? MemberId, long OrganizationId, string? Text, DateOnly? FiledOn);

/// <summary>Takes in a complaint about a grade: from whom it was given to, or for him from his paper.</summary>
public sealed class FileComplaintHandler(AppStore store, ComplaintDesk desk, RecordIds ids, ChangeLog log, TimeProvider clock)
{
    public const string Act = "reviews.complain";

    public async Task<Outcome<GradeComplaint>> HandleAsync(FileComplaintCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        if (await desk.FindAsync(actor, command.Year, command.MemberId, command.OrganizationId, cancel) is not { } found)
        {
            return new Refusal("review.complaint.not-found");
        }

        var grade = found.Grade;
        var filedOn = found.Reach.IsOwn ? grade.Today : command.FiledOn;
        var refusals = ComplaintRule.CheckFiling(
            command.Text,
            filedOn,
            found.Deadline,
            await ComplaintDesk
                .About(store, command.Year, command.MemberId, grade.Place.Id)
                .AnyAsync(c => c.AnsweredOn == null, cancel),
            grade.Today
        );
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var complaint = new GradeComplaint
        {
            Id = await ids.NextAsync(cancel),
            Year = command.Year,
            MemberId = command.MemberId,
            OrganizationId = grade.Place.Id,
            FiledOn = filedOn!.Value,
            FiledAt = MomentOf(filedOn.Value, grade.Today),
            Text = command.Text!.Trim(),
            FromPaper = !found.Reach.IsOwn,
            FiledBy = actor.Name,
            FiledByAccountId = actor.AccountId,
        };
        store.Add(complaint);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(complaint, complaint.Id, grade.Place.Id, command.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return complaint;
    }

    private DateTimeOffset MomentOf(DateOnly filedOn, DateOnly today) =>
        filedOn < today
            ? VietnameseFormat.MomentOf(filedOn.AddDays(1), TimeOnly.MinValue).ToUniversalTime()
            : DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
}
