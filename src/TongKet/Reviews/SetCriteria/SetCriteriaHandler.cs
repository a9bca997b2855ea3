using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews.SetCriteria;

public sealed record TypedItem(string Group, string Name, decimal? Most);

/// <param name="Year">The first year whose review the list is for.</param>
public sealed record SetCriteriaCommand(
    long OrganizationId,
    int Year,
    ReviewSubject For,
    string? DocumentNumber,
    DateOnly? DocumentOn,
    IReadOnlyList<TypedItem> Items
);

/// <summary>Takes in a committee's own list of criteria; a former list stays for the lines that were scored by it.</summary>
public sealed class SetCriteriaHandler(
    AppStore store,
    TreeReader trees,
    RuleBook rules,
    RecordIds ids,
    ChangeLog log,
    TimeProvider clock
)
{
    public const string Act = "reviews.set-criteria";

    public async Task<Outcome<LocalCriteria>> HandleAsync(SetCriteriaCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var tree = await trees.ReadAsync(today, cancel);
        if (
            tree.Find(command.OrganizationId) is not { HasEnded: false } node
            || !node.Kind.IsPartyOrganization()
            || !ScopeRule.May(actor, Acts.SetCriteria, tree, node)
            || command.For != CriteriaRule.ListOf(command.For)
        )
        {
            return new Refusal("review.local-criteria.not-found");
        }

        var supply = await ids.TakeAsync(command.Items.Count + 1, cancel);
        var listId = supply.Next();
        var items = command
            .Items.Select(
                (item, at) =>
                    new LocalCriterion
                    {
                        Id = supply.Next(),
                        ListId = listId,
                        Position = at,
                        Group = item.Group,
                        Name = VietnameseText.Tidy(item.Name),
                        Most = item.Most,
                    }
            )
            .ToList();
        var refusals = LocalCriteriaRule
            .Check(LocalCriteriaQuery.RulesOf(rules, command.Year), command.For, items)
            .Concat(CheckDocument(command, today))
            .ToList();
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var list = new LocalCriteria
        {
            Id = listId,
            OrganizationId = node.Id,
            For = command.For,
            FromYear = command.Year,
            DocumentNumber = VietnameseText.Tidy(command.DocumentNumber!),
            DocumentOn = command.DocumentOn!.Value,
        };
        store.Add(list);
        store.AddRange(items);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(list, list.Id, node.Id, command.Year), .. items.Select(i => new ChangedRecord(i, i.Id, node.Id, command.Year))],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return list;
    }

    private static IEnumerable<Refusal> CheckDocument(SetCriteriaCommand command, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(command.DocumentNumber))
        {
            yield return new("review.local-criteria.number");
        }

        if (LocalCriteria.DocumentLength.Check(command.DocumentNumber) is { } tooLong)
        {
            yield return tooLong;
        }

        if (command.DocumentOn is null)
        {
            yield return new("review.local-criteria.day");
        }
        else if (command.DocumentOn > today)
        {
            yield return new("review.local-criteria.day-to-come");
        }
    }
}
