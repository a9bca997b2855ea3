using Microsoft.Data.Sqlite;
using TongKet.Store;

namespace TongKet.Tests.Support;

/// <summary>
/// A fresh database of one test, gone when disposed:
/// <c>await using var database = await TestDatabase.MigratedAsync(kind);</c>
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static string? migratedFile;

    private TestDatabase(DatabaseKind kind, string address)
    {
        Kind = kind;
        Address = address;
    }

    public DatabaseKind Kind { get; }

    /// <summary>As for <c>--db</c>: «sqlite:PATH» or «postgres://user@host:port/database».</summary>
    public string Address { get; }

    /// <summary>A store of its own; dispose it.</summary>
    public AppStore OpenStore() => Stores.Open(Address);

    /// <summary>Without any table.</summary>
    public static Task<TestDatabase> EmptyAsync(DatabaseKind kind) => CreateAsync(kind, migrated: false);

    /// <summary>With the program's schema and no row.</summary>
    public static Task<TestDatabase> MigratedAsync(DatabaseKind kind) => CreateAsync(kind, migrated: true);

    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.PostgreSql)
        {
            await (await ClusterAsync()).DropDatabaseAsync(Address);
            return;
        }

        SqliteConnection.ClearAllPools();
        var path = Address["sqlite:".Length..];
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
        {
            File.Delete(file);
        }
    }

    private static async Task<TestDatabase> CreateAsync(DatabaseKind kind, bool migrated)
    {
        if (kind == DatabaseKind.PostgreSql)
        {
            return new(kind, await (await ClusterAsync()).CreateDatabaseAsync(migrated));
        }

        var path = Path.Combine(TempFolder.OfThisRun, $"{Guid.NewGuid():N}.db");
        if (migrated)
        {
            File.Copy(await MigratedFileAsync(), path);
        }

        return new(kind, $"sqlite:{path}");
    }

    private static async Task<PostgreSqlCluster> ClusterAsync() =>
        await TestContext.Current.GetFixture<PostgreSqlCluster>()
        ?? throw new InvalidOperationException("The test assembly names no PostgreSqlCluster as its fixture.");

    private static async Task<string> MigratedFileAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (migratedFile is null)
            {
                var path = Path.Combine(TempFolder.OfThisRun, "migrated.db");
                await Stores.MigrateAsync($"sqlite:{path}");
                // The last connection to close writes the log back into the file; only then is the file the whole database.
                SqliteConnection.ClearAllPools();
                migratedFile = path;
            }

            return migratedFile;
        }
        finally
        {
            Gate.Release();
        }
    }
}
