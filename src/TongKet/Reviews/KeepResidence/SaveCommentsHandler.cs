using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews.KeepResidence;

/// <param name="EndedOn">He keeps contact here no longer.</param>
/// <param name="Was">What the page showed: who left a line alone changes nothing of it.</param>
public sealed record TypedComment(
    long ContactId,
    string? Text,
    DateOnly? ReturnedOn,
    DateOnly? EndedOn,
    (string? Text, DateOnly? ReturnedOn) Was
);

public sealed record SaveCommentsCommand(long CellId, DateOnly On, int Year, IReadOnlyList<TypedComment> Lines);

/// <summary>Keeps the comments of a year on all who keep contact at a cell, in one form.</summary>
public sealed class SaveCommentsHandler(AppStore store, TreeReader trees, RecordIds ids, ChangeLog log, TimeProvider clock)
{
    public const string Act = "reviews.save-residence-comments";

    public async Task<Outcome<int>> HandleAsync(SaveCommentsCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var tree = await trees.ReadAsync(command.On, cancel);
        if (
            tree.Find(command.CellId) is not { HasEnded: false } cell
            || !cell.Kind.IsCell()
            || !ScopeRule.May(actor, Acts.ProposeGrades, tree, cell)
        )
        {
            return new Refusal("review.residence.not-found");
        }

        var lines = await ResidenceQuery.LinesAsync(store, cell.Id, command.On, command.Year, cancel);
        var typed = command.Lines.ToDictionary(l => l.ContactId);
        var refusals = lines
            .Where(l => typed.ContainsKey(l.Contact.Id))
            .SelectMany(l => Check(l, typed[l.Contact.Id], command.Year, today))
            .ToList();
        if (refusals.Count > 0)
        {
            return new(0, refusals);
        }

        var supply = await ids.TakeAsync(lines.Count, cancel);
        var changed = new List<ChangedRecord>();
        foreach (var line in lines.Where(l => typed.ContainsKey(l.Contact.Id)))
        {
            Apply(line, typed[line.Contact.Id], command.Year, supply, changed);
        }

        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, changed, cancel);
        await transaction.CommitAsync(cancel);
        return changed.Count;
    }

    private static IEnumerable<Refusal> Check(ResidenceLine line, TypedComment typed, int year, DateOnly today)
    {
        var name = line.Contact.FullName;
        var stored = (line.Comment?.Text, line.Comment?.ReturnedOn);
        if ((typed.Text, typed.ReturnedOn) != typed.Was && stored != typed.Was && stored != (typed.Text, typed.ReturnedOn))
        {
            yield return new("review.residence.changed-by-other", null, name);
        }

        foreach (var refusal in ResidenceRule.CheckComment(name, typed.Text, typed.ReturnedOn, year, today))
        {
            yield return refusal;
        }

        if (typed.EndedOn is { } ended && (ended <= line.Contact.FromOn || ended > today))
        {
            yield return new("review.residence.ended.wrong", null, name);
        }
    }

    private void Apply(ResidenceLine line, TypedComment typed, int year, IdSupply supply, List<ChangedRecord> changed)
    {
        if ((typed.Text, typed.ReturnedOn) != typed.Was)
        {
            var comment = line.Comment;
            if (comment is null)
            {
                comment = new()
                {
                    Id = supply.Next(),
                    ContactId = line.Contact.Id,
                    Year = year,
                };
                store.Add(comment);
            }

            (comment.Text, comment.ReturnedOn) = (typed.Text, typed.ReturnedOn);
            changed.Add(new(comment, comment.Id, line.Contact.CellId, year));
        }

        if (typed.EndedOn is { } ended)
        {
            line.Contact.ToOn = ended;
            changed.Add(new(line.Contact, line.Contact.Id, line.Contact.CellId));
        }
    }
}
