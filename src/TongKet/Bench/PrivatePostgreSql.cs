using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace TongKet.Bench;

/// <summary>
/// A PostgreSQL cluster of this process alone: made in a temporary folder, reachable on loopback only, gone with the
/// process in whatever way it ends. No PostgreSQL on the machine is an error with a sentence.
/// </summary>
public sealed class PrivatePostgreSql : IAsyncDisposable
{
    private const string User = "tongket";

    // The shell lives as long as its standard input is open: when this process ends, in whatever way, the pipe closes
    // and the cluster goes with it.
    private const string Script = """
        trap '' INT HUP
        bin=$1 dir=$2 port=$3 durable=$4 buffers=$5 kept=$6
        [ "$kept" = kept ] && [ -d "$dir/data" ] || mkdir -m 700 "$dir" || exit 1
        [ -d "$dir/data" ] ||
        "$bin/initdb" -D "$dir/data" -U tongket -A trust --no-sync --encoding=UTF8 \
            --locale-provider=icu --icu-locale=vi-VN --locale=C.UTF-8 >"$dir/log" 2>&1 &&
        "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w start -o "-p $port -k $dir -c listen_addresses=127.0.0.1 \
            -c fsync=$durable -c synchronous_commit=$durable -c full_page_writes=$durable -c max_connections=300 \
            -c timezone=UTC -c shared_buffers=$buffers" >/dev/null 2>&1 </dev/null
        if [ $? -eq 0 ]; then echo ready; else tail -n 20 "$dir/log"; fi
        cat >/dev/null
        if [ "$kept" = kept ]; then
            "$bin/pg_ctl" -D "$dir/data" -m fast -w stop >/dev/null 2>&1
        else
            "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1
            rm -rf "$dir"
        fi
        """;

    private readonly Process shell;
    private readonly int port;

    private PrivatePostgreSql(Process shell, int port)
    {
        this.shell = shell;
        this.port = port;
    }

    /// <param name="durable">Waits for the disk as a real one does; tests need not.</param>
    /// <param name="buffers">Its own memory; what is measured at a nation's size gets what an administrator would give it.</param>
    /// <param name="data">A folder in which the cluster stays for the next run.</param>
    public static async Task<PrivatePostgreSql> StartAsync(bool durable, string buffers = "128MB", string? data = null)
    {
        var bin = ProgramFolder();
        var free = FreePort();
        var folder = data is null
            ? Path.Combine(Path.GetTempPath(), $"tongket-pg-{Guid.NewGuid():N}")
            : Path.Combine(OpenFolder(data), "cluster");
        var start = new ProcessStartInfo
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // PostgreSQL refuses to run as root; Debian's package brings the account postgres.
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", "sh"] : ["sh"];
        start.FileName = command[0];
        foreach (
            var argument in (string[])
                [
                    .. command[1..],
                    "-c",
                    Script,
                    "sh",
                    bin,
                    folder,
                    $"{free}",
                    durable ? "on" : "off",
                    buffers,
                    data is null ? "" : "kept",
                ]
        )
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

        return new(started, free);
    }

    /// <summary>The cluster belongs to another account than this program's, which must be able to make its folder there.</summary>
    private static string OpenFolder(string data)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(data), "postgresql")).FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)511);
        }

        return folder;
    }

    public string Address(string database) => $"postgres://{User}@127.0.0.1:{port}/{database}";

    public async Task<string> CreateDatabaseAsync(string name, string template = "template0")
    {
        await ExecuteAsync($"create database {name} template {template}");
        return Address(name);
    }

    /// <summary>The database of this name, made where it is not there.</summary>
    public async Task<string> OpenDatabaseAsync(string name)
    {
        try
        {
            return await CreateDatabaseAsync(name);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            return Address(name);
        }
    }

    public async Task DropDatabaseAsync(string address) =>
        await ExecuteAsync($"drop database if exists {new Uri(address).AbsolutePath[1..]} with (force)");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

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
                "No initdb and pg_ctl of PostgreSQL were found: apt-get install postgresql-15"
            );
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
