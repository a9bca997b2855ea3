namespace TongKet.Domain.Reviews;

/// <summary>One criterion by which a subject is assessed (QĐ 132, QĐ 124: a level; QĐ 366: points).</summary>
/// <param name="Key">What its level or points are kept under; of a committee's own criterion «c» and its id.</param>
/// <param name="Group">The group of the rule set that it belongs to.</param>
/// <param name="Name">As the committee's list has it; null where the rule set's own words name it.</param>
/// <param name="Most">The most points it may be given; null where levels are given, or where no source tells.</param>
public sealed record Criterion(string Key, string Group, string? Name, decimal? Most)
{
    /// <summary>Beyond the hundred; nobody has to be given any.</summary>
    public bool IsBonus => Group == CriteriaRule.Bonus;
}

/// <summary>What a criterion was given: a level or points; neither where it was given nothing yet.</summary>
public readonly record struct CriterionScore(CriterionLevel? Level, decimal? Points)
{
    public bool IsGiven => Level is not null || Points is not null;
}

/// <summary>The criteria of one subject in one review.</summary>
/// <param name="InPoints">Points are given, not levels (since QĐ 366).</param>
/// <param name="ResultGroups">The groups of criteria on results, which Excellent and Good ask more of.</param>
/// <param name="BonusMost">The most that bonus adds, in points; null where no source tells.</param>
/// <param name="List">The committee's list they are taken from; null where they are the groups of the rule set.</param>
public sealed record CriteriaSet(
    IReadOnlyList<Criterion> All,
    bool InPoints,
    IReadOnlyList<string> ResultGroups,
    decimal? BonusMost,
    LocalCriteria? List
)
{
    public Criterion? Find(string key) => All.FirstOrDefault(c => c.Key == key);
}

/// <summary>What comes of the criteria that were given something.</summary>
/// <param name="IsComplete">Every criterion but the bonus was.</param>
/// <param name="Sum">Points so far, the bonus no more than it may add.</param>
/// <param name="Lowest">The lowest level given to any criterion.</param>
/// <param name="LowestResult">The lowest given to one on results.</param>
public sealed record CriteriaResult(
    bool IsGiven,
    bool IsComplete,
    decimal Sum,
    CriterionLevel? Lowest,
    CriterionLevel? LowestResult
);
