using System.Reflection;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TongKet.Domain.Organizations;
using TongKet.Store;

namespace TongKet.Figures.VerifyFigures;

/// <summary>A record that is not as the last line of the change log has it.</summary>
/// <param name="Line">Null where the log knows nothing of it.</param>
public sealed record RecordFault(string Kind, IEntityType Type, long Id, LastLine? Line)
{
    public string Table => Type.GetTableName()!;
}

/// <summary>
/// Compares every record of the rooms with the last line that the change log has of it: its own, else that of the batch in
/// which it was added.
/// </summary>
public sealed class RecordCheck(
    AppStore store,
    IReadOnlyDictionary<(string Table, long Id), LastLine> lastLines,
    LoggedBatches batches
)
{
    public const string Changed = "record-changed";
    public const string WithoutLine = "record-without-line";
    public const string Gone = "record-gone";
    private static readonly MethodInfo ReadTable = typeof(RecordCheck).GetMethod(
        nameof(CompareAsync),
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    public int Records { get; private set; }

    /// <summary>The tables whose changes are logged: those of the domain's classes, the accounts, and what was erased from the log.</summary>
    public static IEnumerable<IEntityType> LoggedTypes(AppStore store) =>
        store
            .Model.GetEntityTypes()
            .Where(t =>
                t.ClrType.Assembly == typeof(Organization).Assembly
                || t.ClrType == typeof(Account)
                || t.ClrType == typeof(LogErasure)
            );

    public async Task<IReadOnlyList<RecordFault>> CompareAsync(CancellationToken cancel)
    {
        var faults = new List<RecordFault>();
        var linesOf = lastLines.ToLookup(l => l.Key.Table, l => (l.Key.Id, Line: l.Value));
        foreach (var type in LoggedTypes(store))
        {
            var seen = new HashSet<long>();
            await (Task)ReadTable.MakeGenericMethod(type.ClrType).Invoke(this, [type, seen, faults, cancel])!;
            faults.AddRange(
                linesOf[type.GetTableName()!]
                    .Where(l => !l.Line.IsRemoval && !l.Line.IsErased && !seen.Contains(l.Id))
                    .Select(l => new RecordFault(Gone, type, l.Id, l.Line))
            );
            faults.AddRange(
                from batch in batches.Of(type.GetTableName()!)
                where !batch.IsErased
                from id in batch.Missing()
                where !lastLines.ContainsKey((type.GetTableName()!, id))
                select new RecordFault(Gone, type, id, batch.Line)
            );
        }

        return faults;
    }

    private async Task CompareAsync<T>(IEntityType type, HashSet<long> seen, List<RecordFault> faults, CancellationToken cancel)
        where T : class
    {
        var idOf = type.FindPrimaryKey()!.Properties.Single().GetGetter();
        await foreach (var record in store.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            Records++;
            var id = (long)idOf.GetClrValueUsingContainingEntity(record)!;
            var table = type.GetTableName()!;
            var batch = batches.Find(table, id);
            batch?.Meet(id);
            var line = lastLines.GetValueOrDefault((table, id));
            if (line is not null)
            {
                seen.Add(id);
            }

            if (line is null && batch is not null)
            {
                if (!batch.Holds(id, RecordText.Of(type, record).Span))
                {
                    faults.Add(new(Changed, type, id, batch.Line));
                }
            }
            else if (line is null || line.IsRemoval)
            {
                faults.Add(new(WithoutLine, type, id, line));
            }
            else if (!line.IsErased && !IsAsLogged(type, record, line))
            {
                faults.Add(new(Changed, type, id, line));
            }
        }
    }

    // A line whose values are missing is complained of by the log's own check.
    private static bool IsAsLogged(IEntityType type, object record, LastLine line) =>
        line.Key is null || HMACSHA256.HashData(line.Key, RecordText.Of(type, record).Span).AsSpan().SequenceEqual(line.Digest);
}
