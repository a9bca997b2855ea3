using System.Globalization;
using TongKet.Cli;
using TongKet.Web;

namespace TongKet.Bench;

/// <summary>What the bench answers: the ways side by side, then every goal with its limit and what was got.</summary>
public static class BenchTable
{
    public static void Write(VerbRun run, IReadOnlyList<Goal> goals, IReadOnlyList<Measured> measured)
    {
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    goals = goals.Select(g => new
                    {
                        id = g.Id,
                        limit = g.Limit,
                        got = g.Got,
                        met = g.Met,
                    }),
                    ways = measured.SelectMany(m =>
                        m.Ways.Select(w => new
                        {
                            share = m.Share,
                            database = m.Database,
                            question = m.Question,
                            way = w.Name,
                            ms = Math.Round(w.Median, 4),
                            least = Math.Round(w.Least, 4),
                            most = Math.Round(w.Most, 4),
                            runs = w.Runs,
                        })
                    ),
                    load = double.TryParse(load, CultureInfo.InvariantCulture, out var number) ? number : (double?)null,
                }
            );
            return;
        }

        WriteWays(run, measured);
        run.WriteTable(
            Words.Get("bench.title", load),
            [
                Words.Get("bench.column.goal"),
                Words.Get("bench.column.limit"),
                Words.Get("bench.column.got"),
                Words.Get("bench.column.met"),
            ],
            goals.Select(g =>
                new[]
                {
                    g.What,
                    (g.IsAtLeast ? "≥ " : "≤ ") + g.Limit.ToString(Words.Vietnamese),
                    g.Got?.ToString("#,0.###", Words.Vietnamese) ?? Words.Get("bench.not-measured"),
                    Words.Get(g.Met ? "bench.met" : "bench.not-met"),
                }
            ),
            1,
            2
        );
    }

    private static void WriteWays(VerbRun run, IReadOnlyList<Measured> measured) =>
        run.WriteTable(
            Words.Get("bench.ways.title"),
            [
                Words.Get("bench.ways.share"),
                Words.Get("bench.ways.database"),
                Words.Get("bench.ways.question"),
                Words.Get("bench.ways.way"),
                Words.Get("bench.ways.ms"),
                Words.Get("bench.ways.range"),
                Words.Get("bench.ways.runs"),
            ],
            measured.SelectMany(m =>
                m.Ways.Select(w =>
                    new[]
                    {
                        m.Share == 1 ? "1" : $"1/{m.Share}",
                        m.Database,
                        Words.Get("bench.question." + m.Question),
                        Words.Get("bench.way." + w.Name),
                        Ms(w.Median),
                        $"{Ms(w.Least)}–{Ms(w.Most)}",
                        $"{w.Runs}",
                    }
                )
            ),
            4,
            5,
            6
        );

    private static string Ms(double ms) => ms.ToString(ms < 1 ? "0.000" : "#,0.0", Words.Vietnamese);
}
