using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.RestateGrade;

/// <param name="MemberId">Null where an organization is graded anew.</param>
public sealed record RestateGradeCommand(
    int Year,
    long? MemberId,
    long OrganizationId,
    Grade Grade,
    NoGradeReason Reason,
    string? Why,
    string? Body,
    DateOnly? DecidedOn,
    string? Number
);

/// <summary>Gives a grade anew after a later finding, and keeps what it was.</summary>
public sealed class RestateGradeHandler(AppStore store, RestatementDesk desk, RecordIds ids, ChangeLog log, TimeProvider clock)
{
    public const string Act = "reviews.restate";

    public async Task<Outcome<GradeRestatement>> HandleAsync(RestateGradeCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        if (await desk.FindAsync(actor, command.Year, command.MemberId, command.OrganizationId, cancel) is not { } found)
        {
            return new Refusal("review.restate.not-found");
        }

        var refusals = RestatementRule.Check(
            found.Now,
            (command.Grade, command.Reason),
            command.Why,
            command.Body,
            command.DecidedOn,
            command.Number,
            command.Year,
            await store
                .Set<GradeDecision>()
                .Where(d => d.Id == found.DecisionId)
                .Select(d => (DateOnly?)d.DecidedOn)
                .SingleOrDefaultAsync(cancel),
            found.Today
        );
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var restatement = new GradeRestatement
        {
            Id = await ids.NextAsync(cancel),
            Year = command.Year,
            MemberId = command.MemberId,
            OrganizationId = found.Place.Id,
            OldGrade = found.Now.Grade,
            OldReason = found.Now.Reason,
            NewGrade = command.Grade,
            NewReason = command.Reason,
            Why = VietnameseText.Tidy(command.Why!),
            Body = VietnameseText.Tidy(command.Body!),
            DecidedOn = command.DecidedOn!.Value,
            Number = VietnameseText.Tidy(command.Number!),
            EnteredOn = found.Today,
            EnteredAt = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()),
        };
        store.Add(restatement);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(restatement, restatement.Id, found.Place.Id, command.Year), Give(found, command)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return restatement;
    }

    private static ChangedRecord Give(GradeOnDesk found, RestateGradeCommand command)
    {
        if (found.MemberGrade is { } member)
        {
            (member.Grade, member.Reason, member.FromFile) = (command.Grade, command.Reason, false);
            return new(member, member.Id, member.CellId, member.Year);
        }

        var organization = found.OrganizationGrade!;
        (organization.Grade, organization.Reason, organization.FromFile) = (command.Grade, command.Reason, false);
        return new(organization, organization.Id, organization.OrganizationId, organization.Year);
    }
}
