using System.Collections.Concurrent;
using System.Globalization;

namespace TongKet.Web;

/// <summary>
/// How long work of a kind took lately on this machine, so that whoever waits for it again sees how much is left. Kept in
/// memory alone: after a start nothing is known, and the bar then says only that it runs.
/// </summary>
public sealed class UsualTimes(TimeProvider clock)
{
    private const double WeightOfLast = 0.3;

    private readonly ConcurrentDictionary<string, double> millisecondsByUnit = new(StringComparer.Ordinal);

    /// <param name="units">How much of it was done: rows, bytes, or 1; what did nothing says nothing.</param>
    public async Task<T> MeasureAsync<T>(string work, Func<T, double> units, Func<Task<T>> act)
    {
        var start = clock.GetTimestamp();
        var done = await act();
        if (units(done) is var count and > 0)
        {
            var took = clock.GetElapsedTime(start).TotalMilliseconds / count;
            millisecondsByUnit.AddOrUpdate(work, took, (_, before) => before + WeightOfLast * (took - before));
        }

        return done;
    }

    /// <summary>Milliseconds to expect, as the page's script reads them; empty where nothing is known.</summary>
    public string Expected(string work, double units = 1) =>
        millisecondsByUnit.TryGetValue(work, out var each)
            ? Math.Round(each * Math.Max(1, units), each < 1 ? 6 : 0).ToString(CultureInfo.InvariantCulture)
            : "";
}
