using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Organizations.ChangeOrganization;

/// <param name="From">From this day; where the present version began on this very day, that version is corrected.</param>
/// <param name="Seen">The last change that the form knew of.</param>
public sealed record ChangeOrganizationCommand(long Id, OrganizationForm Form, DateOnly From, long Seen);

/// <summary>A new version of an organization from a day on: name, code, kind, group, order; what was stays as it was.</summary>
public sealed class ChangeOrganizationHandler(AppStore store, OrganizationFiles files, RecordIds ids, ChangeLog log)
{
    public const string Act = "organizations.change";

    public async Task<Outcome<long>> HandleAsync(ChangeOrganizationCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        if (await files.FindAsync(actor, command.Id, command.From, cancel) is not { } file)
        {
            return new Refusal("organization.not-found");
        }

        var form = command.Form;
        var refusals = new List<Refusal>(
            OrganizationChangeRule.Change(
                file.Record,
                form,
                command.From,
                file.Tree,
                file.Rules,
                await files.CodeTakenAsync(form.Code, command.Id, command.From, cancel)
            )
        );
        var before = file.Record.LastVersion;
        refusals.AddRange(form.CheckTexts(before));
        if (before.Kind.IsCell() && !form.Kind.IsCell() && await files.HeldAsync(command.Id, command.From, cancel) is { } held)
        {
            refusals.Add(held);
        }

        if (await files.ChangedSinceAsync(file, command.Seen, cancel) is { } changed)
        {
            refusals.Add(changed);
        }

        if (refusals.Count > 0)
        {
            return new Outcome<long>(default, refusals);
        }

        var records =
            before.FromOn == command.From ? Correct(before, form) : await FollowAsync(before, form, command.From, cancel);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [.. records.Select(v => new ChangedRecord(v, v.Id, command.Id, command.From.Year))],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return command.Id;
    }

    private static IReadOnlyList<OrganizationVersion> Correct(OrganizationVersion version, OrganizationForm form)
    {
        (version.Name, version.NameFolded, version.Code) = (form.Name, VietnameseText.Fold(form.Name), form.Code);
        (version.Kind, version.DutyGroup) = (form.Kind, form.DutyGroup);
        (version.SortOrder, version.CountsOnly) = (form.SortOrder, form.CountsOnly);
        return [version];
    }

    private async Task<IReadOnlyList<OrganizationVersion>> FollowAsync(
        OrganizationVersion before,
        OrganizationForm form,
        DateOnly from,
        CancellationToken cancel
    )
    {
        before.ToOn = from;
        var next = form.Begin(await ids.NextAsync(cancel), before.OrganizationId, from);
        store.Add(next);
        return [before, next];
    }
}
