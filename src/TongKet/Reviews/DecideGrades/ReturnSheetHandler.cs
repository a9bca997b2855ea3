using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.DecideGrades;

public sealed record ReturnSheetCommand(long CycleId, long OrganizationId, string? Why);

/// <summary>«Trả lại để bổ sung, hoàn thiện»: gives a sheet back to who proposed, with what is to be completed.</summary>
public sealed class ReturnSheetHandler(AppStore store, CycleFinder cycles, ChangeLog log)
{
    public const string Act = "reviews.return-sheet";

    public async Task<Outcome<ReviewSheet>> HandleAsync(ReturnSheetCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var work = await cycles.TakeAsync(command.CycleId, command.OrganizationId, cancel);
        if (
            work?.Owing(command.OrganizationId) is not { } node
            || !BodiesOf(work, node).Any(body => work.Authority.MayDecide(actor, body))
            || await store
                .Set<ReviewSheet>()
                .SingleOrDefaultAsync(s => s.CycleId == work.Cycle.Id && s.OrganizationId == node.Id, cancel)
                is not { } sheet
        )
        {
            return new Refusal("review.sheet.not-found");
        }

        if (work.Broken is { } broken)
        {
            return broken;
        }

        if (string.IsNullOrWhiteSpace(command.Why))
        {
            return new Refusal("review.return.why-missing");
        }

        if (ReviewSheet.ReturnedWhyLength.Check(command.Why) is { } tooLong)
        {
            return tooLong;
        }

        var lines = await store.Set<Assessment>().Where(a => a.SheetId == sheet.Id).ToListAsync(cancel);
        if (sheet.State != SheetState.Submitted || lines.Exists(a => a.IsDecided))
        {
            return new Refusal(
                sheet.State == SheetState.Submitted ? "review.return.partly-decided" : "review.decision.not-there-now"
            );
        }

        (sheet.State, sheet.ReturnedWhy, sheet.SubmittedOn) = (SheetState.Returned, VietnameseText.Tidy(command.Why), null);
        // What comes back may be another proposal: neither note nor vote of the session holds for it.
        var noted = lines
            .Where(a => a.Decided != Grade.None || a.DecidedReason != NoGradeReason.None || a.DecidingVote is not null)
            .ToList();
        foreach (var line in noted)
        {
            (line.Decided, line.DecidedReason, line.DecidingVote) = (Grade.None, NoGradeReason.None, null);
        }

        var open = await OpenVotes.TakeOutAsync(store, work.Cycle, [.. lines.Select(a => a.Id)], cancel);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [
                new(sheet, sheet.Id, node.Id, work.Cycle.Year),
                .. noted.Select(a => new ChangedRecord(a, a.Id, node.Id, work.Cycle.Year)),
                .. open,
            ],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return sheet;
    }

    private static IEnumerable<Domain.Organizations.TreeNode> BodiesOf(CycleWork work, Domain.Organizations.TreeNode node) =>
        ReviewAuthority
            .Subjects.Select(subject => work.Authority.DecidesOn(node, subject))
            .OfType<Domain.Organizations.TreeNode>();
}
