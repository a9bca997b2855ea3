using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace TongKet.Store;

/// <summary>
/// Adds a few lines to the change log on PostgreSQL in one call: the lock, the look at the last line, number and hash of each,
/// lines and values. Everybody who writes waits for that lock, so no time of the network or of this program lies within it
/// (decision 0030).
/// </summary>
internal static class ChainedLines
{
    /// <summary>Of more, COPY is the quicker one though it takes calls of its own.</summary>
    public const int Most = 64;

    /// <summary>A statement of its own before the other: what that one reads is what the one before has committed.</summary>
    private const string Add = """
        WITH RECURSIVE typed AS (
            SELECT * FROM unnest($5, $6, $7, $8, $9, $10, $11, $12)
                WITH ORDINALITY AS t (entity, record_id, organization_id, year, digest, rest, key, after, n)
        ), last AS (
            SELECT seq, hash FROM change_line ORDER BY seq DESC LIMIT 1
        ), chained AS (
            SELECT 0::bigint AS n, COALESCE((SELECT seq FROM last), 0) AS seq, COALESCE((SELECT hash FROM last), $13) AS hash
            UNION ALL
            SELECT t.n, c.seq + 1, sha256(c.hash || t.digest || int8send(c.seq + 1) || t.rest)
            FROM chained c JOIN typed t ON t.n = c.n + 1
        ), lines AS (
            INSERT INTO change_line
                (seq, at, account_id, by, act, entity, record_id, organization_id, year, digest, hash)
            SELECT c.seq, $1, $2, $3, $4, t.entity, t.record_id, t.organization_id, t.year, t.digest, c.hash
            FROM chained c JOIN typed t ON t.n = c.n
        )
        INSERT INTO change_value (seq, key, after)
        SELECT c.seq, t.key, t.after FROM chained c JOIN typed t ON t.n = c.n
        """;

    /// <summary>Within the caller's transaction, at whose end the next one may write.</summary>
    public static async Task WriteAsync(AppStore store, LineBlock block, CancellationToken cancel)
    {
        var (lines, values, first) = (block.Lines, block.Values, block.Lines[0]);
        await store.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var batch = ((NpgsqlConnection)store.Database.GetDbConnection()).CreateBatch();
            batch.Transaction = (NpgsqlTransaction?)store.Database.CurrentTransaction?.GetDbTransaction();
            batch.BatchCommands.Add(new NpgsqlBatchCommand(ChangeLog.LockLines));
            batch.BatchCommands.Add(
                new NpgsqlBatchCommand(Add)
                {
                    Parameters =
                    {
                        Of(NpgsqlDbType.TimestampTz, first.At),
                        Of(NpgsqlDbType.Bigint, first.AccountId),
                        Of(NpgsqlDbType.Text, first.By),
                        Of(NpgsqlDbType.Text, first.Act),
                        All(NpgsqlDbType.Text, lines.Select(l => l.Entity)),
                        All(NpgsqlDbType.Bigint, lines.Select(l => l.RecordId)),
                        All(NpgsqlDbType.Bigint, lines.Select(l => l.OrganizationId)),
                        All(NpgsqlDbType.Integer, lines.Select(l => l.Year)),
                        All(NpgsqlDbType.Bytea, lines.Select(l => l.Digest)),
                        All(NpgsqlDbType.Bytea, lines.Select(l => ChangeLog.Rest(l))),
                        All(NpgsqlDbType.Bytea, values.Select(v => v.Key)),
                        All(NpgsqlDbType.Text, values.Select(v => v.After)),
                        Of(NpgsqlDbType.Bytea, ChangeLog.BeforeTheFirst),
                    },
                }
            );
            await batch.ExecuteNonQueryAsync(cancel);
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    private static NpgsqlParameter Of(NpgsqlDbType type, object? value) =>
        new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    private static NpgsqlParameter All<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values.ToArray() };
}
