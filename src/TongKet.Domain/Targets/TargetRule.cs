using TongKet.Domain.Values;

namespace TongKet.Domain.Targets;

/// <summary>What came of a target: percent done, percent over, met or not; nulls where nothing is known.</summary>
public sealed record TargetResult(decimal? Actual, decimal? DonePercent, decimal? OverPercent, bool? IsMet);

/// <summary>Completion arithmetic of targets: done = actual / assigned × 100, over = done − 100.</summary>
public static class TargetRule
{
    public static TargetResult Measure(Target target, decimal? measured)
    {
        var actual = target.FigureCode is null ? target.ManualResult : measured;
        if (actual is null)
        {
            return new(null, null, null, null);
        }

        var met = target.Direction switch
        {
            TargetDirection.AtLeast => actual >= target.AssignedValue,
            TargetDirection.AtMost => actual <= target.AssignedValue,
            _ => actual == target.AssignedValue,
        };
        var done = Rounding.Percent(actual, target.AssignedValue);
        return new(actual, done, done - 100m, met);
    }

    /// <summary>
    /// How much is still to be done within the year towards a number that is to be reached; null where there is
    /// nothing to do any more, or nothing that could be counted (a share, a limit).
    /// </summary>
    public static decimal? Remaining(Target target, TargetResult result) =>
        target.Direction != TargetDirection.AtMost
        && !IsPercent(target.Unit)
        && result.Actual is { } actual
        && actual < target.AssignedValue
            ? target.AssignedValue - actual
            : null;

    /// <summary>Conferences of the year's end look at its last weeks as at the whole: what is not met in December is missed.</summary>
    public static bool YearIsOver(int year, DateOnly asOf) => asOf >= new DateOnly(year, 12, 1);

    /// <summary>Whole months that are left of the year after a day.</summary>
    public static int MonthsLeft(DateOnly asOf) => 12 - asOf.Month;

    public static bool IsPercent(string unit) =>
        unit.Trim() == "%" || unit.Contains("phần trăm", StringComparison.OrdinalIgnoreCase);
}
