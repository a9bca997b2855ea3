using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
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
    private const int BlockOfLines = 2048;
    private const int RestNumbers = 6;
    internal const string LockLines = "SELECT pg_advisory_xact_lock(7410)";
    private const string LastLine = "SELECT seq, hash FROM change_line ORDER BY seq DESC LIMIT 1";

    /// <summary>What stands for the hash of the line before the first.</summary>
    internal static readonly byte[] BeforeTheFirst = new byte[SHA256.HashSizeInBytes];

    /// <summary>
    /// A transaction that may write. On SQLite it is the only writer from here on. What the page read for itself before
    /// is forgotten, else whoever waited here would be given those records again as they stood before his wait.
    /// </summary>
    public async Task<IDbContextTransaction> BeginAsync(CancellationToken cancel)
    {
        // What fails takes the whole transaction with it: nobody goes on from the middle of one.
        store.Database.AutoSavepointsEnabled = false;
        var transaction = await store.Database.BeginTransactionAsync(cancel);
        if (!store.ChangeTracker.HasChanges())
        {
            store.ChangeTracker.Clear();
        }

        return transaction;
    }

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
        await using var transaction = store.Database.CurrentTransaction is null
            ? await store.Database.BeginTransactionAsync(cancel)
            : null;
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
        if (records.Count > BlockOfLines)
        {
            await using var lines = await ComposeAsync(by, act, records, cancel);
            await lines.WriteAsync(cancel);
            return;
        }

        // Nobody else writes lines behind the look at the last one: what can be done before it is done before it.
        var block = Digest(by, act, [.. records]);
        if (store.IsPostgreSql && records.Count is > 0 and <= ChainedLines.Most)
        {
            await ChainedLines.WriteAsync(store, block, cancel);
        }
        else
        {
            await Number(block, await LastAsync(cancel)).WriteAsync(bulk, cancel);
        }
    }

    /// <summary>
    /// Begins to compose the lines of many records on another core, within the caller's transaction, who writes them when
    /// he has written the records. Nothing of them may change from here on.
    /// </summary>
    public async Task<PendingLines> ComposeAsync(
        ChangeAuthor by,
        string act,
        IEnumerable<ChangedRecord> records,
        CancellationToken cancel
    ) => new(Compose(by, act, records, await LastAsync(cancel)), bulk, cancel);

    private IEnumerable<LineBlock> Compose(
        ChangeAuthor by,
        string act,
        IEnumerable<ChangedRecord> records,
        (long Seq, byte[] Hash) last
    )
    {
        foreach (var chunk in records.Chunk(BlockOfLines))
        {
            var block = Number(Digest(by, act, chunk), last);
            last = (block.Lines[^1].Seq, block.Lines[^1].Hash);
            yield return block;
        }
    }

    /// <summary>The lines of so many records, not yet numbered and chained.</summary>
    private LineBlock Digest(ChangeAuthor by, string act, ChangedRecord[] records)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var types = new Dictionary<Type, (IEntityType Type, string Table)>();
        var lines = new List<ChangeLine>(records.Length);
        var values = new List<ChangeValue>(records.Length);
        var keys = RandomNumberGenerator.GetBytes(KeyBytes * records.Length);
        for (var i = 0; i < records.Length; i++)
        {
            var changed = records[i];
            if (!types.TryGetValue(changed.Record.GetType(), out var type))
            {
                var found =
                    store.Model.FindEntityType(changed.Record.GetType())
                    ?? throw new InvalidOperationException($"{changed.Record.GetType().Name} has no table.");
                types[changed.Record.GetType()] = type = (found, found.GetTableName()!);
            }

            var key = keys.AsSpan(i * KeyBytes, KeyBytes).ToArray();
            var after = changed.IsRemoved ? default : RecordText.Of(type.Type, changed.Record);
            lines.Add(
                new()
                {
                    At = at,
                    AccountId = by.AccountId,
                    By = by.Name,
                    Act = act,
                    Entity = type.Table,
                    RecordId = changed.RecordId,
                    OrganizationId = changed.OrganizationId,
                    Year = changed.Year,
                    Digest = HMACSHA256.HashData(key, after.Span),
                    Hash = new byte[SHA256.HashSizeInBytes],
                }
            );
            values.Add(new() { Key = key, After = changed.IsRemoved ? null : Encoding.UTF8.GetString(after.Span) });
        }

        return new(lines, values);
    }

    private static LineBlock Number(LineBlock block, (long Seq, byte[] Hash) last)
    {
        var (seq, hash) = last;
        var words = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines[i];
            line.Seq = block.Values[i].Seq = ++seq;
            if (!words.TryGetValue(line.Entity, out var said))
            {
                words[line.Entity] = said = WordsOf(line);
            }

            Chain(line, hash, said, line.Hash);
            hash = line.Hash;
        }

        return block;
    }

    /// <summary>The end of the chain; nobody else writes lines from here until the caller's transaction ends.</summary>
    public async Task<(long Seq, byte[] Hash)> LastAsync(CancellationToken cancel)
    {
        var connection = store.Database.GetDbConnection();
        await store.Database.OpenConnectionAsync(cancel);
        try
        {
            // The lock and the look behind it in one call: nobody writes lines while this one is on its way.
            await using var command = connection.CreateCommand();
            command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = (store.IsPostgreSql ? LockLines + ";" : "") + LastLine;
            await using var reader = await command.ExecuteReaderAsync(cancel);
            if (store.IsPostgreSql)
            {
                await reader.NextResultAsync(cancel);
            }

            return await reader.ReadAsync(cancel) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, BeforeTheFirst);
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The hash of a line: the hash of the line before, its digest, its number, and the rest of what stands in it.</summary>
    public static byte[] Chain(ChangeLine line, byte[] before)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        Chain(line, before, WordsOf(line), hash);
        return hash;
    }

    /// <summary>What the hash of a line is made of behind its number, so that a database can make it too.</summary>
    internal static byte[] Rest(ChangeLine line)
    {
        var words = WordsOf(line);
        var rest = new byte[RestNumbers * sizeof(long) + words.Length];
        WriteRest(line, words, rest);
        return rest;
    }

    private static byte[] WordsOf(ChangeLine line) => Encoding.UTF8.GetBytes($"{line.By}\n{line.Act}\n{line.Entity}");

    private static void Chain(ChangeLine line, byte[] before, byte[] words, byte[] hash)
    {
        Span<byte> text = stackalloc byte[64 + (1 + RestNumbers) * sizeof(long) + words.Length];
        before.CopyTo(text);
        line.Digest.CopyTo(text[32..]);
        BinaryPrimitives.WriteInt64BigEndian(text[64..], line.Seq);
        WriteRest(line, words, text[(64 + sizeof(long))..]);
        SHA256.HashData(text, hash);
    }

    private static void WriteRest(ChangeLine line, byte[] words, Span<byte> rest)
    {
        ReadOnlySpan<long> numbers =
        [
            line.At.ToUnixTimeMilliseconds(),
            line.AccountId ?? -1,
            line.RecordId,
            line.OrganizationId ?? -1,
            line.Year ?? -1,
            line.BatchSize ?? -1,
        ];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(rest[(i * sizeof(long))..], numbers[i]);
        }

        words.CopyTo(rest[(RestNumbers * sizeof(long))..]);
    }

    private Task<int> LockLinesAsync(CancellationToken cancel) => store.Database.ExecuteSqlRawAsync(LockLines, cancel);
}
