using System.Collections;
using TongKet.Store;

namespace TongKet.Figures.VerifyFigures;

/// <summary>
/// The batches that the change log tells of, by table and id: which line stands for a record that has none of its own, and
/// which records of each batch were met.
/// </summary>
public sealed class LoggedBatches
{
    private readonly Dictionary<string, SortedList<long, LoggedBatch>> byTable = [];

    public void Add(ChangeLine line, ChangeValue? value)
    {
        if (!byTable.TryGetValue(line.Entity, out var batches))
        {
            byTable[line.Entity] = batches = [];
        }

        var size = line.BatchSize!.Value;
        batches[line.RecordId] = new(line.Seq, line.RecordId, size, value?.Key, value?.ErasedAt is not null, line.OrganizationId)
        {
            Digests = ChangeBatch.Read(value?.After, size),
        };
    }

    public LoggedBatch? Find(string table, long id)
    {
        if (!byTable.TryGetValue(table, out var batches))
        {
            return null;
        }

        var (low, high) = (0, batches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = batches.Keys[middle] <= id ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && batches.Values[low - 1] is var batch && id < batch.FirstId + batch.Size ? batch : null;
    }

    public IEnumerable<LoggedBatch> Of(string table) => byTable.TryGetValue(table, out var batches) ? batches.Values : [];
}

/// <summary>A batch of records and which of them are there.</summary>
public sealed record LoggedBatch(long Seq, long FirstId, int Size, byte[]? Key, bool IsErased, long? OrganizationId)
{
    private readonly BitArray met = new(Size);

    public byte[]? Digests { get; init; }

    /// <summary>The line as the last word on one of its records.</summary>
    public LastLine Line => new(Seq, [], Key, IsErased, IsRemoval: false, OrganizationId, IsBatch: true);

    public void Meet(long id) => met[(int)(id - FirstId)] = true;

    public IEnumerable<long> Missing() => Enumerable.Range(0, Size).Where(at => !met[at]).Select(at => FirstId + at);

    // A line whose digests are missing or were altered is complained of by the log's own check.
    public bool Holds(long id, ReadOnlySpan<byte> record) =>
        IsErased || Key is null || Digests is null || ChangeBatch.Holds(Digests, (int)(id - FirstId), Key, record);
}
