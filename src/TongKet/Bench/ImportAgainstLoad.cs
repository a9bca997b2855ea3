using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TongKet.Cli;
using TongKet.Domain.Access;
using TongKet.Exchange.ReceiveFolder;
using TongKet.Store;

namespace TongKet.Bench;

/// <summary>What import and bare load took, in milliseconds, and how often they were timed.</summary>
public sealed record ImportedAndLoaded(double Import, double Load, int Runs);

/// <summary>
/// Import of workbooks with all checks and change lines, against the store's own best load of the very rows that came of
/// it, into the same tables and indexes.
/// </summary>
public sealed class ImportAgainstLoad(VerbHost host, string folder, PrivatePostgreSql cluster, CancellationToken cancel)
{
    private static readonly string[] Tables =
    [
        "organization",
        "organization_version",
        "organization_place",
        "member",
        "stay",
        "member_condition_span",
        "member_post",
        "member_grade",
        "organization_grade",
        "change_line",
        "change_value",
    ];

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Milliseconds of import and load on each database, medians of three; of one round where that takes longer than a
    /// reader of the result would wait for three.
    /// </summary>
    /// <param name="workbooks">A folder of workbooks, which are imported one after the other.</param>
    public async Task<ImportedAndLoaded> MeasureAsync(string workbooks, bool isPostgreSql)
    {
        var (imports, loads) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3 && (round == 0 || imports[0] + loads[0] < Long.TotalMilliseconds); round++)
        {
            var imported = await EmptyAsync($"imported{round}", isPostgreSql);
            var loaded = await EmptyAsync($"loaded{round}", isPostgreSql);
            imports.Add(await TimeAsync(() => ImportAsync(imported, workbooks)));
            loads.Add(isPostgreSql ? await CopyAsync(imported, loaded) : await AttachAsync(imported, loaded));
            await DropAsync(imported, isPostgreSql);
            await DropAsync(loaded, isPostgreSql);
        }

        return new(Rounds.Median(imports), Rounds.Median(loads), imports.Count);
    }

    /// <summary>What an office does that gathers them: lays them in a folder and has the folder read.</summary>
    private async Task ImportAsync(string address, string workbooks)
    {
        await using var services = host.Services(DatabaseAddress.Parse(address)!);
        await using var scope = services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService<ReceiveFolderHandler>();
        var files = await handler.HandleAsync(
            new(workbooks, BenchWorkbook.Year, PreviewOnly: false),
            Actor.Operator("bench"),
            cancel
        );
        if (files.FirstOrDefault(f => f.Result is not { Applied: true }) is { } failed)
        {
            throw new InvalidOperationException(
                $"The bench's own workbook was not applied: {failed.Refused ?? failed.Result?.Errors[0].Message}"
            );
        }
    }

    private async Task<string> EmptyAsync(string name, bool isPostgreSql)
    {
        var address = isPostgreSql
            ? await cluster.CreateDatabaseAsync($"bench_{name}")
            : "sqlite:" + Path.Combine(folder, name + ".db");
        await ImportBench.MigrateAsync(host, address, cancel);
        return address;
    }

    private async Task DropAsync(string address, bool isPostgreSql)
    {
        if (isPostgreSql)
        {
            await cluster.DropDatabaseAsync(address);
            return;
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in (string[])["", "-wal", "-shm"])
        {
            File.Delete(address["sqlite:".Length..] + file);
        }
    }

    private async Task<double> AttachAsync(string from, string to)
    {
        await using var services = host.Services(DatabaseAddress.Parse(to)!);
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<AppStore>();
        await store.Database.OpenConnectionAsync(cancel);
        await store.Database.ExecuteSqlAsync($"ATTACH {from["sqlite:".Length..]} AS imported", cancel);
        return await TimeAsync(async () =>
        {
            await using var transaction = await store.Database.BeginTransactionAsync(cancel);
            foreach (var table in Tables)
            {
                var insert = $"INSERT INTO main.{table} SELECT * FROM imported.{table} ORDER BY 1";
                await store.Database.ExecuteSqlRawAsync(insert, cancel);
            }

            await transaction.CommitAsync(cancel);
        });
    }

    private async Task<double> CopyAsync(string from, string to)
    {
        var files = Path.Combine(Path.GetTempPath(), $"tongket-bench-{Guid.NewGuid():N}");
        Directory.CreateDirectory(files);
        if (!OperatingSystem.IsWindows())
        {
            // The server writes there, which runs under an account of its own.
            File.SetUnixFileMode(files, (UnixFileMode)511);
        }

        try
        {
            await InAsync(
                from,
                async store =>
                {
                    foreach (var table in Tables)
                    {
                        var copy = $"COPY {table} TO '{files}/{table}' (FORMAT BINARY)";
                        await store.Database.ExecuteSqlRawAsync(copy, cancel);
                    }
                }
            );
            var taken = 0.0;
            await InAsync(
                to,
                async store =>
                    taken = await TimeAsync(async () =>
                    {
                        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
                        foreach (var table in Tables)
                        {
                            var copy = $"COPY {table} FROM '{files}/{table}' (FORMAT BINARY)";
                            await store.Database.ExecuteSqlRawAsync(copy, cancel);
                        }

                        await transaction.CommitAsync(cancel);
                    })
            );
            return taken;
        }
        finally
        {
            Directory.Delete(files, recursive: true);
        }
    }

    private async Task InAsync(string address, Func<AppStore, Task> what)
    {
        await using var services = host.Services(DatabaseAddress.Parse(address)!);
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<AppStore>();
        store.Database.SetCommandTimeout(TimeSpan.Zero);
        await what(store);
    }

    private static async Task<double> TimeAsync(Func<Task> what)
    {
        var start = Stopwatch.GetTimestamp();
        await what();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
