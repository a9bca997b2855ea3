using Microsoft.EntityFrameworkCore;
using TongKet.Demo;
using TongKet.Store;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Demo;

/// <summary>The demo's world comes out the same from the same seed, on any day, and nothing in it is at odds.</summary>
public sealed class DemoWorldTests
{
    [Theory, OnBothDatabases]
    public async Task One_seed_makes_one_world_on_both_databases(DatabaseKind kind)
    {
        await using var here = await TestDatabase.MigratedAsync(kind);
        await using var there = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await MadeWorld.MakeAsync(here, DemoSize.Small);
        await MadeWorld.MakeAsync(there, DemoSize.Small, new FakeClock(2026, 11, 22, hour: 21));

        Assert.Equal(await WrittenAsync(here), await WrittenAsync(there));
    }

    [Theory, OnBothDatabases]
    public async Task Another_seed_makes_another_world(DatabaseKind kind)
    {
        await using var here = await TestDatabase.MigratedAsync(kind);
        await using var there = await TestDatabase.MigratedAsync(kind);
        await MadeWorld.MakeAsync(here, DemoSize.Small);
        await MadeWorld.MakeAsync(there, DemoSize.Small, seed: DemoWorld.Seed + 1);

        Assert.NotEqual(await WrittenAsync(here), await WrittenAsync(there));
    }

    [Theory]
    [OnBothDatabases(2024, 5, 3)]
    [OnBothDatabases(2025, 6, 30)]
    [OnBothDatabases(2025, 7, 1)]
    [OnBothDatabases(2026, 7, 26)]
    [OnBothDatabases(2026, 11, 22)]
    [OnBothDatabases(2028, 2, 29)]
    public async Task Whatever_day_it_is_made_on_verify_finds_nothing(DatabaseKind kind, int year, int month, int day)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await MadeWorld.MakeAsync(database, DemoSize.Small, new FakeClock(year, month, day));

        await SoundWorld.AssertSilentAsync(database);
    }

    [Theory, OnBothDatabases]
    public async Task Every_record_has_one_line_of_the_change_log_with_its_organization(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await MadeWorld.MakeAsync(database, DemoSize.Small);
        var world = await MadeWorld.ReadAsync(database);
        await using var store = database.OpenStore();
        var lines = await store.Set<ChangeLine>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(lines.Count, lines.DistinctBy(l => l.RecordId).Count());
        Assert.All(lines, l => Assert.Equal((DemoWorld.Act, true), (l.Act, l.OrganizationId is not null)));
        Assert.Equal(
            (world.Stays.Count, world.Grades.Count, world.Members.Count),
            (Lines("stay"), Lines("member_grade"), Lines("member"))
        );
        Assert.All(lines.Where(l => l.Entity is "stay" or "target" or "member_grade"), l => Assert.NotNull(l.Year));

        int Lines(string entity) => lines.Count(l => l.Entity == entity);
    }

    [Theory, OnBothDatabases]
    public async Task It_is_made_only_where_there_is_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await MadeWorld.MakeAsync(database, DemoSize.Small);
        var before = await WrittenAsync(database);

        await Assert.ThrowsAsync<InvalidOperationException>(() => MadeWorld.MakeAsync(database, DemoSize.Small));
        Assert.Equal(before, await WrittenAsync(database));
    }

    /// <summary>What the change log says that each record is: everything but keys and the time of writing.</summary>
    private static async Task<List<string?>> WrittenAsync(TestDatabase database)
    {
        await using var store = database.OpenStore();
        return await store
            .Set<ChangeValue>()
            .OrderBy(v => v.Seq)
            .Select(v => v.After)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
