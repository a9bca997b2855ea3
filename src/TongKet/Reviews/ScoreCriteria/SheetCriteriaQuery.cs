using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Reviews.WriteSelfReview;
using TongKet.Store;

namespace TongKet.Reviews.ScoreCriteria;

/// <summary>The criteria of one line with what they were given; nothing was where it is not for who asks.</summary>
/// <param name="Own">What the subject gave himself.</param>
public sealed record ScoredCriteria(
    CriteriaSet Criteria,
    IReadOnlyDictionary<string, CriterionScore> Given,
    IReadOnlyDictionary<string, CriterionScore> Own
)
{
    public CriteriaResult Result { get; } = CriteriaRule.Judge(Criteria, Given);

    public CriteriaResult OwnResult { get; } = CriteriaRule.Judge(Criteria, Own);

    public CriterionScore this[Criterion criterion] => Given.GetValueOrDefault(criterion.Key);
}

/// <summary>The criteria of all lines of a sheet.</summary>
/// <param name="hidesGiven">For whom a line is about: he reads what he gave himself, and nothing of what he was given.</param>
public sealed class SheetCriteria(
    RuleSet rules,
    IReadOnlyList<LocalCriteria> lists,
    IReadOnlyDictionary<LineKey, IReadOnlyList<AssessmentCriterion>> scores,
    bool hidesGiven = false
)
{
    /// <param name="otherwise">As whom, where the line was given nothing yet; null is as the line has it.</param>
    public ScoredCriteria Of(LineKey line, ReviewSubject? otherwise = null)
    {
        var rows = scores.GetValueOrDefault(line) ?? [];
        var (given, own) = (CriteriaFinder.Given(rows, c => c.Score), CriteriaFinder.Given(rows, c => c.Own));
        var by = given.Count > 0 ? given : own;
        var subject = by.Count == 0 ? otherwise ?? line.As : line.As;
        return new(CriteriaRule.Choose(rules, subject, lists, by.Keys), hidesGiven ? [] : given, own);
    }
}

/// <summary>The criteria of a sheet for its papers: lists for everybody, what was given for who sees the sheet.</summary>
public sealed class SheetCriteriaQuery(AppStore store, CycleFinder cycles, CriteriaFinder criteria)
{
    /// <param name="cycle">The review of the year; null where none is open.</param>
    public async Task<SheetCriteria> AskAsync(
        Actor actor,
        ReviewCycle? cycle,
        OrganizationTree tree,
        TreeNode node,
        (int Year, RuleSet Rules) of,
        CancellationToken cancel
    ) =>
        new(
            of.Rules,
            await criteria.ListsAsync(tree, node, of.Year, cancel),
            cycle is null ? [] : await GivenAsync(actor, cycle, node.Id, cancel)
        );

    /// <summary>The same for who is reviewed himself: his own line alone, without what he was given.</summary>
    public async Task<SheetCriteria> OfOneselfAsync(SelfReviewView self, CancellationToken cancel)
    {
        var work = self.Work;
        var scores = await criteria.ScoresAsync(self.LineId is { } line ? [line] : [], cancel);
        return new(
            work.Rules,
            await criteria.ListsAsync(work.Tree, self.Node, work.Cycle.Year, cancel),
            new Dictionary<LineKey, IReadOnlyList<AssessmentCriterion>> { [self.Of.Key] = [.. scores.SelectMany(c => c)] },
            hidesGiven: true
        );
    }

    private async Task<Dictionary<LineKey, IReadOnlyList<AssessmentCriterion>>> GivenAsync(
        Actor actor,
        ReviewCycle cycle,
        long organizationId,
        CancellationToken cancel
    )
    {
        var work = await cycles.WorkAsync(cycle, cancel);
        if (work.Owing(organizationId) is not { } node || !work.Authority.MaySee(actor, node))
        {
            return [];
        }

        var (cycleId, nodeId) = (cycle.Id, node.Id);
        var lines = await store
            .Set<Assessment>()
            .AsNoTracking()
            .Where(a => a.CycleId == cycleId && a.OrganizationId == nodeId)
            .ToListAsync(cancel);
        var scores = await criteria.ScoresAsync([.. lines.Select(l => l.Id)], cancel);
        return lines.ToDictionary(l => l.Key, l => (IReadOnlyList<AssessmentCriterion>)[.. scores[l.Id]]);
    }
}
