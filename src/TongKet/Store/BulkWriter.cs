using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TongKet.Store;

/// <summary>
/// Inserts many records at once by the model's own mapping: COPY on PostgreSQL, one prepared statement on SQLite.
/// EF would track and round-trip each of them (decision 0006).
/// </summary>
public sealed class BulkWriter(AppStore store)
{
    /// <summary>Inserts within the caller's transaction. Ids must be set.</summary>
    public async Task InsertAsync<T>(IReadOnlyCollection<T> records, CancellationToken cancel)
        where T : class
    {
        if (records.Count == 0)
        {
            return;
        }

        var columns = StoredColumns.Of(store.Model.FindEntityType(typeof(T))!);
        var names = string.Join(", ", columns.Names);
        await store.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = store.Database.GetDbConnection();
            if (connection is NpgsqlConnection npgsql)
            {
                await CopyAsync(npgsql, $"COPY {columns.Table} ({names}) FROM STDIN (FORMAT BINARY)", columns, records, cancel);
            }
            else
            {
                var places = string.Join(", ", columns.Names.Select((_, i) => Place(i)));
                Execute(
                    (SqliteConnection)connection,
                    $"INSERT INTO {columns.Table} ({names}) VALUES ({places})",
                    columns,
                    records,
                    mustMeetOne: false,
                    cancel
                );
            }
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Writes every column of records that are there, by their key, within the caller's transaction.</summary>
    public async Task UpdateAsync<T>(IReadOnlyCollection<T> records, CancellationToken cancel)
        where T : class
    {
        if (records.Count == 0)
        {
            return;
        }

        var columns = StoredColumns.Of(store.Model.FindEntityType(typeof(T))!);
        var places = columns.Names.Select((name, i) => (IsKey: columns.IsKey(i), Sets: $"{name} = {Place(i)}")).ToList();
        var update =
            $"UPDATE {columns.Table} SET {string.Join(", ", places.Where(p => !p.IsKey).Select(p => p.Sets))} "
            + $"WHERE {string.Join(" AND ", places.Where(p => p.IsKey).Select(p => p.Sets))}";
        await store.Database.OpenConnectionAsync(cancel);
        try
        {
            if (store.Database.GetDbConnection() is SqliteConnection sqlite)
            {
                Execute(sqlite, update, columns, records, mustMeetOne: true, cancel);
            }
            else
            {
                Execute(store.Database.GetDbConnection(), update, columns, records);
            }
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection,
        string copy,
        StoredColumns columns,
        IEnumerable<T> records,
        CancellationToken cancel
    )
        where T : class
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(copy, cancel);
        try
        {
            var rows = new CopyRows(stream, columns.StoreTypes);
            rows.Begin();
            foreach (var record in records)
            {
                rows.BeginRow();
                columns.Give(record, rows);
                await rows.FlushFullAsync(cancel);
            }

            await rows.EndAsync(cancel);
        }
        catch
        {
            // Closing the stream would say that this was all. Where the driver has given it up already, it has said so.
            try
            {
                await stream.CancelAsync();
            }
            catch (ObjectDisposedException) { }

            throw;
        }
    }

    private static void Execute<T>(
        SqliteConnection connection,
        string statement,
        StoredColumns columns,
        IEnumerable<T> records,
        bool mustMeetOne,
        CancellationToken cancel
    )
        where T : class
    {
        using var rows = new SqliteRows(connection, statement, columns.Names.Count);
        foreach (var record in records)
        {
            cancel.ThrowIfCancellationRequested();
            columns.Give(record, rows);
            rows.Step(mustMeetOne);
        }
    }

    private void Execute<T>(DbConnection connection, string statement, StoredColumns columns, IEnumerable<T> records)
        where T : class
    {
        using var command = connection.CreateCommand();
        command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = statement;
        var parameters = new NpgsqlParameter[columns.Names.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = new() { ParameterName = Place(i), DataTypeName = columns.StoreTypes[i] };
            command.Parameters.Add(parameters[i]);
        }

        command.Prepare();
        foreach (var record in records)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = columns.Value(record, i) ?? DBNull.Value;
            }

            if (command.ExecuteNonQuery() != 1)
            {
                throw new DBConcurrencyException(statement);
            }
        }
    }

    /// <summary>SQLite's own interface knows parameters by number; PostgreSQL's driver by name.</summary>
    private string Place(int i) => store.IsPostgreSql ? "@p" + i : "?" + (i + 1);
}
