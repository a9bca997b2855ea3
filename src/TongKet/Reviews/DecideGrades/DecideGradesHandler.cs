using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Reviews.DecideGrades;

/// <param name="Organizations">Whose sheets the session decided on; each line as it noted, else as proposed.</param>
/// <param name="KnowsOver">Says that the share of Excellent is exceeded knowingly, where the rule set only warns.</param>
public sealed record DecideGradesCommand(
    long CycleId,
    long BodyId,
    string? Body,
    DateOnly? DecidedOn,
    string? Number,
    bool KnowsOver,
    IReadOnlyCollection<long> Organizations
);

/// <summary>Writes down what the competent body decided in one session, for as many sheets as it took: 61 of 63 today.</summary>
public sealed class DecideGradesHandler(
    AppStore store,
    CycleFinder cycles,
    ReviewRoster roster,
    LineConditions conditions,
    RecordIds ids,
    ChangeLog log
)
{
    public const string Act = "reviews.decide";

    public async Task<Outcome<GradeDecision>> HandleAsync(DecideGradesCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var work = await cycles.TakeAsync(command.CycleId, command.BodyId, cancel);
        if (
            work?.Tree.Find(command.BodyId) is not { HasEnded: false } body
            || !OrganizationTree.Contains(work.Top!, body)
            || !work.Authority.MayDecide(actor, body)
        )
        {
            return new Refusal("review.decision.not-found");
        }

        if (work.Broken is { } broken)
        {
            return broken;
        }

        var all = await DecisionQuery.LinesAsync(store, work, body, cancel);
        var chosen = all.Where(l => command.Organizations.Contains(l.Node.Id) && !l.IsDecided).ToList();
        var refusals = DecisionCheck.Papers(command, work, chosen.Count).ToList();
        refusals.AddRange(
            TextLength.Check((command.Body, GradeDecision.BodyLength), (command.Number, GradeDecision.NumberLength))
        );
        refusals.AddRange(DecisionCheck.Sheets(chosen, command.DecidedOn));
        refusals.AddRange(DecisionCheck.Roster(chosen, await roster.ReadAsync(work, Cells(chosen), cancel)));
        var allowances = await CapAllowances.OfAsync(store, work.Cycle.Id, body.Id, cancel);
        refusals.AddRange(DecisionCheck.Shares(command, work, body, all, chosen, allowances));
        var undecided = chosen.SelectMany(l => l.Lines.Where(a => !a.IsDecided), (l, a) => (l.Node, Line: a)).ToList();
        refusals.AddRange(
            await conditions.RefusedAsync(
                work,
                [.. undecided.Select(u => new GradedLine(u.Node, u.Line.Key, u.Line.Effective))],
                [.. undecided.Select(u => u.Line)],
                cancel
            )
        );
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var decision = new GradeDecision
        {
            Id = await ids.NextAsync(cancel),
            CycleId = work.Cycle.Id,
            OrganizationId = body.Id,
            Body = VietnameseText.Tidy(command.Body!),
            DecidedOn = command.DecidedOn!.Value,
            Number = VietnameseText.Tidy(command.Number!),
        };
        store.Add(decision);
        var lines = chosen.SelectMany(l => l.Lines).Where(a => !a.IsDecided).ToList();
        foreach (var line in lines)
        {
            (line.Decided, line.DecidedReason, line.DecisionId) = (line.Effective, line.EffectiveReason, decision.Id);
        }

        var sheets = await DecidedSheets.CloseAsync(store, work.Cycle.Id, [.. chosen.Select(l => l.Node.Id)], cancel);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [
                new(decision, decision.Id, body.Id, work.Cycle.Year),
                .. lines.Select(a => new ChangedRecord(a, a.Id, a.OrganizationId, work.Cycle.Year)),
                .. sheets.Select(s => new ChangedRecord(s, s.Id, s.OrganizationId, work.Cycle.Year)),
            ],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return decision;
    }

    private static long[] Cells(IEnumerable<DecisionLine> lines) =>
        [.. lines.Where(l => l.Node.Kind.IsCell() && l.Members.Count > 0).Select(l => l.Node.Id)];
}
