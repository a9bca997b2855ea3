using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace TongKet.Store;

/// <summary>
/// What SQLite keeps for a connection and not in the file. Set once for each connection under the pool: a page opens one
/// several times, and the settings would cost more than its questions.
/// </summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    public static readonly SqliteSettings Instance = new();
    private static readonly object IsSet = new();
    private readonly ConditionalWeakTable<sqlite3, object> known = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private void Set(DbConnection connection)
    {
        if (connection is not SqliteConnection { Handle: { } handle } || known.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        // WAL is asked for here too: a file that somebody else made or restored may have another mode.
        command.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA cache_size=-65536;";
        command.ExecuteNonQuery();
        known.AddOrUpdate(handle, IsSet);
    }
}
