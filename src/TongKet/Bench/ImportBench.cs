using ExcelDataReader;
using Microsoft.Data.Sqlite;
using Npgsql;
using TongKet.Cli;
using TongKet.Domain.Access;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Store;

namespace TongKet.Bench;

/// <summary>Preview and apply of a district's workbook, against only reading its cells with the library.</summary>
public static class ImportBench
{
    public static async Task<(double Reading, double Sqlite, double PostgreSql)> RunAsync(
        VerbHost host,
        byte[] workbook,
        string folder,
        PrivatePostgreSql cluster,
        CancellationToken cancel
    )
    {
        var empty = Path.Combine(folder, "empty.db");
        await MigrateAsync(host, "sqlite:" + empty, cancel);
        await MigrateAsync(host, await cluster.CreateDatabaseAsync("bench_empty"), cancel);
        NpgsqlConnection.ClearAllPools();
        SqliteConnection.ClearAllPools();
        var round = 0;
        var medians = new List<double>[] { [], [], [] };
        for (; round <= Rounds.Count; round++)
        {
            var file = Path.Combine(folder, $"import{round}.db");
            File.Copy(empty, file, overwrite: true);
            var database = await cluster.CreateDatabaseAsync($"bench_{round}", "bench_empty");
            Func<Task>[] ways =
            [
                () => Task.Run(() => Read(workbook), cancel),
                () => ImportAsync(host, "sqlite:" + file, workbook, cancel),
                () => ImportAsync(host, database, workbook, cancel),
            ];
            for (var i = 0; i < ways.Length; i++)
            {
                var start = System.Diagnostics.Stopwatch.GetTimestamp();
                await ways[i]();
                if (round > 0)
                {
                    medians[i].Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        return (Rounds.Median(medians[0]), Rounds.Median(medians[1]), Rounds.Median(medians[2]));
    }

    public static async Task MigrateAsync(VerbHost host, string address, CancellationToken cancel)
    {
        await using var services = host.Services(DatabaseAddress.Parse(address)!);
        await using var scope = services.CreateAsyncScope();
        await StoreSetup.MigrateAsync(scope.ServiceProvider.GetRequiredService<AppStore>(), cancel);
    }

    /// <summary>What the office does: looks at the preview, then applies.</summary>
    public static async Task ImportAsync(VerbHost host, string address, byte[] workbook, CancellationToken cancel)
    {
        await using var services = host.Services(DatabaseAddress.Parse(address)!);
        await using var scope = services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService<ImportWorkbookHandler>();
        using var stream = new MemoryStream(workbook, writable: false);
        var received = ReceivedWorkbook.Read(stream, "bench.xlsx", null, new DateOnly(BenchWorkbook.Year + 1, 1, 1));
        var actor = Actor.Operator("bench");
        var preview = await handler.HandleAsync(new(received, PreviewOnly: true), actor, cancel);
        var applied = await handler.HandleAsync(new(received, ExpectedPlan: preview.Value?.PlanDigest), actor, cancel);
        if (applied.Value is not { Applied: true })
        {
            throw new InvalidOperationException(
                "The bench's own workbook was not applied: "
                    + string.Join(
                        "; ",
                        (applied.Value?.Errors ?? []).Take(3).Select(e => $"{e.Sheet} {e.Row} {e.Column}: {e.Message}")
                    )
            );
        }
    }

    private static void Read(byte[] workbook)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var stream = new MemoryStream(workbook, writable: false);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        var cells = 0;
        do
        {
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    cells += reader.GetValue(i) is null ? 0 : 1;
                }
            }
        } while (reader.NextResult());
        if (cells == 0)
        {
            throw new InvalidOperationException("The workbook has no cell.");
        }
    }
}
