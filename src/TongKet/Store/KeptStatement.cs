using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TongKet.Store;

/// <summary>
/// A statement that EF wrote once, asked again for other numbers. What is asked after every write would otherwise be
/// translated anew each time, which costs several times the question itself.
/// </summary>
public sealed class KeptStatement
{
    /// <summary>Stands in the text's parameters where the numbers asked for go; no record has it.</summary>
    private const long Mark = long.MinValue;
    private readonly string text;
    private readonly DbParameter[] parameters;
    private readonly int asked;

    private KeptStatement(DbCommand command)
    {
        text = command.CommandText;
        parameters = [.. command.Parameters.Cast<DbParameter>()];
        command.Parameters.Clear();
        asked = Array.FindIndex(parameters, IsAsked);
        if (asked < 0)
        {
            throw new InvalidOperationException("The statement has no parameter for the numbers asked for: " + text);
        }
    }

    /// <summary>Of a query for one number.</summary>
    public static KeptStatement OfOne<T>(Func<long, IQueryable<T>> query) => Of(query(Mark).CreateDbCommand());

    /// <summary>Of a command for the numbers in a list.</summary>
    public static KeptStatement OfMany(Func<long[], DbCommand> write) => Of(write([Mark]));

    private static KeptStatement Of(DbCommand command)
    {
        using (command)
        {
            return new(command);
        }
    }

    /// <summary>The statement on this store, in its transaction, to be read while the store's connection is open.</summary>
    public DbCommand Command(AppStore store, params long[] numbers)
    {
        var command = store.Database.GetDbConnection().CreateCommand();
        command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = text;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(Copy(command, parameter));
        }

        command.Parameters[asked].Value = Value(parameters[asked].Value, numbers);
        // The driver keeps what was prepared for the connection under its pool; a second time this asks nothing.
        if (store.IsPostgreSql)
        {
            command.Prepare();
        }

        return command;
    }

    public async Task<List<T>> ListAsync<T>(AppStore store, long[] numbers, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        await store.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Command(store, numbers);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancel))
            {
                rows.Add(row(reader));
            }

            return rows;
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    private static bool IsAsked(DbParameter parameter) =>
        parameter.Value is Mark
        || parameter.Value is IEnumerable<long> many && many.SequenceEqual([Mark])
        || parameter.Value is string json && json == Json([Mark]);

    private static object Value(object? model, long[] numbers) =>
        model switch
        {
            long => numbers[0],
            string => Json(numbers),
            _ => numbers,
        };

    private static string Json(long[] numbers) =>
        "[" + string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))) + "]";

    private static DbParameter Copy(DbCommand command, DbParameter parameter)
    {
        if (parameter is NpgsqlParameter postgreSql)
        {
            return postgreSql.Clone();
        }

        var copy = command.CreateParameter();
        (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
        return copy;
    }
}
