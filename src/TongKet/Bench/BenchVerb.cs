using System.CommandLine;
using TongKet.Cli;
using TongKet.Generate;
using TongKet.Web;

namespace TongKet.Bench;

/// <summary>
/// bench [--members 5000] [--json]: the numbers to reach, as ratios measured in one run on databases of its own. bench
/// --national [--members 5600000] measures the figures of a generated nation alone, at a sixteenth, a quarter and the whole.
/// </summary>
public static class BenchVerb
{
    private const int UsualMembers = 5_000;

    /// <summary>The nation of a run that shall be short; numbers of a real one need <c>--national</c>.</summary>
    private const int SmallNation = 16_000;

    public static Func<VerbHost, Command> Of(IReadOnlyList<Action<IServiceCollection>> rooms) =>
        host =>
        {
            var members = new Option<int?>("--members") { Description = Words.Get("bench.option.members") };
            var national = new Option<bool>("--national") { Description = Words.Get("bench.option.national") };
            var data = new Option<string?>("--data") { Description = Words.Get("bench.option.data") };
            var only = new Option<string?>("--on") { Description = Words.Get("bench.option.on") };
            only.AcceptOnlyFromAmong("sqlite", "postgresql");
            var shares = new Option<int[]>("--shares")
            {
                Description = Words.Get("bench.option.shares"),
                AllowMultipleArgumentsPerToken = true,
                DefaultValueFactory = _ => [16, 4, 1],
            };
            var parts = new Option<NationalPart[]>("--parts")
            {
                Description = Words.Get("bench.option.parts"),
                AllowMultipleArgumentsPerToken = true,
                DefaultValueFactory = _ => Enum.GetValues<NationalPart>(),
            };
            var command = new Command("bench", Words.Get("bench.verb")) { members, national, data, only, shares, parts };
            command.SetAction(
                async (parse, cancel) =>
                {
                    var run = host.WithoutStore(parse);
                    var isNational = parse.GetValue(national);
                    var goals = isNational
                        ? []
                        : await MeasureAsync(host, rooms, parse.GetValue(members) ?? UsualMembers, run, cancel);
                    var size = isNational ? parse.GetValue(members) ?? NationSize.Whole : SmallNation;
                    bool[] databases = parse.GetValue(only) is { } one ? [one == "postgresql"] : [false, true];
                    var nation = await MeasureNationAsync(
                        rooms,
                        parse.GetValue(data),
                        run,
                        bench => bench.RunAsync(size, parse.GetRequiredValue(shares), databases, parse.GetRequiredValue(parts)),
                        cancel
                    );
                    BenchTable.Write(run, [.. goals, .. nation.Goals], nation.Measured);
                    return 0;
                }
            );
            return command;
        };

    /// <param name="data">A folder in which the nations stay for the next run.</param>
    private static async Task<NationalResult> MeasureNationAsync(
        IReadOnlyList<Action<IServiceCollection>> rooms,
        string? data,
        VerbRun run,
        Func<NationalBench, Task<NationalResult>> measure,
        CancellationToken cancel
    )
    {
        var folder = data ?? Directory.CreateTempSubdirectory("tongket-bench-").FullName;
        Directory.CreateDirectory(folder);
        try
        {
            await using var cluster = await PrivatePostgreSql.StartAsync(durable: true, buffers: "2GB", data);
            return await measure(new(rooms, cluster, folder, run, cancel) { KeepsData = data is not null });
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (data is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

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

    private static double Ratio(double a, double b) => Math.Round(a / b, 3);

    private static string Ms(double ms) => ms.ToString("#,0.0", Words.Vietnamese);

    private static string Rate(double rate) => rate.ToString("#,0", Words.Vietnamese);
}
