using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Reviews.FillSheet;

namespace TongKet.Reviews.ScoreCriteria;

/// <param name="Given">What was stored, by key.</param>
/// <param name="Own">What the subject gave himself.</param>
/// <param name="HasNewer">A list that this line is not scored by holds now.</param>
/// <param name="From">Whose list it is; null where the criteria are those of the rule set.</param>
public sealed record CriteriaView(
    SheetView Sheet,
    SheetLine Line,
    CriteriaSet Criteria,
    IReadOnlyDictionary<string, CriterionScore> Given,
    IReadOnlyDictionary<string, CriterionScore> Own,
    CriteriaResult Result,
    AssessmentFacts? Facts,
    string? From,
    bool HasNewer,
    bool MayScore
);

/// <summary>The criteria of one line of a sheet, with what they were given.</summary>
public sealed class CriteriaQuery(SheetQuery sheets, CriteriaFinder criteria, LineConditions conditions)
{
    /// <summary>Null where there is no such line, or the sheet is not for the actor.</summary>
    public async Task<CriteriaView?> AskAsync(
        Actor actor,
        long cycleId,
        long organizationId,
        string? line,
        CancellationToken cancel
    )
    {
        if (
            LineKey.Read(line) is not { } key
            || await sheets.AskAsync(actor, cycleId, organizationId, cancel) is not { } sheet
            || sheet.Lines.FirstOrDefault(l => l.Key == key) is not { } found
        )
        {
            return null;
        }

        var work = sheet.Work;
        long[] stored = found.Stored is { } kept ? [kept.Id] : [];
        var lists = await criteria.ListsAsync(work.Tree, sheet.Node, work.Cycle.Year, cancel);
        var rows = (await criteria.ScoresAsync(stored, cancel)).SelectMany(c => c).ToList();
        var given = CriteriaFinder.Given(rows, c => c.Score);
        var set = CriteriaRule.Choose(work.Rules, key.As, lists, given.Keys);
        var now = CriteriaRule.Choose(work.Rules, key.As, lists, []);
        return new(
            sheet,
            found,
            set,
            given,
            CriteriaFinder.Given(rows, c => c.Own),
            CriteriaRule.Judge(set, given),
            (await conditions.FactsOfAsync(stored, cancel)).Values.FirstOrDefault(),
            set.List is { } list ? work.Tree.Find(list.OrganizationId)?.Name : null,
            set.List?.Id != now.List?.Id,
            sheet is { MayFill: true, IsOpen: true }
        );
    }
}
