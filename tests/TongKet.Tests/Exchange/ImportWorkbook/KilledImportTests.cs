using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;
using TongKet.Domain.Members;
using TongKet.Store;
using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ImportWorkbook.Small;

namespace TongKet.Tests.Exchange.ImportWorkbook;

/// <summary>The program killed while it imports, at several moments: all of the file is there, or nothing of it.</summary>
public sealed class KilledImportTests
{
    private const int People = 3000;

    [Theory, OnBothDatabases]
    public async Task Killed_in_the_middle_leaves_nothing_half_written(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World());
        var before = await desk.LinesAsync();
        var path = Big().Save(Path.Combine(TempFolder.New(), "lớn.xlsx"));
        var nothing = 0;
        foreach (var wait in new[] { 0, 50, 150, 300 })
        {
            using (var program = Start(path, desk.Address))
            {
                while (!program.HasExited && !await IsWritingAsync(kind, desk.Address))
                {
                    await Task.Delay(5, TestContext.Current.CancellationToken);
                }

                await Task.Delay(wait, TestContext.Current.CancellationToken);
                program.Kill();
                await program.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            var members = await desk.LookAsync(s => s.Set<Member>().CountAsync());
            var lines = await desk.LinesAsync();
            Assert.Contains((members, lines), new[] { (0, before), (People, before + 2 * People) });
            if (members > 0)
            {
                break;
            }

            nothing++;
        }

        // At least once it was really in the middle.
        Assert.InRange(nothing, 1, 4);
        using var whole = Start(path, desk.Address);
        await whole.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, whole.ExitCode);
        Assert.Equal(People, await desk.LookAsync(s => s.Set<Stay>().CountAsync()));
        Assert.Equal(before + 2 * People, await desk.LinesAsync());
    }

    private static WorkbookBuilder Big()
    {
        var file = World();
        foreach (var n in Enumerable.Range(1, People))
        {
            file.Member($"Đảng viên {n}", n % 2 == 0 ? "H.1.1" : "H.2");
        }

        return file;
    }

    private static Process Start(string file, string address)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "TongKet.dll"),
            "import",
            file,
            "--year",
            "2023",
            "--db",
            address,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var program = Process.Start(start)!;
        // Read away, so that it never waits for a reader.
        program.OutputDataReceived += (_, _) => { };
        program.ErrorDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        return program;
    }

    /// <summary>Seen from outside: somebody holds the lock under which an import plans and writes.</summary>
    private static async Task<bool> IsWritingAsync(DatabaseKind kind, string address)
    {
        var connectionString = DatabaseAddress.Parse(address)!.ConnectionString;
        if (kind == DatabaseKind.PostgreSql)
        {
            await using var postgres = new NpgsqlConnection(connectionString);
            await postgres.OpenAsync();
            await using var locks = new NpgsqlCommand(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7410",
                postgres
            );
            return (long)(await locks.ExecuteScalarAsync())! > 0;
        }

        await using var sqlite = new SqliteConnection(connectionString + ";Pooling=false");
        await sqlite.OpenAsync();
        // Asked of SQLite itself: the driver would wait for the lock.
        raw.sqlite3_busy_timeout(sqlite.Handle!, 0);
        return raw.sqlite3_exec(sqlite.Handle!, "BEGIN IMMEDIATE") == raw.SQLITE_BUSY;
    }
}
