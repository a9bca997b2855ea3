using System.Diagnostics;

namespace TongKet.Bench;

/// <summary>One way to answer a question, put so many times in a row where once is too short to time.</summary>
/// <param name="Took">Tells what the last answer took where that is less than the whole call.</param>
public sealed record Way(string Name, Func<Task> Ask, int Times = 1, Func<TimeSpan>? Took = null);

/// <summary>What a way took: milliseconds for one answer.</summary>
public sealed record WayTime(string Name, double Median, double Least, double Most, int Runs);

/// <summary>Ways that answer the same, in turn within each round, once to warm before.</summary>
public static class WayRounds
{
    /// <summary>A way that takes longer than this once is asked twice, and its number of runs says so.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(8);

    /// <summary>Longer than this: once.</summary>
    private static readonly TimeSpan VeryLong = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<WayTime>> RunAsync(IReadOnlyList<Way> ways, CancellationToken cancel)
    {
        var taken = ways.Select(_ => new List<double>()).ToArray();
        var runs = new int[ways.Count];
        for (var i = 0; i < ways.Count; i++)
        {
            var warm = await OnceAsync(ways[i]);
            var isLong = warm * ways[i].Times > Long.TotalMilliseconds;
            runs[i] =
                warm > VeryLong.TotalMilliseconds ? 0
                : isLong ? 1
                : Rounds.Count;
            if (isLong)
            {
                taken[i].Add(warm);
            }
        }

        for (var round = 0; round < Rounds.Count; round++)
        {
            for (var i = 0; i < ways.Count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                if (round < runs[i])
                {
                    taken[i].Add(await OnceAsync(ways[i]));
                }
            }
        }

        return
        [
            .. ways.Select(
                (w, i) => new WayTime(w.Name, Rounds.Median(taken[i]), taken[i].Min(), taken[i].Max(), taken[i].Count)
            ),
        ];
    }

    private static async Task<double> OnceAsync(Way way)
    {
        var start = Stopwatch.GetTimestamp();
        var told = TimeSpan.Zero;
        for (var i = 0; i < way.Times; i++)
        {
            await way.Ask();
            told += way.Took?.Invoke() ?? TimeSpan.Zero;
        }

        return (way.Took is null ? Stopwatch.GetElapsedTime(start) : told).TotalMilliseconds / way.Times;
    }
}
