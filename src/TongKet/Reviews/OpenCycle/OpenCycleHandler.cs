using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Regulations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews.OpenCycle;

public sealed record OpenCycleCommand(
    long OrganizationId,
    int Year,
    CycleKind? Kind,
    int? Quarter,
    string? Name,
    DateOnly? RosterOn,
    DateOnly? CellsDueOn,
    DateOnly? GrassrootsDueOn,
    DateOnly? DecidedDueOn
);

/// <summary>Opens a review for an organization and everything below, and pins the rule set that is in force for it.</summary>
public sealed class OpenCycleHandler(
    AppStore store,
    TreeReader trees,
    RuleBook rules,
    RecordIds ids,
    ChangeLog log,
    TimeProvider clock
)
{
    public const string Act = "reviews.open-cycle";

    public async Task<Outcome<ReviewCycle>> HandleAsync(OpenCycleCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var tree = await trees.ReadAsync(today, cancel);
        if (
            tree.Find(command.OrganizationId) is not { HasEnded: false } top
            || !ScopeRule.May(actor, Acts.OpenReviews, tree, top)
            || top.Kind.IsCell()
        )
        {
            return new Refusal("review.cycle.not-found");
        }

        List<Refusal> refusals =
        [
            .. CycleRule.Check(
                command.Kind,
                command.Quarter,
                command.RosterOn,
                command.CellsDueOn,
                command.GrassrootsDueOn,
                command.DecidedDueOn,
                command.Year
            ),
            .. TextLength.Check((command.Name, ReviewCycle.NameLength)),
        ];
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        // What rules the review of a year is what is in force on its roster's day: 2023's stays 2023's.
        var (kind, rosterOn) = (command.Kind!.Value, command.RosterOn!.Value);
        var set = rules.InForce(RuleBook.AnnualReview, rosterOn);
        if (!set["cycle_kinds"].List.Contains(kind.ToString()))
        {
            return new Refusal("review.cycle.kind.not-in-rules", set["cycle_kinds"].Article, kind, set.Document);
        }

        if (await OverlapsAsync(tree, top, command, kind, cancel) is { } other)
        {
            return new Refusal("review.cycle.is-there", null, other.Name);
        }

        var quarter = kind == CycleKind.Quarter ? command.Quarter : null;
        var cycle = new ReviewCycle
        {
            Id = await ids.NextAsync(cancel),
            OrganizationId = top.Id,
            Kind = kind,
            Year = command.Year,
            Quarter = quarter,
            Name = string.IsNullOrWhiteSpace(command.Name)
                ? Words.Get(
                    $"reviews.cycle.name.{kind.ToString().ToLowerInvariant()}",
                    command.Year.ToString(Words.Vietnamese),
                    quarter ?? 0
                )
                : VietnameseText.Tidy(command.Name),
            RosterOn = rosterOn,
            RuleSet = set.Id,
            RuleSetHash = set.Hash,
            OpenedOn = today,
            CellsDueOn = command.CellsDueOn!.Value,
            GrassrootsDueOn = command.GrassrootsDueOn!.Value,
            DecidedDueOn = command.DecidedDueOn!.Value,
        };
        store.Add(cycle);
        var changed = new List<ChangedRecord> { new(cycle, cycle.Id, top.Id, cycle.Year) };
        if (await PublishedRules.KeepAsync(store, ids, set, cancel) is { } kept)
        {
            changed.Add(new(kept, kept.Id, top.Id, cycle.Year));
        }

        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, changed, cancel);
        await transaction.CommitAsync(cancel);
        return cycle;
    }

    /// <summary>Nobody fills two sheets for the same year or quarter: neither a level above nor one below opened it already.</summary>
    private async Task<ReviewCycle?> OverlapsAsync(
        OrganizationTree tree,
        TreeNode top,
        OpenCycleCommand command,
        CycleKind kind,
        CancellationToken cancel
    )
    {
        if (kind is not (CycleKind.Year or CycleKind.Quarter))
        {
            return null;
        }

        var same = await store
            .Set<ReviewCycle>()
            .AsNoTracking()
            .Where(c => c.Year == command.Year && c.Kind == kind && (kind == CycleKind.Year || c.Quarter == command.Quarter))
            .ToListAsync(cancel);
        return same.Find(c => YearSoFarQuery.Covers(tree, top, c));
    }
}
