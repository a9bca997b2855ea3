using Npgsql;
using TongKet.Bench;

[assembly: AssemblyFixture(typeof(TongKet.Tests.Support.PostgreSqlCluster))]

namespace TongKet.Tests.Support;

/// <summary>
/// The PostgreSQL of this test run: started on first use, removed at the end. No PostgreSQL on the machine is an error
/// with a sentence, never a skipped test.
/// </summary>
public sealed class PostgreSqlCluster : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private PrivatePostgreSql? cluster;
    private string? template;
    private int made;

    /// <summary>A new database: empty, or with the schema of the program.</summary>
    public async Task<string> CreateDatabaseAsync(bool migrated)
    {
        var started = await StartedAsync();
        var from = migrated ? await TemplateAsync(started) : "template0";
        return await started.CreateDatabaseAsync($"test_{Interlocked.Increment(ref made)}", from);
    }

    public async Task DropDatabaseAsync(string address) => await (await StartedAsync()).DropDatabaseAsync(address);

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }

        gate.Dispose();
    }

    private async Task<PrivatePostgreSql> StartedAsync()
    {
        await gate.WaitAsync();
        try
        {
            return cluster ??= await PrivatePostgreSql.StartAsync(durable: false);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<string> TemplateAsync(PrivatePostgreSql started)
    {
        await gate.WaitAsync();
        try
        {
            if (template is null)
            {
                await Stores.MigrateAsync(await started.CreateDatabaseAsync("migrated"));
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
}
