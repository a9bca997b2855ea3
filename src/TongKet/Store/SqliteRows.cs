using System.Data;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TongKet.Store;

/// <summary>
/// One prepared statement for many rows, bound through SQLite's own interface. The driver's commands look every parameter
/// up by its name for every row, which costs more than the insert itself.
/// </summary>
internal sealed class SqliteRows : RowSink, IDisposable
{
    /// <summary>In the place of a text or number for one that is not bound, or bound as null.</summary>
    private static readonly object Nothing = new();
    private static readonly object WholeNumber = new();

    private readonly sqlite3 database;
    private readonly sqlite3_stmt prepared;
    private readonly string statement;

    // What is bound stays bound from row to row, and much of a row is as in the one before: it is not bound again.
    private readonly object?[] bound;
    private readonly long[] numbers;
    private byte[] buffer = new byte[4096];
    private int at;

    public SqliteRows(SqliteConnection connection, string statement, int columns)
    {
        database = connection.Handle!;
        this.statement = statement;
        Check(raw.sqlite3_prepare_v2(database, statement, out prepared), raw.SQLITE_OK);
        bound = new object?[columns];
        Array.Fill(bound, Nothing);
        numbers = new long[columns];
    }

    /// <summary>Executes the statement with what was bound.</summary>
    /// <param name="mustMeetOne">An update that meets no row would be lost without a word.</param>
    public void Step(bool mustMeetOne)
    {
        at = 0;
        Check(raw.sqlite3_step(prepared), raw.SQLITE_DONE);
        if (mustMeetOne && raw.sqlite3_changes(database) != 1)
        {
            throw new DBConcurrencyException(statement);
        }

        Check(raw.sqlite3_reset(prepared), raw.SQLITE_OK);
    }

    public override void Null()
    {
        if (bound[at] != Nothing)
        {
            raw.sqlite3_bind_null(prepared, at + 1);
            bound[at] = Nothing;
        }

        at++;
    }

    public override void Text(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        if (!ReferenceEquals(bound[at], value))
        {
            BindText(value);
            bound[at] = value;
        }

        at++;
    }

    public override void Bytes(byte[]? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        raw.sqlite3_bind_blob(prepared, at + 1, value);
        bound[at++] = value;
    }

    public override void Flag(bool value) => Whole(value ? 1 : 0);

    public override void Whole(long value)
    {
        if (bound[at] != WholeNumber || numbers[at] != value)
        {
            raw.sqlite3_bind_int64(prepared, at + 1, value);
            bound[at] = WholeNumber;
            numbers[at] = value;
        }

        at++;
    }

    public override void Real(double value)
    {
        raw.sqlite3_bind_double(prepared, at + 1, value);
        bound[at++] = null;
    }

    public override void Number(decimal value) => Real((double)value);

    public override void Day(DateOnly value) => Whole(value.DayNumber);

    public override void Instant(DateTimeOffset value) => Whole(value.ToUnixTimeMilliseconds());

    public void Dispose() => prepared.Dispose();

    private void BindText(string text)
    {
        if (text.Length == 0)
        {
            // An empty span has no address, and no address would be stored as null.
            raw.sqlite3_bind_text(prepared, at + 1, "");
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > buffer.Length)
        {
            buffer = new byte[most];
        }

        raw.sqlite3_bind_text(prepared, at + 1, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
    }

    private void Check(int answer, int wanted)
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
