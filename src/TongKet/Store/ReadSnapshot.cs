using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TongKet.Store;

/// <summary>
/// Everything the store reads until this is disposed is of one moment, whatever is written meanwhile: what is
/// compared must not have changed between one question and the next.
/// </summary>
public sealed class ReadSnapshot : IAsyncDisposable
{
    private readonly AppStore store;

    private ReadSnapshot(AppStore store, DbTransaction transaction)
    {
        this.store = store;
        Transaction = transaction;
    }

    public DbConnection Connection => store.Database.GetDbConnection();
    public DbTransaction Transaction { get; }

    /// <param name="joinsAll">It will compare whole tables; PostgreSQL is told so.</param>
    public static async Task<ReadSnapshot> BeginAsync(AppStore store, CancellationToken cancel, bool joinsAll = false)
    {
        await store.Database.OpenConnectionAsync(cancel);
        var connection = store.Database.GetDbConnection();
        // A deferred transaction of SQLite holds no writer up.
        var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await store.Database.UseTransactionAsync(transaction, cancel);
        if (joinsAll && store.IsPostgreSql)
        {
            // It takes a recursive tree for a handful of rows and would compare each stay with each place of it.
            await store.Database.ExecuteSqlRawAsync("SET LOCAL enable_nestloop = off; SET LOCAL jit = off", cancel);
        }

        store.ReadsOneMoment = true;
        return new(store, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        store.ReadsOneMoment = false;
        await store.Database.UseTransactionAsync(null);
        await Transaction.DisposeAsync();
        await store.Database.CloseConnectionAsync();
    }
}
