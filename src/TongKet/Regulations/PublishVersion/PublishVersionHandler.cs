using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Regulations;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Regulations.PublishVersion;

/// <param name="Value">Null keeps what the parameter says: it is only confirmed, or its article told.</param>
/// <param name="SeenHash">The version that was looked at; another one meanwhile is looked at first.</param>
public sealed record PublishVersionCommand(
    string RuleSetId,
    string Parameter,
    JsonElement? Value,
    string? Article,
    bool IsConfirmed,
    string? Note,
    string? Reason,
    string SeenHash
);

/// <summary>Publishes a version of a document's rules that says one parameter differently. What was before stays for who pinned it.</summary>
public sealed class PublishVersionHandler(
    AppStore store,
    RuleBook rules,
    PublishedRules published,
    RecordIds ids,
    ChangeLog log,
    TimeProvider clock
)
{
    public const string Act = "regulations.publish";

    public async Task<Outcome<RuleSetVersion>> HandleAsync(PublishVersionCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        await published.RefreshAsync(store, cancel);
        var newest = rules.All.FirstOrDefault(r => r.Id == command.RuleSetId);

        if (!actor.MayOnSystem(Acts.PublishRules))
        {
            return new Refusal("regulation.publish.refused");
        }

        if (newest?.Find(command.Parameter) is not { } now || ParameterShapes.Find(command.Parameter) is not { } place)
        {
            return new Refusal("regulation.publish.not-found");
        }

        if (newest.Hash != command.SeenHash)
        {
            return new Refusal("regulation.publish.newer");
        }

        var said = new RuleParameter(command.Value ?? now.Value, Tidy(command.Article), command.IsConfirmed, Tidy(command.Note));
        var refusals = PublishingRule.Check(newest, place, said, command.Reason);
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var next = newest.With(place.Name, said);
        var version = new RuleSetVersion
        {
            Id = await ids.NextAsync(cancel),
            RuleSetId = next.Id,
            Number = await store.Set<RuleSetVersion>().CountAsync(v => v.RuleSetId == next.Id, cancel) + 1,
            Parameter = place.Name,
            Value = RuleSetText.Of(said.Value),
            Article = said.Article,
            IsConfirmed = said.Confirmed,
            Note = said.Note,
            Reason = VietnameseText.Tidy(command.Reason!),
            PublishedAt = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()),
            PublishedBy = actor.Name,
            BeforeHash = newest.Hash,
            Hash = next.Hash,
            Content = RuleSetText.Of(next),
        };
        store.Add(version);
        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, [new(version, version.Id, null)], cancel);
        await transaction.CommitAsync(cancel);
        await published.RefreshAsync(store, cancel);
        return version;
    }

    private static string? Tidy(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Tidy(typed);
}
