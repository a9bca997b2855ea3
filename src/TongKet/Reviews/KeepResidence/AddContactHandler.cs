using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews.KeepResidence;

public sealed record AddContactCommand(long CellId, string? FullName, string? MemberAt, DateOnly? FromOn, string? ExemptWhy);

/// <summary>Takes in who brings the letter of his cell to the cell where he lives.</summary>
public sealed class AddContactHandler(AppStore store, TreeReader trees, RecordIds ids, ChangeLog log, TimeProvider clock)
{
    public const string Act = "reviews.add-residence-contact";

    public async Task<Outcome<ResidenceContact>> HandleAsync(AddContactCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var tree = await trees.ReadAsync(today, cancel);
        if (
            tree.Find(command.CellId) is not { HasEnded: false } cell
            || !cell.Kind.IsCell()
            || !ScopeRule.May(actor, Acts.ProposeGrades, tree, cell)
        )
        {
            return new Refusal("review.residence.not-found");
        }

        var refusals = ResidenceRule.CheckContact(command.FullName, command.MemberAt, command.FromOn, today).ToList();
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var contact = new ResidenceContact
        {
            Id = await ids.NextAsync(cancel),
            CellId = cell.Id,
            FullName = VietnameseText.Tidy(command.FullName!),
            MemberAt = VietnameseText.Tidy(command.MemberAt!),
            FromOn = command.FromOn!.Value,
            ExemptWhy = string.IsNullOrWhiteSpace(command.ExemptWhy) ? null : VietnameseText.Tidy(command.ExemptWhy),
        };
        var there = await ResidenceQuery.LinesAsync(store, cell.Id, today, today.Year, cancel);
        if (there.Any(l => (l.Contact.FullName, l.Contact.MemberAt) == (contact.FullName, contact.MemberAt)))
        {
            return new Refusal("review.residence.is-there", null, contact.FullName);
        }

        store.Add(contact);
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, [new(contact, contact.Id, cell.Id)], cancel);
        await transaction.CommitAsync(cancel);
        return contact;
    }
}
