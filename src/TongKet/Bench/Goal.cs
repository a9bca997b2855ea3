using System.Diagnostics;

namespace TongKet.Bench;

/// <summary>One number to reach, as a ratio measured in one run. Where <see cref="IsAtLeast"/>, more is better.</summary>
/// <param name="Got">Null where it was not measured.</param>
public sealed record Goal(string Id, string What, double Limit, double? Got, bool IsAtLeast = false)
{
    public bool Met => Got is { } got && (IsAtLeast ? got >= Limit : got <= Limit);
}

/// <summary>Timings of ways that are compared: alternated in one run, the median of each.</summary>
public static class Rounds
{
    public const int Count = 5;

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Each way once to warm, then all in turn; medians in milliseconds, in the order of the ways.</summary>
    public static async Task<double[]> AlternateAsync(params Func<Task>[] ways)
    {
        var taken = ways.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < Count; round++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await ways[i]();
                if (round >= 0)
                {
                    taken[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        return [.. taken.Select(Median)];
    }
}
