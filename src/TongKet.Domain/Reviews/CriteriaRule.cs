using TongKet.Domain.Regulations;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// Which criteria a subject is assessed by, and what comes of what they were given: four levels each until 2024 (QĐ 132,
/// QĐ 124), points out of a hundred with a bonus since 2025 (QĐ 366).
/// </summary>
public static class CriteriaRule
{
    /// <summary>The group of what is given beyond the hundred.</summary>
    public const string Bonus = "Bonus";

    /// <summary>How fast and how well, the two halves of the results where no committee says more.</summary>
    public const string Progress = "TaskResultsProgress";
    public const string Quality = "TaskResultsQuality";

    private const string Common = "CommonCriteria";
    private const string Results = "TaskResults";
    private const decimal Whole = 100;

    public static bool InPoints(RuleSet set) => set["criteria_form"].Text == "Points";

    /// <summary>Whether a published source confirms the groups of a subject and what each is worth.</summary>
    public static bool IsConfirmed(RuleSet set, ReviewSubject subject) =>
        (
            InPoints(set)
                ? ["points_common", "points_results", "points_bonus_most", "points_progress_percent", "points_quality_percent"]
            : ListOf(subject) == ReviewSubject.Collective ? ["criteria_groups_collective"]
            : subject == ReviewSubject.Leader ? new[] { "criteria_groups_individual", "criteria_groups_leader_more" }
            : ["criteria_groups_individual"]
        ).All(name => set[name].Confirmed);

    /// <summary>As whom somebody has a list: an organization as its collective, who is outside the system as any member.</summary>
    public static ReviewSubject ListOf(ReviewSubject subject) =>
        subject switch
        {
            ReviewSubject.Organization => ReviewSubject.Collective,
            ReviewSubject.MemberOutsideSystem => ReviewSubject.Member,
            _ => subject,
        };

    /// <summary>The groups of the rule set, the bonus last where there may be one.</summary>
    public static IReadOnlyList<string> GroupsOf(RuleSet set, ReviewSubject subject) =>
        [
            .. ListOf(subject) == ReviewSubject.Collective
                ? set["criteria_groups_collective"].List
                : set["criteria_groups_individual"].List,
            .. subject == ReviewSubject.Leader ? set["criteria_groups_leader_more"].List : [],
            .. InPoints(set) && set["points_bonus_most"].Known is not null ? new[] { Bonus } : [],
        ];

    /// <summary>What the criteria of a group make together at most, in points; null where no source tells.</summary>
    public static decimal? MostOf(RuleSet set, string group) =>
        group switch
        {
            Common => set["points_common"].Known,
            Results => set["points_results"].Known,
            Bonus => set["points_bonus_most"].Known,
            _ => null,
        };

    /// <summary>
    /// The nearest list that fits the rule set, else the groups themselves. What a line was scored by it keeps, until
    /// everything given to it is taken back.
    /// </summary>
    /// <param name="nearest">Lists of the organization and of those above it, the one that goes before first.</param>
    /// <param name="scored">Keys that were given something already.</param>
    public static CriteriaSet Choose(
        RuleSet set,
        ReviewSubject subject,
        IReadOnlyList<LocalCriteria> nearest,
        IReadOnlyCollection<string> scored
    )
    {
        var lists = nearest.Where(l => l.For == ListOf(subject)).ToList();
        return scored.Count > 0 && lists.Find(l => l.Items.Exists(i => scored.Contains(i.Key))) is { } used
                ? Of(set, subject, used)
            : scored.Count > 0 && Of(set, subject, null) is var own && own.All.Any(c => scored.Contains(c.Key)) ? own
            : Of(set, subject, lists.Find(l => LocalCriteriaRule.Check(set, subject, l.Items).Count == 0));
    }

    public static CriteriaSet Of(RuleSet set, ReviewSubject subject, LocalCriteria? list)
    {
        var isInPoints = InPoints(set);
        var groups = GroupsOf(set, subject);
        return new(
            list is null
                ? [.. groups.SelectMany(g => Own(set, g, isInPoints))]
                :
                [
                    .. list
                        .Items.OrderBy(i => i.Position)
                        .Select(i => new Criterion(i.Key, i.Group, i.Name, isInPoints ? i.Most : null)),
                ],
            isInPoints,
            set.Find(ResultsParameter(subject)) is { IsUnknown: false } results ? results.List : [],
            isInPoints ? set["points_bonus_most"].Known : null,
            list
        );
    }

    /// <summary>The parameter that says which groups are on results.</summary>
    public static string ResultsParameter(ReviewSubject subject) =>
        subject switch
        {
            ReviewSubject.Organization => "criteria_results_organization",
            ReviewSubject.Collective => "criteria_results_collective",
            _ => "criteria_results_individual",
        };

    /// <summary>Points within what their criterion may have, levels where levels are given; the refusal's first word is the key.</summary>
    public static IEnumerable<Refusal> Check(CriteriaSet set, IReadOnlyDictionary<string, CriterionScore> given)
    {
        foreach (var (key, score) in given.Where(g => g.Value.IsGiven))
        {
            if (set.Find(key) is not { } criterion || (score.Level is not null) == set.InPoints)
            {
                yield return new("review.criteria.gone", null, key);
            }
            else if (score.Level is { } level && !Enum.IsDefined(level))
            {
                yield return new("review.criteria.gone", null, key);
            }
            else if (score.Points is { } points && (points < 0 || points > (criterion.Most ?? Whole)))
            {
                yield return new("review.criteria.points", null, key, criterion.Most ?? Whole);
            }
            else if (score.Points is { } fraction && decimal.Round(fraction, 2) != fraction)
            {
                yield return new("review.criteria.decimals", null, key);
            }
        }
    }

    public static CriteriaResult Judge(CriteriaSet set, IReadOnlyDictionary<string, CriterionScore> given)
    {
        var scores = set.All.Select(c => (Of: c, Score: given.GetValueOrDefault(c.Key))).ToList();
        var bonus = scores.Where(s => s.Of.IsBonus).Sum(s => s.Score.Points ?? 0);
        return new(
            scores.Exists(s => s.Score.IsGiven),
            scores.TrueForAll(s => s.Of.IsBonus || s.Score.IsGiven),
            scores.Where(s => !s.Of.IsBonus).Sum(s => s.Score.Points ?? 0) + Math.Min(bonus, set.BonusMost ?? bonus),
            // The best level is the smallest number.
            scores.Max(s => s.Score.Level),
            scores.Where(s => set.ResultGroups.Contains(s.Of.Group)).Max(s => s.Score.Level)
        );
    }

    private static IEnumerable<Criterion> Own(RuleSet set, string group, bool isInPoints)
    {
        var most = isInPoints ? MostOf(set, group) : null;
        return
            group == Results
            && most is { } results
            && set["points_progress_percent"].Known is { } progress
            && set["points_quality_percent"].Known is { } quality
            && progress + quality == Whole
            ? [new(Progress, group, null, results * progress / Whole), new(Quality, group, null, results * quality / Whole)]
            : [new(group, group, null, most)];
    }
}
