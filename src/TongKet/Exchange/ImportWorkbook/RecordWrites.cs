using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Store;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>The records that an import adds and changes, each once, kept until the whole file is seen to be right.</summary>
public sealed class RecordWrites
{
    public RecordBatch<Organization> Organizations { get; } = new(o => o.Id);
    public RecordBatch<OrganizationVersion> Versions { get; } = new(v => v.Id);
    public RecordBatch<OrganizationPlace> Places { get; } = new(p => p.Id);
    public RecordBatch<Member> Members { get; } = new(m => m.Id);
    public RecordBatch<Stay> Stays { get; } = new(s => s.Id);
    public RecordBatch<MemberConditionSpan> Conditions { get; } = new(c => c.Id);
    public RecordBatch<MemberPost> Posts { get; } = new(p => p.Id);
    public RecordBatch<MemberGrade> MemberGrades { get; } = new(g => g.Id);
    public RecordBatch<OrganizationGrade> OrganizationGrades { get; } = new(g => g.Id);
    public RecordBatch<Target> Targets { get; } = new(t => t.Id);
    public RecordBatch<AggregateCount> Aggregates { get; } = new(a => a.Id);

    /// <summary>In an order in which what is referred to is written first.</summary>
    private readonly RecordBatch[] inOrder;

    public RecordWrites() =>
        inOrder = [
            Organizations,
            Versions,
            Places,
            Members,
            Stays,
            Conditions,
            Posts,
            MemberGrades,
            OrganizationGrades,
            Targets,
            Aggregates,
        ];

    public int Count => inOrder.Sum(batch => batch.Count);

    /// <summary>Writes all within the caller's transaction, and one line of the change log a record.</summary>
    public async Task SaveAsync(BulkWriter bulk, ChangeLog log, ChangeAuthor by, int year, CancellationToken cancel)
    {
        var lines = new List<ChangedRecord>(Count);
        foreach (var batch in inOrder)
        {
            await batch.SaveAsync(bulk, cancel);
            lines.AddRange(batch.Lines(year));
        }

        await log.AppendAsync(by, ImportWorkbookHandler.Act, lines, cancel);
    }
}

public abstract class RecordBatch
{
    public abstract int Count { get; }

    public abstract Task SaveAsync(BulkWriter bulk, CancellationToken cancel);

    public abstract IEnumerable<ChangedRecord> Lines(int year);
}

/// <summary>Records of one kind to be added or changed, each with the organization whose figures it touches.</summary>
public sealed class RecordBatch<T>(Func<T, long> idOf) : RecordBatch
    where T : class
{
    private readonly Dictionary<T, long> added = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<T, long> changed = new(ReferenceEqualityComparer.Instance);

    public override int Count => added.Count + changed.Count;

    public IReadOnlyCollection<T> Added => added.Keys;
    public IReadOnlyCollection<T> Changed => changed.Keys;

    public T Add(T record, long organizationId)
    {
        added.Add(record, organizationId);
        return record;
    }

    /// <summary>Says that a record is no longer what was read; one that is only being added stays so.</summary>
    public void Change(T record, long organizationId)
    {
        if (!added.ContainsKey(record))
        {
            changed[record] = organizationId;
        }
    }

    public override async Task SaveAsync(BulkWriter bulk, CancellationToken cancel)
    {
        // What ends first makes room for what begins: codes and numbers are unique at any time.
        await bulk.UpdateAsync(changed.Keys, cancel);
        await bulk.InsertAsync(added.Keys, cancel);
    }

    public override IEnumerable<ChangedRecord> Lines(int year) =>
        changed.Concat(added).Select(pair => new ChangedRecord(pair.Key, idOf(pair.Key), pair.Value, year));
}
