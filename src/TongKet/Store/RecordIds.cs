using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TongKet.Store;

/// <summary>Gives out record ids, unique in the whole database, one call for any number of them.</summary>
/// <param name="left">Ids that an earlier call of this program was given and did not use.</param>
public sealed class RecordIds(AppStore store, LeftIds? left = null)
{
    /// <summary>PostgreSQL's sequence steps by this, so that one call gives so many ids and holds nobody up.</summary>
    public const int Block = 50;

    public async Task<IdSupply> TakeAsync(int count, CancellationToken cancel)
    {
        if (store.IsPostgreSql && left?.Take(count) is { } first)
        {
            return new([first], count);
        }

        await store.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Command(count);
            var starts = new List<long>();
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                starts.Add(reader.GetInt64(0));
            }

            if (store.IsPostgreSql && count < Block)
            {
                left?.Keep(starts[^1] + count, Block - count);
            }

            return Supply(starts, count);
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The same for a plan in memory that learns on its way whether it needs any.</summary>
    public IdSupply Take(int count)
    {
        store.Database.OpenConnection();
        try
        {
            using var command = Command(count);
            var starts = new List<long>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                starts.Add(reader.GetInt64(0));
            }

            return Supply(starts, count);
        }
        finally
        {
            store.Database.CloseConnection();
        }
    }

    public async Task<long> NextAsync(CancellationToken cancel) => (await TakeAsync(1, cancel)).Next();

    private static int Blocks(int count) => (count + Block - 1) / Block;

    private IdSupply Supply(List<long> starts, int count) => new(starts, store.IsPostgreSql ? Block : Blocks(count) * Block);

    private DbCommand Command(int count)
    {
        var command = store.Database.GetDbConnection().CreateCommand();
        command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = store.IsPostgreSql
            ? "SELECT nextval('record_id') FROM generate_series(1, @n)"
            : "UPDATE record_counter SET next = next + @n * 50 WHERE id = 1 RETURNING next - @n * 50";
        var n = command.CreateParameter();
        n.ParameterName = "@n";
        n.Value = Blocks(count);
        command.Parameters.Add(n);
        return command;
    }
}

/// <summary>Ids to be used one after the other.</summary>
public sealed class IdSupply(IReadOnlyList<long> starts, int blockSize)
{
    private int taken;

    public long Next()
    {
        var id = starts[taken / blockSize] + (taken % blockSize);
        taken++;
        return id;
    }
}

/// <summary>
/// The rest of a block of PostgreSQL's sequence, for whoever needs a few ids next: a sequence does not take back what a
/// transaction that failed was given, so nobody is given the same again. SQLite's counter does, and has no rest.
/// </summary>
public sealed class LeftIds
{
    private readonly Lock gate = new();
    private long next;
    private int count;

    /// <summary>The first of so many that follow each other; null where there are not so many.</summary>
    public long? Take(int wanted)
    {
        lock (gate)
        {
            if (wanted > count)
            {
                return null;
            }

            (next, count) = (next + wanted, count - wanted);
            return next - wanted;
        }
    }

    /// <summary>The larger rest is kept; the other one is never given to anybody.</summary>
    public void Keep(long from, int many)
    {
        lock (gate)
        {
            if (many > count)
            {
                (next, count) = (from, many);
            }
        }
    }
}

/// <summary>Where SQLite counts record ids; PostgreSQL has a sequence for it.</summary>
public sealed class RecordCounter
{
    public int Id { get; init; }
    public long Next { get; set; }
}
