using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(TongKet.Tests.Support.PostgreSqlCluster))]

namespace TongKet.Tests.Support;

/// <summary>
/// A PostgreSQL cluster of this test run alone: made on first use in a temporary folder, reachable on loopback only,
/// removed at the end. No PostgreSQL on the machine is an error with a sentence, never a skipped test.
/// </summary>
public sealed class PostgreSqlCluster : IAsyncDisposable
{
    private const string User = "tongket";

    // The shell lives as long as its standard input is open: when this process ends, in whatever way, the pipe closes
    // and the cluster goes with it.
    private const string Script = """
        trap '' INT HUP
        bin=$1 dir=$2 port=$3
        mkdir -m 700 "$dir" || exit 1
        "$bin/initdb" -D "$dir/data" -U tongket -A trust --no-sync --encoding=UTF8 \
            --locale-provider=icu --icu-locale=vi-VN --locale=C.UTF-8 >"$dir/log" 2>&1 &&
        "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w start -o "-p $port -k $dir -c listen_addresses=127.0.0.1 \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 \
            -c timezone=UTC -c shared_buffers=128MB" >/dev/null 2>&1 </dev/null
        if [ $? -eq 0 ]; then echo ready; else tail -n 20 "$dir/log"; fi
        cat >/dev/null
        "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1
        rm -rf "$dir"
        """;

    private readonly SemaphoreSlim gate = new(1);
    private Process? shell;
    private int port;
    private string? template;
    private int made;

    /// <summary>A new database: empty, or with the schema of the program.</summary>
    public async Task<string> CreateDatabaseAsync(bool migrated)
    {
        await EnsureStartedAsync();
        var name = $"test_{Interlocked.Increment(ref made)}";
        var from = migrated ? await TemplateAsync() : "template0";
        await ExecuteAsync($"create database {name} template {from}");
        return Address(name);
    }

    public async Task DropDatabaseAsync(string address) =>
        await ExecuteAsync($"drop database if exists {new Uri(address).AbsolutePath[1..]} with (force)");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (shell is not null)
        {
            shell.StandardInput.Close();
            await shell.WaitForExitAsync();
            shell.Dispose();
        }

        gate.Dispose();
    }

    private async Task<string> TemplateAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (template is null)
            {
                await ExecuteAsync("create database migrated template template0");
                await Stores.MigrateAsync(Address("migrated"));
                // A database with open connections cannot be copied.
                NpgsqlConnection.ClearAllPools();
                template = "migrated";
            }

            return template;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task EnsureStartedAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (shell is null)
            {
                await StartAsync();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task StartAsync()
    {
        var bin = ProgramFolder();
        port = FreePort();
        var folder = Path.Combine(Path.GetTempPath(), $"tongket-pg-{Guid.NewGuid():N}");
        var start = new ProcessStartInfo
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // PostgreSQL refuses to run as root; Debian's package brings the account postgres.
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", "sh"] : ["sh"];
        start.FileName = command[0];
        foreach (var argument in (string[])[.. command[1..], "-c", Script, "sh", bin, folder, $"{port}"])
        {
            start.ArgumentList.Add(argument);
        }

        start.WorkingDirectory = "/";
        var started = Process.Start(start)!;
        var answer = await started.StandardOutput.ReadLineAsync();
        if (answer != "ready")
        {
            started.StandardInput.Close();
            throw new InvalidOperationException(
                $"PostgreSQL of {bin} did not start: {answer}\n{await started.StandardOutput.ReadToEndAsync()}"
            );
        }

        shell = started;
    }

    private string Address(string database) => $"postgres://{User}@127.0.0.1:{port}/{database}";

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            $"Host=127.0.0.1;Port={port};Username={User};Database=postgres;Pooling=false"
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string ProgramFolder()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        // Debian's 15 is what the program promises; a newer one serves where that is what there is.
        var folders = debian
            .OrderBy(folder => int.TryParse(Path.GetFileName(folder), out var version) && version >= 15 ? version : int.MaxValue)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
        return folders.FirstOrDefault(folder =>
                File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"))
            )
            ?? throw new InvalidOperationException(
                "These tests run on PostgreSQL too, and no initdb and pg_ctl were found: apt-get install postgresql-15"
            );
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
