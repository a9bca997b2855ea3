using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using TongKet.Domain.Members;
using TongKet.Store;

namespace TongKet.Generate;

/// <summary>What each database needs to take in a nation in minutes, and what it must get back afterwards.</summary>
internal sealed class BulkLoading(AppStore store)
{
    private bool mayTrustReferences;

    /// <summary>Opens the connection for the whole run.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        store.Database.SetCommandTimeout(TimeSpan.Zero);
        await store.Database.OpenConnectionAsync(cancel);
        if (store.IsPostgreSql)
        {
            mayTrustReferences = await store
                .Database.SqlQuery<bool>($"SELECT rolsuper AS \"Value\" FROM pg_roles WHERE rolname = current_user")
                .SingleAsync(cancel);
        }
        else
        {
            // What refers to what is right by the way it is made; looking it up again takes a third of the time.
            await store.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000", cancel);
        }
    }

    public async Task<IDbContextTransaction> BeginAsync(CancellationToken cancel)
    {
        var transaction = await store.Database.BeginTransactionAsync(cancel);
        if (mayTrustReferences)
        {
            await store.Database.ExecuteSqlRawAsync("SET LOCAL session_replication_role = replica", cancel);
        }

        return transaction;
    }

    /// <summary>Takes so many ids at once, so that every province has its own whatever happens on the way.</summary>
    public async Task<long> ReserveIdsAsync(long count, CancellationToken cancel)
    {
        var first = await new RecordIds(store).NextAsync(cancel);
        var after = (first + count + RecordIds.Block - 1) / RecordIds.Block * RecordIds.Block + first % RecordIds.Block;
        await store.Database.ExecuteSqlRawAsync(
            store.IsPostgreSql
                ? string.Create(CultureInfo.InvariantCulture, $"SELECT setval('record_id', {after}, false)")
                : string.Create(CultureInfo.InvariantCulture, $"UPDATE record_counter SET next = {after} WHERE id = 1"),
            cancel
        );
        return first;
    }

    /// <summary>An index by name takes each row somewhere else, and costs more than all others; it is made at the end.</summary>
    public async Task DropScatteredIndexesAsync(CancellationToken cancel)
    {
        foreach (var index in ScatteredIndexes())
        {
            var drop = $"DROP INDEX IF EXISTS {index.GetDatabaseName()}";
            await store.Database.ExecuteSqlRawAsync(drop, cancel);
        }
    }

    /// <summary>May be done again: a run that was stopped here begins it anew.</summary>
    public async Task FinishAsync(CancellationToken cancel)
    {
        foreach (var index in ScatteredIndexes())
        {
            var columns = string.Join(", ", index.Properties.Select(p => p.GetColumnName()));
            var create =
                $"CREATE INDEX IF NOT EXISTS {index.GetDatabaseName()} ON {index.DeclaringEntityType.GetTableName()} ({columns})";
            await store.Database.ExecuteSqlRawAsync(create, cancel);
        }

        await store.Database.ExecuteSqlRawAsync(
            store.IsPostgreSql
                ? "ANALYZE"
                : "PRAGMA analysis_limit = 2000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA foreign_keys = ON",
            cancel
        );
    }

    private IEnumerable<IIndex> ScatteredIndexes() =>
        store.Model.FindEntityType(typeof(Member))!.GetIndexes().Where(i => i.Properties[0].Name == nameof(Member.NameSortKey));
}
