using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>
/// Puts plain SQL to either database within one transaction. Days go in as each engine keeps them: a day number on
/// SQLite, a date on PostgreSQL.
/// </summary>
/// <param name="always">Values that every statement of this query may name.</param>
public sealed class OracleQuery(
    DbConnection connection,
    DbTransaction? transaction,
    params IReadOnlyList<(string Name, object Value)> always
)
{
    public bool IsPostgreSql { get; } = connection is not SqliteConnection;

    /// <summary>The same connection, with further values.</summary>
    public OracleQuery With(params IReadOnlyList<(string Name, object Value)> more) => new(connection, transaction, more);

    public async Task<List<TRow>> ReadAsync<TRow>(
        string sql,
        IEnumerable<(string Name, object Value)> parameters,
        Func<DbDataReader, TRow> row,
        CancellationToken cancel
    )
    {
        await using var command = Command(sql, parameters);
        var rows = new List<TRow>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>Rows of whole numbers with the names of their columns, which are there even without a row.</summary>
    public async Task<(string[] Columns, List<long[]> Rows)> CountsAsync(
        string sql,
        OracleMoment moment,
        CancellationToken cancel
    )
    {
        await using var command = Command(sql, moment.Parameters());
        var rows = new List<long[]>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        while (await reader.ReadAsync(cancel))
        {
            var row = new long[columns.Length];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.GetInt64(i);
            }

            rows.Add(row);
        }

        return (columns, rows);
    }

    public Task<List<TRow>> ReadAsync<TRow>(
        string sql,
        OracleMoment moment,
        Func<DbDataReader, TRow> row,
        CancellationToken cancel
    ) => ReadAsync(sql, moment.Parameters(), row, cancel);

    public DateOnly Day(DbDataReader row, int at) =>
        IsPostgreSql ? row.GetFieldValue<DateOnly>(at) : DateOnly.FromDayNumber(row.GetInt32(at));

    private DbCommand Command(string sql, IEnumerable<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters.Concat(always))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = value is DateOnly day && !IsPostgreSql ? day.DayNumber : value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
