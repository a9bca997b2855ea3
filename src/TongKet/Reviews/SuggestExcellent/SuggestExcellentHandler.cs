using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.SuggestExcellent;

/// <param name="Count">Null takes the suggestion back.</param>
public sealed record SuggestedNumber(long CellId, int? Count);

/// <param name="Numbers">Of those cells alone whose number was changed on the page.</param>
public sealed record SuggestExcellentCommand(long CycleId, long BodyId, IReadOnlyList<SuggestedNumber> Numbers);

/// <summary>Suggests to cells how many Excellent they may propose; they see it on their sheet.</summary>
public sealed class SuggestExcellentHandler(AppStore store, CycleFinder cycles, RecordIds ids, ChangeLog log)
{
    public const string Act = "reviews.suggest-excellent";

    public async Task<Outcome<int>> HandleAsync(SuggestExcellentCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var work = await cycles.TakeAsync(command.CycleId, command.BodyId, cancel);
        if (work is null || SuggestionQuery.BodyOf(work, actor, command.BodyId) is not { } body)
        {
            return new Refusal("review.decision.not-found");
        }

        if (work.Broken is { } broken)
        {
            return broken;
        }

        if (work.Cycle.ClosedOn is { } closed)
        {
            return new Refusal("review.cycle.closed", null, closed);
        }

        var cells = (await SuggestionQuery.CellsAsync(store, work, body, cancel)).ToDictionary(c => c.Cell.Id);
        if (command.Numbers.Any(n => !cells.ContainsKey(n.CellId)))
        {
            return new Refusal("review.decision.not-found");
        }

        var refusals = command
            .Numbers.Select(n => (Typed: n, Cell: cells[n.CellId]))
            .Select(n => ExcellentSuggestion.Check(n.Cell.Cell.Name, n.Typed.Count, n.Cell.Members))
            .OfType<Refusal>()
            .ToList();
        if (refusals.Count > 0)
        {
            return new(0, refusals);
        }

        var changed = await ApplyAsync(command, cancel);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [.. changed.Select(c => c with { Year = work.Cycle.Year })],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return changed.Count;
    }

    private async Task<List<ChangedRecord>> ApplyAsync(SuggestExcellentCommand command, CancellationToken cancel)
    {
        var places = command.Numbers.Select(n => n.CellId).ToArray();
        var stored = await store
            .Set<ExcellentSuggestion>()
            .Where(s => s.CycleId == command.CycleId && places.Contains(s.OrganizationId))
            .ToDictionaryAsync(s => s.OrganizationId, cancel);
        var supply = await ids.TakeAsync(places.Length, cancel);
        var changed = new List<ChangedRecord>();
        foreach (var (cell, count) in command.Numbers)
        {
            var suggestion = stored.GetValueOrDefault(cell);
            if (suggestion?.Count == count)
            {
                continue;
            }

            if (count is not { } number)
            {
                store.Remove(suggestion!);
                changed.Add(new(suggestion!, suggestion!.Id, cell, IsRemoved: true));
                continue;
            }

            if (suggestion is null)
            {
                suggestion = new()
                {
                    Id = supply.Next(),
                    CycleId = command.CycleId,
                    OrganizationId = cell,
                };
                store.Add(suggestion);
            }

            suggestion.Count = number;
            changed.Add(new(suggestion, suggestion.Id, cell));
        }

        return changed;
    }
}
