namespace TongKet.Domain.Reviews;

/// <summary>Of what the share of Excellent is taken. Which one is in force is data of the rule set (rules.md §3.5).</summary>
public enum CapBase : byte
{
    /// <summary>Those graded Good, without the Excellent.</summary>
    GoodOnly,

    /// <summary>Good and Excellent together.</summary>
    GoodOrBetter,

    /// <summary>All graded.</summary>
    Rated,
}

/// <summary>How many of a group may be Excellent in one reading: limit, and room left (below nothing: exceeded).</summary>
public sealed record CapReading(CapBase Base, int BaseCount, int Limit, int Room);

/// <summary>The grades of one group of similar duty, as far as the cap needs them.</summary>
public sealed record CapGroup(string Name, int Rated, int Excellent, int Good);

/// <summary>
/// Tỷ lệ khống chế: at most so many percent of a base may be graded Excellent within a group of similar duty
/// (QĐ 124 art. 12; HD 21 within each TCCSĐ for members). «Not exceed» rounds down, unless the rule set says else.
/// </summary>
public static class ExcellentCapRule
{
    public static CapReading Read(CapGroup group, CapBase @base, decimal percent, bool roundsDown = true)
    {
        var count = @base switch
        {
            CapBase.GoodOnly => group.Good,
            CapBase.GoodOrBetter => group.Good + group.Excellent,
            _ => group.Rated,
        };
        var exact = count * percent / 100m;
        var limit = (int)(roundsDown ? Math.Floor(exact) : Math.Round(exact, MidpointRounding.AwayFromZero));
        return new(@base, count, limit, limit - group.Excellent);
    }

    /// <summary>Every reading, literal first, so that each is seen beside the one in force.</summary>
    public static IReadOnlyList<CapReading> ReadAll(CapGroup group, decimal percent, bool roundsDown = true) =>
        [.. Enum.GetValues<CapBase>().Select(b => Read(group, b, percent, roundsDown))];
}
