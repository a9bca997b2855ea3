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

    /// <summary>Asked for at every line of the file.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var batch in inOrder)
            {
                count += batch.Count;
            }

            return count;
        }
    }

    /// <summary>Writes all within the caller's transaction, and one line of the change log a record.</summary>
    public async Task SaveAsync(BulkWriter bulk, ChangeLog log, ChangeAuthor by, int year, CancellationToken cancel)
    {
        // Most of a line's work is its digests: they are made on another core from the first record on.
        await using var lines = await log.ComposeAsync(
            by,
            ImportWorkbookHandler.Act,
            inOrder.SelectMany(batch => batch.Lines(year)),
            cancel
        );
        foreach (var batch in inOrder)
        {
            await batch.SaveAsync(bulk, cancel);
        }

        await lines.WriteAsync(cancel);
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
    private readonly List<T> added = [];
    private readonly List<long> organizationsOfAdded = [];
    private readonly Dictionary<T, long> changed = new(ReferenceEqualityComparer.Instance);

    // Most files change nothing that they add: the set is made when one does.
    private HashSet<T>? knownToBeAdded;

    public override int Count => added.Count + changed.Count;

    public T Add(T record, long organizationId)
    {
        added.Add(record);
        organizationsOfAdded.Add(organizationId);
        knownToBeAdded?.Add(record);
        return record;
    }

    /// <summary>Says that a record is no longer what was read; one that is only being added stays so.</summary>
    public void Change(T record, long organizationId)
    {
        knownToBeAdded ??= new(added, ReferenceEqualityComparer.Instance);
        if (!knownToBeAdded.Contains(record))
        {
            changed[record] = organizationId;
        }
    }

    public override async Task SaveAsync(BulkWriter bulk, CancellationToken cancel)
    {
        // What ends first makes room for what begins: codes and numbers are unique at any time.
        await bulk.UpdateAsync(changed.Keys, cancel);
        await bulk.InsertAsync(added, cancel);
    }

    public override IEnumerable<ChangedRecord> Lines(int year) =>
        changed
            .Select(pair => new ChangedRecord(pair.Key, idOf(pair.Key), pair.Value, year))
            .Concat(added.Select((record, i) => new ChangedRecord(record, idOf(record), organizationsOfAdded[i], year)));
}
