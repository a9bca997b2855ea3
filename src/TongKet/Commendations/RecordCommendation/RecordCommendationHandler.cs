using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Commendations;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Commendations.RecordCommendation;

/// <param name="Id">The commendation that is changed; null for a new one.</param>
/// <param name="Subject">Whom a new one names; what is there keeps its own.</param>
/// <param name="Name">The name; of an organization also its code, of a member also a number of his.</param>
public sealed record RecordCommendationCommand(
    long? Id,
    long OrganizationId,
    int Year,
    CommendationSubject? Subject,
    string Name,
    CommendationForm? Form,
    CommendationLevel? Level,
    string DecisionNumber,
    DateOnly? DecidedOn,
    string? Note
);

/// <summary>Records a commendation as decided, or mends one.</summary>
public sealed class RecordCommendationHandler(AppStore store, TreeReader trees, RecordIds ids, ChangeLog log, TimeProvider clock)
{
    public async Task<Outcome<Commendation>> HandleAsync(RecordCommendationCommand command, Actor actor, CancellationToken cancel)
    {
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        await using var transaction = await log.BeginAloneAsync(cancel);
        var there = command.Id is { } id ? await store.Set<Commendation>().FindAsync([id], cancel) : null;
        var tree = await trees.ReadAsync(PageContext.UsualAsOf(command.Year, today), cancel);
        if (
            (command.Id is not null && there is null)
            || tree.Find(there?.OrganizationId ?? command.OrganizationId) is not { } node
            || !ScopeRule.May(actor, Acts.ChangeCommendations, tree, node)
        )
        {
            return new Refusal("commendation.not-found");
        }

        List<Refusal> refusals = [.. Check(command, there is null, today), .. CheckTexts(command, there)];
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var commendation = there;
        if (commendation is null)
        {
            var subject = await new SubjectSearch(store, tree, actor).FindAsync(command, node, cancel);
            if (subject.Value is not { } found)
            {
                return new(null, subject.Refusals);
            }

            commendation = Make(command, await ids.NextAsync(cancel), found);
            store.Add(commendation);
        }

        (commendation.Year, commendation.DecisionNumber) = (command.Year, VietnameseText.Tidy(command.DecisionNumber));
        (commendation.Form, commendation.Level) = (command.Form!.Value, command.Level!.Value);
        (commendation.DecidedOn, commendation.Note) = (command.DecidedOn!.Value, Text(command.Note));
        if (await IsThereAsync(commendation, cancel))
        {
            return new Refusal("commendation.is-there", null, commendation.DecisionNumber);
        }

        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            "commendations.record",
            [new(commendation, commendation.Id, commendation.OrganizationId, commendation.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return commendation;
    }

    private static List<Refusal> Check(RecordCommendationCommand command, bool isNew, DateOnly today)
    {
        var refusals = new List<Refusal>();
        Refuse(isNew && command.Subject is null, "commendation.subject.missing");
        Refuse(isNew && string.IsNullOrWhiteSpace(command.Name), "commendation.name.missing");
        Refuse(command.Form is null, "commendation.form.missing");
        Refuse(command.Level is null, "commendation.level.missing");
        Refuse(string.IsNullOrWhiteSpace(command.DecisionNumber), "commendation.decision.missing");
        Refuse(command.DecidedOn is null, "commendation.day.missing");
        Refuse(command.DecidedOn > today, "commendation.day.to-come");
        Refuse(
            command.DecidedOn is { } day && day.Year != command.Year && day.Year != command.Year + 1,
            "commendation.day.other-year",
            command.Year.ToString(Words.Vietnamese)
        );
        return refusals;

        void Refuse(bool isWrong, string code, params object[] with)
        {
            if (isWrong)
            {
                refusals.Add(new(code, null, with));
            }
        }
    }

    private static IEnumerable<Refusal> CheckTexts(RecordCommendationCommand command, Commendation? was) =>
        new[]
        {
            Commendation.NameLength.Check(was is null ? command.Name : null),
            Commendation.DecisionLength.Check(command.DecisionNumber, was?.DecisionNumber),
            Commendation.NoteLength.Check(command.Note, was?.Note),
        }.OfType<Refusal>();

    private static Commendation Make(RecordCommendationCommand command, long id, CommendedSubject subject) =>
        new()
        {
            Id = id,
            OrganizationId = subject.OrganizationId,
            Subject = command.Subject!.Value,
            MemberId = subject.MemberId,
            SubjectName = subject.Name,
            DecisionNumber = command.DecisionNumber,
        };

    /// <summary>The same form for the same by the same decision would count once too often.</summary>
    private async Task<bool> IsThereAsync(Commendation of, CancellationToken cancel) =>
        await store
            .Set<Commendation>()
            .AnyAsync(
                c =>
                    c.Id != of.Id
                    && c.OrganizationId == of.OrganizationId
                    && c.Subject == of.Subject
                    && c.MemberId == of.MemberId
                    && c.SubjectName == of.SubjectName
                    && c.Form == of.Form
                    && c.DecisionNumber == of.DecisionNumber,
                cancel
            );

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Tidy(typed);
}
