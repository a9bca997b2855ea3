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
}
