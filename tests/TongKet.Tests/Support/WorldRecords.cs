using TongKet.Domain.Commendations;
using TongKet.Domain.Figures;
using TongKet.Domain.Meetings;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Store;

namespace TongKet.Tests.Support;

/// <summary>
/// The records of a world in the making, and their writing: what is new is inserted, what an act changed is updated,
/// each with its line of the change log, in one transaction.
/// </summary>
public abstract class WorldRecords
{
    // Beyond what the program gives out in a test, so that both may write to one database.
    private const long FirstId = 10_000_000;

    private readonly List<object> all = [];
    private readonly HashSet<object> changed = [];
    private int written;
    private long lastId = FirstId;

    public IReadOnlyList<object> All => all;
    public IReadOnlyList<OrganizationVersion> Versions => [.. all.OfType<OrganizationVersion>()];
    public IReadOnlyList<Organization> Organizations => [.. all.OfType<Organization>()];
    public IReadOnlyList<Member> Members => [.. all.OfType<Member>()];

    public long NextId() => ++lastId;

    public T Add<T>(T record)
        where T : class
    {
        all.Add(record);
        return record;
    }

    /// <summary>Says that a record written before is about to be changed.</summary>
    public T Change<T>(T record)
        where T : class
    {
        changed.Add(record);
        return record;
    }

    public OrganizationVersion VersionOf(Organization what) =>
        all.OfType<OrganizationVersion>().Last(v => v.OrganizationId == what.Id);

    public OrganizationPlace PlaceOf(Organization what) => all.OfType<OrganizationPlace>().Last(p => p.OrganizationId == what.Id);

    /// <summary>Where the member stands, or stood last.</summary>
    public Stay StayOf(Member member) => all.OfType<Stay>().Last(s => s.MemberId == member.Id);

    public IEnumerable<Member> MembersOf(Organization cell, DateOnly on)
    {
        var there = all.OfType<Stay>()
            .Where(s => s.CellId == cell.Id && s.FromOn <= on && (s.ToOn is null || s.ToOn > on))
            .Select(s => s.MemberId)
            .ToHashSet();
        return Members.Where(m => there.Contains(m.Id));
    }

    public IEnumerable<Organization> Below(Organization what)
    {
        var below = all.OfType<OrganizationPlace>().Where(p => p.ParentId == what.Id && p.ToOn is null).ToList();
        return Organizations.Where(o => below.Any(p => p.OrganizationId == o.Id));
    }

    /// <summary>Writes all acts since the last writing.</summary>
    public async Task SaveAsync(TestDatabase database, string act = "test.world", CancellationToken cancel = default)
    {
        await using var store = database.OpenStore();
        var bulk = new BulkWriter(store);
        var log = new ChangeLog(store, bulk, new FakeClock(2026, 1, 15));
        await using var transaction = await log.BeginAsync(cancel);
        var added = all.Skip(written).ToList();
        await InsertAsync<Organization>(bulk, added, cancel);
        await InsertAsync<OrganizationVersion>(bulk, added, cancel);
        await InsertAsync<OrganizationPlace>(bulk, added, cancel);
        await InsertAsync<OrganizationSuccession>(bulk, added, cancel);
        await InsertAsync<Member>(bulk, added, cancel);
        await InsertAsync<Stay>(bulk, added, cancel);
        await InsertAsync<MemberPost>(bulk, added, cancel);
        await InsertAsync<MemberConditionSpan>(bulk, added, cancel);
        await InsertAsync<MemberGrade>(bulk, added, cancel);
        await InsertAsync<OrganizationGrade>(bulk, added, cancel);
        await InsertAsync<Target>(bulk, added, cancel);
        await InsertAsync<AggregateCount>(bulk, added, cancel);
        await InsertAsync<Commendation>(bulk, added, cancel);
        await InsertAsync<Meeting>(bulk, added, cancel);
        await InsertAsync<ReviewCycle>(bulk, added, cancel);
        await InsertAsync<CapAllowance>(bulk, added, cancel);

        var updated = changed.Except(added).ToList();
        store.UpdateRange(updated);
        await log.SaveAsync(new(null, "test"), act, [.. added.Concat(updated).Select(Line)], cancel);
        await transaction.CommitAsync(cancel);
        written = all.Count;
        changed.Clear();
    }

    /// <summary>Whose figures a record touches.</summary>
    private ChangedRecord Line(object record) =>
        record switch
        {
            Organization o => new(o, o.Id, o.Id),
            OrganizationVersion v => new(v, v.Id, v.OrganizationId),
            OrganizationPlace p => new(p, p.Id, p.OrganizationId),
            OrganizationSuccession s => new(s, s.Id, s.OldId),
            Member m => new(m, m.Id, StayOf(m).CellId),
            Stay s => new(s, s.Id, s.CellId),
            MemberPost p => new(p, p.Id, p.OrganizationId),
            MemberConditionSpan c => new(c, c.Id, StayOf(Members.First(m => m.Id == c.MemberId)).CellId),
            MemberGrade g => new(g, g.Id, g.CellId, g.Year),
            OrganizationGrade g => new(g, g.Id, g.OrganizationId, g.Year),
            Target t => new(t, t.Id, t.OrganizationId, t.Year),
            AggregateCount a => new(a, a.Id, a.OrganizationId, a.Year),
            Commendation c => new(c, c.Id, c.OrganizationId, c.Year),
            Meeting m => new(m, m.Id, m.CellId, m.HeldOn.Year),
            ReviewCycle r => new(r, r.Id, r.OrganizationId, r.Year),
            CapAllowance a => new(a, a.Id, a.OrganizationId),
            _ => throw new ArgumentException($"A world has no {record.GetType().Name}.", nameof(record)),
        };

    private static Task InsertAsync<T>(BulkWriter bulk, IEnumerable<object> added, CancellationToken cancel)
        where T : class => bulk.InsertAsync(added.OfType<T>().ToList(), cancel);
}
