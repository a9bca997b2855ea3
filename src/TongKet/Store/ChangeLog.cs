using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TongKet.Store;

/// <summary>Who changes something: an account, or the machine's operator on the command line (then no account).</summary>
public sealed record ChangeAuthor(long? AccountId, string Name);

/// <summary>A record that was added or changed (or removed), and whose figures it touches.</summary>
public sealed record ChangedRecord(object Record, long RecordId, long? OrganizationId, int? Year = null, bool IsRemoved = false);

/// <summary>
/// Writes a change and its lines in one transaction. Lines are numbered and chained under one lock, so the order of
/// numbers is the order of commits.
/// </summary>
public sealed class ChangeLog(AppStore store, BulkWriter bulk, TimeProvider clock)
{
    private const int KeyBytes = 16;

    /// <summary>A transaction that may write. On SQLite it is the only writer from here on.</summary>
    public Task<IDbContextTransaction> BeginAsync(CancellationToken cancel) => store.Database.BeginTransactionAsync(cancel);

    /// <summary>
    /// A transaction beside which nobody else writes lines, on PostgreSQL either: for work that reads much, decides and
    /// writes much. Whoever comes second waits here and then reads what the first has written.
    /// </summary>
    public async Task<IDbContextTransaction> BeginAloneAsync(CancellationToken cancel)
    {
        var transaction = await BeginAsync(cancel);
        if (store.IsPostgreSql)
        {
            await LockLinesAsync(cancel);
        }

        return transaction;
    }

    /// <summary>Saves what the store holds changed, with one line a record, and commits.</summary>
    public async Task SaveAsync(ChangeAuthor by, string act, IReadOnlyList<ChangedRecord> records, CancellationToken cancel)
    {
        await using var transaction = store.Database.CurrentTransaction is null ? await BeginAsync(cancel) : null;
        await store.SaveChangesAsync(cancel);
        await AppendAsync(by, act, records, cancel);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>Adds the lines within the caller's transaction.</summary>
    public async Task AppendAsync(ChangeAuthor by, string act, IReadOnlyList<ChangedRecord> records, CancellationToken cancel)
    {
        if (store.IsPostgreSql)
        {
            await LockLinesAsync(cancel);
        }

        var last = await store
            .Set<ChangeLine>()
            .OrderByDescending(c => c.Seq)
            .Select(c => new { c.Seq, c.Hash })
            .FirstOrDefaultAsync(cancel);
        var seq = last?.Seq ?? 0;
        var hash = last?.Hash ?? new byte[SHA256.HashSizeInBytes];
        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var lines = new List<ChangeLine>(records.Count);
        var values = new List<ChangeValue>(records.Count);
        var keys = RandomNumberGenerator.GetBytes(KeyBytes * records.Count);
        for (var i = 0; i < records.Count; i++)
        {
            var changed = records[i];
            var type = store.Model.FindEntityType(changed.Record.GetType())!;
            var key = keys.AsSpan(i * KeyBytes, KeyBytes).ToArray();
            var after = changed.IsRemoved ? default : RecordText.Of(type, changed.Record);
            var digest = HMACSHA256.HashData(key, after.Span);
            var text = changed.IsRemoved ? null : Encoding.UTF8.GetString(after.Span);
            seq++;
            hash = Chain(
                hash,
                seq,
                at,
                by,
                act,
                type.GetTableName()!,
                changed.RecordId,
                changed.OrganizationId,
                changed.Year,
                digest
            );
            lines.Add(
                new()
                {
                    Seq = seq,
                    At = at,
                    AccountId = by.AccountId,
                    By = by.Name,
                    Act = act,
                    Entity = type.GetTableName()!,
                    RecordId = changed.RecordId,
                    OrganizationId = changed.OrganizationId,
                    Year = changed.Year,
                    Digest = digest,
                    Hash = hash,
                }
            );
            values.Add(
                new()
                {
                    Seq = seq,
                    Key = key,
                    After = text,
                }
            );
        }

        await bulk.InsertAsync(lines, cancel);
        await bulk.InsertAsync(values, cancel);
    }

    private Task<int> LockLinesAsync(CancellationToken cancel) =>
        store.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7410)", cancel);

    /// <summary>The hash of a line: everything that stands in it, after the hash of the line before.</summary>
    public static byte[] Chain(ChangeLine line, byte[] before) =>
        Chain(
            before,
            line.Seq,
            line.At,
            new(line.AccountId, line.By),
            line.Act,
            line.Entity,
            line.RecordId,
            line.OrganizationId,
            line.Year,
            line.Digest
        );

    private static byte[] Chain(
        byte[] before,
        long seq,
        DateTimeOffset at,
        ChangeAuthor by,
        string act,
        string entity,
        long recordId,
        long? organizationId,
        int? year,
        byte[] digest
    )
    {
        var words = $"{by.Name}\n{act}\n{entity}";
        Span<byte> line = stackalloc byte[6 * 8 + 32 + 32 + Encoding.UTF8.GetMaxByteCount(words.Length)];
        before.CopyTo(line);
        digest.CopyTo(line[32..]);
        long[] numbers = [seq, at.ToUnixTimeMilliseconds(), by.AccountId ?? -1, recordId, organizationId ?? -1, year ?? -1];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(line[(64 + i * 8)..], numbers[i]);
        }

        var length = 64 + 48 + Encoding.UTF8.GetBytes(words, line[(64 + 48)..]);
        return SHA256.HashData(line[..length]);
    }
}
