using System.Buffers;
using System.Data;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TongKet.Store;

/// <summary>
/// One prepared statement for many rows, bound through SQLite's own interface. The driver's commands look every parameter
/// up by its name for every row, which costs more than the insert itself.
/// </summary>
internal static class SqliteRows
{
    /// <param name="read">The value of a column of a row, as it is stored: null, whole number, double, text or bytes.</param>
    public static void Execute<T>(
        SqliteConnection connection,
        string statement,
        int columns,
        IEnumerable<T> rows,
        Func<T, int, object?> read
    )
    {
        var database = connection.Handle!;
        Check(database, raw.sqlite3_prepare_v2(database, statement, out var prepared), raw.SQLITE_OK);
        using (prepared)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(4096);
            foreach (var row in rows)
            {
                for (var i = 0; i < columns; i++)
                {
                    Bind(prepared, i + 1, read(row, i), ref buffer);
                }

                Check(database, raw.sqlite3_step(prepared), raw.SQLITE_DONE);
                if (raw.sqlite3_changes(database) != 1)
                {
                    throw new DBConcurrencyException(statement);
                }

                Check(database, raw.sqlite3_reset(prepared), raw.SQLITE_OK);
            }

            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Bind(sqlite3_stmt prepared, int place, object? value, ref byte[] buffer)
    {
        switch (value)
        {
            case null:
                raw.sqlite3_bind_null(prepared, place);
                break;
            case string text:
                BindText(prepared, place, text, ref buffer);
                break;
            case byte[] bytes:
                raw.sqlite3_bind_blob(prepared, place, bytes);
                break;
            case int number:
                raw.sqlite3_bind_int64(prepared, place, number);
                break;
            case long number:
                raw.sqlite3_bind_int64(prepared, place, number);
                break;
            case bool flag:
                raw.sqlite3_bind_int64(prepared, place, flag ? 1 : 0);
                break;
            case double number:
                raw.sqlite3_bind_double(prepared, place, number);
                break;
            default:
                raw.sqlite3_bind_int64(prepared, place, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void BindText(sqlite3_stmt prepared, int place, string text, ref byte[] buffer)
    {
        if (text.Length == 0)
        {
            // An empty span has no address, and no address would be stored as null.
            raw.sqlite3_bind_text(prepared, place, "");
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > buffer.Length)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = ArrayPool<byte>.Shared.Rent(most);
        }

        raw.sqlite3_bind_text(prepared, place, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
    }

    private static void Check(sqlite3 database, int answer, int wanted)
    {
        if (answer != wanted)
        {
            throw new SqliteException(
                raw.sqlite3_errmsg(database).utf8_to_string(),
                answer,
                raw.sqlite3_extended_errcode(database)
            );
        }
    }
}
