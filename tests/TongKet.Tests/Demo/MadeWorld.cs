using Microsoft.EntityFrameworkCore;
using TongKet.Demo;
using TongKet.Domain.Commendations;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Regulations;
using TongKet.Store;
using TongKet.Tests.Support;

[assembly: AssemblyFixture(typeof(TongKet.Tests.Demo.FullWorlds))]

namespace TongKet.Tests.Demo;

/// <summary>A demo world in a database of its own, and all its rows read back from there.</summary>
public sealed record MadeWorld(
    IReadOnlyList<Organization> Organizations,
    IReadOnlyList<OrganizationVersion> Versions,
    IReadOnlyList<OrganizationPlace> Places,
    IReadOnlyList<OrganizationSuccession> Successions,
    IReadOnlyList<Member> Members,
    IReadOnlyList<Stay> Stays,
    IReadOnlyList<MemberConditionSpan> Conditions,
    IReadOnlyList<MemberPost> Posts,
    IReadOnlyList<MemberGrade> Grades,
    IReadOnlyList<OrganizationGrade> OrganizationGrades,
    IReadOnlyList<Target> Targets,
    IReadOnlyList<AggregateCount> Counts,
    IReadOnlyList<Commendation> Commendations
)
{
    public const int ThisYear = 2026;
    public static readonly FakeClock Today = new(ThisYear, 11, 22);
    public static readonly DateOnly LastDayOfTheDistrict = new(2025, 6, 30);

    public static async Task MakeAsync(TestDatabase database, DemoSize size, FakeClock? clock = null, ulong seed = DemoWorld.Seed)
    {
        await using var store = database.OpenStore();
        var bulk = new BulkWriter(store);
        var log = new ChangeLog(store, bulk, clock ?? Today);
        var world = new DemoWorld(store, new RecordIds(store), bulk, log, RuleBookLoader.Load(), clock ?? Today);
        await world.MakeAsync(size, seed, TestContext.Current.CancellationToken);
    }

    public static async Task<MadeWorld> ReadAsync(TestDatabase database)
    {
        await using var store = database.OpenStore();
        return new(
            await RowsAsync<Organization>(store),
            await RowsAsync<OrganizationVersion>(store),
            await RowsAsync<OrganizationPlace>(store),
            await RowsAsync<OrganizationSuccession>(store),
            await RowsAsync<Member>(store),
            await RowsAsync<Stay>(store),
            await RowsAsync<MemberConditionSpan>(store),
            await RowsAsync<MemberPost>(store),
            await RowsAsync<MemberGrade>(store),
            await RowsAsync<OrganizationGrade>(store),
            await RowsAsync<Target>(store),
            await RowsAsync<AggregateCount>(store),
            await RowsAsync<Commendation>(store)
        );
    }

    public OrganizationTree TreeOn(DateOnly day) =>
        OrganizationTree.Build(Versions, Places, Successions, day, new(day.Year, 1, 1));

    public IEnumerable<OrganizationVersion> VersionsOn(DateOnly day) =>
        Versions.Where(v => v.FromOn <= day && (v.ToOn is null || v.ToOn > day));

    public IEnumerable<Stay> StaysOn(DateOnly day) => Stays.Where(s => s.FromOn <= day && (s.ToOn is null || s.ToOn > day));

    private static Task<List<T>> RowsAsync<T>(AppStore store)
        where T : class => store.Set<T>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
}

/// <summary>The world that the demo shows, made once a database for all tests that look at it.</summary>
public sealed class FullWorlds : IDisposable
{
    private readonly Dictionary<DatabaseKind, MadeWorld> made = [];
    private readonly SemaphoreSlim gate = new(1);

    public async Task<MadeWorld> OnAsync(DatabaseKind kind)
    {
        await gate.WaitAsync();
        try
        {
            if (!made.TryGetValue(kind, out var world))
            {
                await using var database = await TestDatabase.MigratedAsync(kind);
                await MadeWorld.MakeAsync(database, DemoSize.Full);
                made[kind] = world = await MadeWorld.ReadAsync(database);
            }

            return world;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
