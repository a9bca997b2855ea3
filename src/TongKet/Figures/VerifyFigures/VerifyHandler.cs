using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Values;
using TongKet.Figures.VerifyFigures.Oracle;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Figures.VerifyFigures;

/// <param name="Days">
/// The moments to count at; where none are given, middle and end of each year with records, and today; and the end of last
/// year once more as if organizations had stood as today.
/// </param>
/// <param name="TreeOn">Counts the days given on the tree of this day instead of their own.</param>
public sealed record VerifyCommand(IReadOnlyList<DateOnly>? Days = null, DateOnly? TreeOn = null);

/// <summary>What does not agree, and what was looked at.</summary>
public sealed record Verification(IReadOnlyList<Difference> Differences, VerifiedCounts Checked);

/// <param name="Figures">Comparisons of one figure of one organization at one moment.</param>
/// <param name="FromColumns">Of them those that columns in memory were held to as well.</param>
/// <param name="Erased">Lines whose values were erased where the law asks: their records cannot be compared.</param>
public sealed record VerifiedCounts(
    IReadOnlyList<DateOnly> Days,
    int Organizations,
    int Figures,
    int FromColumns,
    int Ledgers,
    int Records,
    int Lines,
    int Erased
);

/// <summary>
/// The program checks itself: figures against a second count, ledgers, sums, the shape of the records, the chain of
/// the change log and every record against its last line, all in one snapshot. Nothing is written.
/// </summary>
public sealed class VerifyHandler(AppStore store, FigureBook book, TreeReader trees, RuleBook rules, TimeProvider clock)
{
    private readonly OracleMoments moments = new(rules);

    public async Task<Outcome<Verification>> HandleAsync(VerifyCommand command, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsOperator && !actor.GrantsFor(Acts.VerifyFigures).Any())
        {
            return new Refusal("figures.verify-not-allowed");
        }

        await using var snapshot = await ReadSnapshot.BeginAsync(store, cancel, joinsAll: true);
        var query = new OracleQuery(snapshot.Connection, snapshot.Transaction);
        var codes = await LastCodes.ReadAsync(store, cancel);
        var found = new List<Difference>();

        var faults = await StructureSql.FindAsync(query, OracleMoments.PartyKinds, OracleMoments.CellKinds, cancel);
        found.AddRange(
            faults.Select(f => new Difference(
                f.Kind,
                f.Organization is { } id ? CodeOf(id) : null,
                Difference.NameOf(f.Table, f.Id)
            ))
        );

        var log = new LogCheck(store);
        found.AddRange(await log.WalkAsync(CodeOf, cancel));
        var records = new RecordCheck(store, log.LastLines, log.Batches);
        var changed = await records.CompareAsync(cancel);

        var (figures, ledgers) = (new FigureCheck(book, CodeOf), new LedgerCheck(CodeOf));
        var answers = new List<OracleAnswer>();
        var days = command.Days ?? OracleMoments.Days(await MomentSql.YearsAsync(query, cancel), Today());
        foreach (var moment in moments.Of(days, command, Today()))
        {
            var (answer, gaps) = await CountAsync(new FigureOracle(query), moment, answers, cancel);
            var table = await figures.CountAsync(answer, cancel);
            found.AddRange(figures.Compare(answer, table));
            if (await figures.CountFromColumnsAsync(answer, cancel) is { } columns)
            {
                found.AddRange(figures.CompareColumns(answer, columns));
            }

            found.AddRange(ledgers.Check(answer, table, gaps));
            found.AddRange(IdentityCheck.Check(answer, table, CodeOf));
            found.AddRange(IdentityCheck.CheckSums(answer, table, CodeOf));
            if (moment.OtherTree is null)
            {
                answers.Add(answer);
            }
        }

        found.AddRange(await new MovedFigures(store, query, moments, CodeOf).NameAsync(changed, answers, cancel));
        return new Verification(
            await InReachAsync(found, actor, cancel),
            new(
                days,
                codes.Count,
                figures.Compared,
                figures.ComparedFromColumns,
                ledgers.Closed,
                records.Records,
                log.Lines,
                log.Erased
            )
        );

        string CodeOf(long id) => codes.GetValueOrDefault(id) ?? $"#{id}";
    }

    /// <summary>Of other branches nothing is told; what concerns the log alone is.</summary>
    private async Task<IReadOnlyList<Difference>> InReachAsync(List<Difference> found, Actor actor, CancellationToken cancel)
    {
        if (actor.IsOperator)
        {
            return found;
        }

        var tree = await trees.ReadAsync(Today(), cancel);
        var reached = ScopeRule.Reached(actor, Acts.VerifyFigures, tree).Select(n => n.Code).ToHashSet();
        return [.. found.Where(d => d.Organization is null || reached.Contains(d.Organization))];
    }

    private async Task<(OracleAnswer, List<LedgerGap>)> CountAsync(
        FigureOracle oracle,
        OracleMoment moment,
        List<OracleAnswer> before,
        CancellationToken cancel
    )
    {
        var lastYear = moments.LastYear(moment);
        var compared =
            before.Find(a => a.Moment.Day == lastYear.Day && a.Moment.TreeDay == lastYear.TreeDay)
            ?? await oracle.CountAsync(lastYear, null, cancel);
        return (await oracle.CountAsync(moment, compared, cancel), await oracle.LedgerAsync(moment, cancel));
    }

    private DateOnly Today() => Web.VietnameseFormat.DayOf(clock.GetUtcNow());
}
