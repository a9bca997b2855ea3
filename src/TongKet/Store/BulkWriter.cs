using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TongKet.Store;

/// <summary>
/// Inserts many records at once by the model's own mapping: COPY on PostgreSQL, one prepared statement on SQLite.
/// EF would track and round-trip each of them (decision 0006).
/// </summary>
public sealed class BulkWriter(AppStore store)
{
    private static readonly ConcurrentDictionary<(IEntityType, bool), Column[]> Columns = new();

    /// <summary>Inserts within the caller's transaction. Ids must be set.</summary>
    public async Task InsertAsync<T>(IReadOnlyCollection<T> records, CancellationToken cancel)
        where T : class
    {
        if (records.Count == 0)
        {
            return;
        }

        var type = store.Model.FindEntityType(typeof(T))!;
        var columns = Columns.GetOrAdd((type, store.IsPostgreSql), static key => Describe(key.Item1));
        var names = string.Join(", ", columns.Select(c => c.Name));
        await store.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = store.Database.GetDbConnection();
            if (connection is NpgsqlConnection npgsql)
            {
                await CopyAsync(
                    npgsql,
                    $"COPY {type.GetTableName()} ({names}) FROM STDIN (FORMAT BINARY)",
                    columns,
                    records,
                    cancel
                );
            }
            else
            {
                var places = string.Join(", ", columns.Select((_, i) => Place(i)));
                Execute(connection, $"INSERT INTO {type.GetTableName()} ({names}) VALUES ({places})", columns, records);
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

        var type = store.Model.FindEntityType(typeof(T))!;
        var columns = Columns.GetOrAdd((type, store.IsPostgreSql), static key => Describe(key.Item1));
        var set = columns.Select((c, i) => (c.Name, i)).Where(c => !columns[c.i].IsKey).Select(c => $"{c.Name} = {Place(c.i)}");
        var where = columns.Select((c, i) => (c.Name, i)).Where(c => columns[c.i].IsKey).Select(c => $"{c.Name} = {Place(c.i)}");
        await store.Database.OpenConnectionAsync(cancel);
        try
        {
            var update = $"UPDATE {type.GetTableName()} SET {string.Join(", ", set)} WHERE {string.Join(" AND ", where)}";
            Execute(store.Database.GetDbConnection(), update, columns, records);
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection,
        string copy,
        Column[] columns,
        IEnumerable<T> records,
        CancellationToken cancel
    )
        where T : class
    {
        await using var writer = await connection.BeginBinaryImportAsync(copy, cancel);
        foreach (var record in records)
        {
            await writer.StartRowAsync(cancel);
            foreach (var column in columns)
            {
                if (column.Read(record) is { } value)
                {
                    await writer.WriteAsync(value, column.StoreType, cancel);
                }
                else
                {
                    await writer.WriteNullAsync(cancel);
                }
            }
        }

        await writer.CompleteAsync(cancel);
    }

    private void Execute<T>(DbConnection connection, string statement, Column[] columns, IEnumerable<T> records)
        where T : class
    {
        if (connection is SqliteConnection sqlite)
        {
            SqliteRows.Execute(sqlite, statement, columns.Length, records, (record, i) => columns[i].Read(record));
            return;
        }

        using var command = connection.CreateCommand();
        command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = statement;
        var parameters = new DbParameter[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            parameters[i] = command.CreateParameter();
            parameters[i].ParameterName = Place(i);
            ((NpgsqlParameter)parameters[i]).DataTypeName = columns[i].StoreType;
            command.Parameters.Add(parameters[i]);
        }

        command.Prepare();
        foreach (var record in records)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                parameters[i].Value = columns[i].Read(record) ?? DBNull.Value;
            }

            if (command.ExecuteNonQuery() != 1)
            {
                throw new DBConcurrencyException(statement);
            }
        }
    }

    /// <summary>SQLite's own interface knows parameters by number; PostgreSQL's driver by name.</summary>
    private string Place(int i) => store.IsPostgreSql ? "@p" + i : "?" + (i + 1);

    private static Column[] Describe(IEntityType type) =>
        [
            .. type.GetProperties()
                .Select(p =>
                {
                    var read = p.GetGetter();
                    var convert = p.GetTypeMapping().Converter?.ConvertToProvider;
                    return new Column(
                        // «on» and «to» are words of SQL.
                        $"\"{p.GetColumnName()}\"",
                        p.IsPrimaryKey(),
                        p.GetColumnType(),
                        convert is null
                            ? read.GetClrValueUsingContainingEntity
                            : record => read.GetClrValueUsingContainingEntity(record) is { } value ? convert(value) : null
                    );
                }),
        ];

    private sealed record Column(string Name, bool IsKey, string StoreType, Func<object, object?> Read);
}
