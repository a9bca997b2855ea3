using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews.KeepResidence;

/// <param name="CitizenId">Of who is in this register, as his letter has it, so that his own cell reads the comment; null of who is not.</param>
public sealed record AddContactCommand(
    long CellId,
    ContactKind Kind,
    string? FullName,
    string? CitizenId,
    string? MemberAt,
    DateOnly? FromOn,
    string? ExemptWhy
);

/// <summary>Takes in who brings the letter of his cell to the cell where he lives, or takes part for a time.</summary>
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

        var refusals = ResidenceRule
            .CheckContact(command.FullName, command.MemberAt, command.FromOn, command.ExemptWhy, today)
            .ToList();
        var memberId = await MemberAsync(command, cancel);
        if (command.CitizenId is not null && memberId is null)
        {
            refusals.Add(new("review.residence.number.unknown"));
        }
        else if (memberId is not null && await StandsHereAsync(memberId.Value, cell.Id, today, cancel))
        {
            refusals.Add(new("review.residence.own-member"));
        }

        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var contact = new ResidenceContact
        {
            Id = await ids.NextAsync(cancel),
            Kind = command.Kind,
            CellId = cell.Id,
            MemberId = memberId,
            FullName = VietnameseText.Tidy(command.FullName!),
            MemberAt = VietnameseText.Tidy(command.MemberAt!),
            FromOn = command.FromOn!.Value,
            ExemptWhy = string.IsNullOrWhiteSpace(command.ExemptWhy) ? null : VietnameseText.Tidy(command.ExemptWhy),
        };
        var there = await ResidenceQuery.LinesAsync(store, cell.Id, today, today.Year, cancel);
        if (
            there.Any(l =>
                (l.Contact.ToOn is null || l.Contact.ToOn > today)
                && (
                    (l.Contact.FullName, l.Contact.MemberAt) == (contact.FullName, contact.MemberAt)
                    || (memberId is not null && l.Contact.MemberId == memberId)
                )
            )
        )
        {
            return new Refusal("review.residence.is-there", null, contact.FullName);
        }

        store.Add(contact);
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, [new(contact, contact.Id, cell.Id)], cancel);
        await transaction.CommitAsync(cancel);
        return contact;
    }

    /// <summary>By his number and his name together: neither alone tells who is in the register.</summary>
    private async Task<long?> MemberAsync(AddContactCommand command, CancellationToken cancel)
    {
        var (number, folded) = (command.CitizenId, VietnameseText.Fold(VietnameseText.Tidy(command.FullName ?? "")));
        return number is null
            ? null
            : await store
                .Set<Member>()
                .Where(m => m.CitizenId == number && m.NameFolded == folded)
                .Select(m => (long?)m.Id)
                .SingleOrDefaultAsync(cancel);
    }

    private Task<bool> StandsHereAsync(long memberId, long cellId, DateOnly today, CancellationToken cancel) =>
        store
            .Set<Stay>()
            .AnyAsync(
                s => s.MemberId == memberId && s.CellId == cellId && s.FromOn <= today && (s.ToOn == null || s.ToOn > today),
                cancel
            );
}
