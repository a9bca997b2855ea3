using System.CommandLine;
using System.Globalization;
using TongKet.Cli;
using TongKet.Web;

namespace TongKet.Bench;

/// <summary>bench [--members 5000] [--json]: the numbers to reach, as ratios measured in one run on databases of its own.</summary>
public static class BenchVerb
{
    public static Func<VerbHost, Command> Of(IReadOnlyList<Action<IServiceCollection>> rooms) =>
        host =>
        {
            var members = new Option<int>("--members")
            {
                Description = Words.Get("bench.option.members"),
                DefaultValueFactory = _ => 5000,
            };
            var command = new Command("bench", Words.Get("bench.verb")) { members };
            command.SetAction(
                async (parse, cancel) =>
                {
                    var run = host.WithoutStore(parse);
                    var goals = await MeasureAsync(host, rooms, parse.GetValue(members), run, cancel);
                    Write(run, goals);
                    return 0;
                }
            );
            return command;
        };

    private static async Task<IReadOnlyList<Goal>> MeasureAsync(
        VerbHost host,
        IReadOnlyList<Action<IServiceCollection>> rooms,
        int members,
        VerbRun run,
        CancellationToken cancel
    )
    {
        var folder = Directory.CreateTempSubdirectory("tongket-bench-").FullName;
        try
        {
            await using var cluster = await PrivatePostgreSql.StartAsync(durable: true);
            var workbook = BenchWorkbook.Write(members);
            var import = await ImportBench.RunAsync(host, workbook, folder, cluster, cancel);
            run.Note(Words.Get("bench.import", Ms(import.Reading), Ms(import.Sqlite), Ms(import.PostgreSql)));
            var address = "sqlite:" + Path.Combine(folder, "pages.db");
            await ImportBench.MigrateAsync(host, address, cancel);
            await ImportBench.ImportAsync(host, address, workbook, cancel);
            var pages = await PageBench.RunAsync(rooms, address, cancel);
            run.Note(
                Words.Get("bench.pages", Ms(pages.Members), Ms(pages.Report), Rate(pages.ConstantRate), Rate(pages.MembersRate))
            );
            return
            [
                new("import-sqlite", Words.Get("bench.goal.import"), 4, Ratio(import.Sqlite, import.Reading)),
                new("report-page", Words.Get("bench.goal.report"), 30, Ratio(pages.Report, pages.Members)),
                new(
                    "members-page-rate",
                    Words.Get("bench.goal.rate"),
                    0.25,
                    Ratio(pages.MembersRate, pages.ConstantRate),
                    IsAtLeast: true
                ),
            ];
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(VerbRun run, IReadOnlyList<Goal> goals)
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
                    load = double.TryParse(load, CultureInfo.InvariantCulture, out var number) ? number : (double?)null,
                }
            );
            return;
        }

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
                    g.Got.ToString("0.##", Words.Vietnamese),
                    Words.Get(g.Met ? "bench.met" : "bench.not-met"),
                }
            ),
            1,
            2
        );
    }

    private static double Ratio(double a, double b) => Math.Round(a / b, 3);

    private static string Ms(double ms) => ms.ToString("#,0.0", Words.Vietnamese);

    private static string Rate(double rate) => rate.ToString("#,0", Words.Vietnamese);
}
