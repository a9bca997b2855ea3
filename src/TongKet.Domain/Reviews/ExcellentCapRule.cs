using TongKet.Domain.Values;

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

    /// <summary>The same by the rules of a kind of object, with what a competent level decided for this group.</summary>
    public static CapReading Read(CapGroup group, CapRules rules, CapDecision? decision = null)
    {
        var reading = Read(group, rules.Base, decision?.Percent ?? rules.Percent, rules.RoundsDown);
        // A group too small for one, where the rule set knows that and somebody decided it.
        return decision?.AllowsOne == true && rules.AllowsOneInSmallGroup && reading is { Limit: 0, BaseCount: > 0 }
            ? reading with
            {
                Limit = 1,
                Room = 1 - group.Excellent,
            }
            : reading;
    }

    /// <summary>
    /// How many of the Excellent would have to be graded Good, so that the rest is within the limit. Fewer than are over
    /// where the base is those graded Good: each that changes widens it.
    /// </summary>
    public static int MustChange(CapGroup group, CapRules rules, CapDecision? decision = null)
    {
        var change = 0;
        while (
            change < group.Excellent
            && Read(group with { Excellent = group.Excellent - change, Good = group.Good + change }, rules, decision).Room < 0
        )
        {
            change++;
        }

        return change;
    }

    /// <summary>Null where a decision for a group is one that the rule set knows.</summary>
    public static Refusal? Check(CapRules rules, CapDecision decision) =>
        string.IsNullOrWhiteSpace(decision.Number) ? new("review.cap.decision-without-number")
        : decision.Percent is { } && rules.ExceptionPercent is null ? new("review.cap.no-exception", rules.Article)
        : decision.Percent > rules.ExceptionPercent
            ? new("review.cap.exception-too-high", rules.Article, decision.Percent, rules.ExceptionPercent)
        : decision.Percent <= rules.Percent ? new("review.cap.exception-too-low", rules.Article, decision.Percent, rules.Percent)
        : decision.AllowsOne && !rules.AllowsOneInSmallGroup ? new("review.cap.small-group-not-allowed", rules.Article)
        : null;
}
