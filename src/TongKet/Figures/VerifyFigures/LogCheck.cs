using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TongKet.Store;

namespace TongKet.Figures.VerifyFigures;

/// <summary>The last thing that the change log says of a record.</summary>
/// <param name="IsBatch">It stands for many records and knows nothing of their values.</param>
public sealed record LastLine(
    long Seq,
    byte[] Digest,
    byte[]? Key,
    bool IsErased,
    bool IsRemoval,
    long? OrganizationId,
    bool IsBatch = false
);

/// <summary>
/// Walks the chain of the change log: no line is missing, none was altered, and the values beside each line are those
/// it was written with. Values that somebody erased by the act for it are counted; erased without it, they are named.
/// </summary>
public sealed class LogCheck(AppStore store)
{
    private const string Table = "change_line";
    private readonly Dictionary<(string Table, long Id), LastLine> lastLines = [];

    public int Lines { get; private set; }
    public int Erased { get; private set; }

    public LoggedBatches Batches { get; } = new();

    /// <summary>By table and record, of records that have a line of their own.</summary>
    public IReadOnlyDictionary<(string Table, long Id), LastLine> LastLines => lastLines;

    public async Task<IReadOnlyList<Difference>> WalkAsync(Func<long, string> codeOf, CancellationToken cancel)
    {
        var found = new List<Difference>();
        var hash = new byte[SHA256.HashSizeInBytes];
        var due = 1L;
        var erasures = (await store.Set<LogErasure>().AsNoTracking().ToListAsync(cancel)).ToLookup(e => (e.Entity, e.RecordId));
        var lines = store
            .Set<ChangeLine>()
            .AsNoTracking()
            .LeftJoin(store.Set<ChangeValue>().AsNoTracking(), l => l.Seq, v => v.Seq, (l, v) => new { Line = l, Value = v })
            .OrderBy(x => x.Line.Seq)
            .AsAsyncEnumerable();
        await foreach (var (line, value) in lines.Select(x => (x.Line, x.Value)).WithCancellation(cancel))
        {
            Lines++;
            var organization = line.OrganizationId is { } id ? codeOf(id) : null;
            if (line.Seq != due)
            {
                found.Add(new("log-line-missing", Record: Difference.NameOf(Table, due), Found: Number(line.Seq)));
            }
            else if (!ChangeLog.Chain(line, hash).AsSpan().SequenceEqual(line.Hash))
            {
                found.Add(new("log-line-altered", organization, Difference.NameOf(Table, line.Seq)));
            }

            if (Complaint(line, value, erasures[(line.Entity, line.RecordId)]) is { } complaint)
            {
                found.Add(new(complaint, organization, Difference.NameOf(Table, line.Seq)));
            }

            if (line.BatchSize is not null)
            {
                Batches.Add(line, value);
            }
            else
            {
                lastLines[(line.Entity, line.RecordId)] = new(
                    line.Seq,
                    line.Digest,
                    value?.Key,
                    value?.ErasedAt is not null,
                    value is { After: null, ErasedAt: null },
                    line.OrganizationId
                );
            }

            (hash, due) = (line.Hash, line.Seq + 1);
        }

        found.AddRange(await EndAsync(due, cancel));
        return found;
    }

    /// <summary>The values and keys of lines that are gone betray that the end of the log was cut off.</summary>
    private async Task<IEnumerable<Difference>> EndAsync(long due, CancellationToken cancel)
    {
        var orphans = await store.Set<ChangeValue>().Where(v => v.Seq >= due).Select(v => v.Seq).ToListAsync(cancel);
        return orphans.Order().Select(seq => new Difference("log-line-missing", Record: Difference.NameOf(Table, seq)));
    }

    private string? Complaint(ChangeLine line, ChangeValue? value, IEnumerable<LogErasure> erasures)
    {
        if (value?.ErasedAt is not null)
        {
            Erased++;
            return erasures.Any(e => line.Seq < e.BeforeSeq) ? null : "log-values-erased";
        }

        return value?.Key is null || (line.BatchSize is not null && value.After is null) ? "log-values-missing"
            : HMACSHA256.HashData(value.Key, Encoding.UTF8.GetBytes(value.After ?? "")).AsSpan().SequenceEqual(line.Digest) ? null
            : "log-values-altered";
    }

    private static string Number(long seq) => seq.ToString(CultureInfo.InvariantCulture);
}
