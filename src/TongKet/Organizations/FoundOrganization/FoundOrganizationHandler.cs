using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Organizations.FoundOrganization;

public sealed record FoundOrganizationCommand(
    long ParentId,
    OrganizationForm Form,
    DateOnly From,
    string? Decision,
    string? Note
);

/// <summary>A new organization under another, from the day it was founded.</summary>
public sealed class FoundOrganizationHandler(AppStore store, OrganizationFiles files, RecordIds ids, ChangeLog log)
{
    public const string Act = "organizations.found";

    public async Task<Outcome<long>> HandleAsync(FoundOrganizationCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var (form, from) = (command.Form, command.From);
        if (await files.FindAsync(actor, command.ParentId, from, cancel) is not { } parent)
        {
            return new Refusal("organization.not-found");
        }

        List<Refusal> refusals =
        [
            .. OrganizationChangeRule.Found(
                form,
                command.ParentId,
                from,
                parent.Tree,
                parent.Rules,
                await files.CodeTakenAsync(form.Code, null, from, cancel),
                parent.Record.EndsOn
            ),
            .. form.CheckTexts(null),
            .. TextLength.Check((command.Decision, Organization.DecisionLength), (command.Note, Organization.NoteLength)),
        ];
        if (refusals.Count > 0)
        {
            return new Outcome<long>(default, refusals);
        }

        var supply = await ids.TakeAsync(3, cancel);
        var organization = new Organization
        {
            Id = supply.Next(),
            FoundedOn = from,
            FoundingDecision = command.Decision,
            Note = command.Note,
        };
        var version = form.Begin(supply.Next(), organization.Id, from);
        var place = new OrganizationPlace
        {
            Id = supply.Next(),
            OrganizationId = organization.Id,
            ParentId = command.ParentId,
            FromOn = from,
        };
        store.AddRange(organization, version, place);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [
                new(organization, organization.Id, organization.Id, from.Year),
                new(version, version.Id, organization.Id, from.Year),
                new(place, place.Id, organization.Id, from.Year),
            ],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return organization.Id;
    }
}
