using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Generate;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Generate;

/// <summary>An invented nation is the same for the same seed, agrees in itself, and can be stopped anywhere.</summary>
public sealed class GenerateTests
{
    [Theory, OnBothDatabases]
    public async Task Verify_takes_its_batches_as_the_records_after_the_change_and_finds_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        Assert.True(await MadeNation.MakeAsync(database, MadeNation.Small));

        // The year of the end of the districts, that of the new kinds, and one before both.
        await SoundWorld.AssertSilentAsync(database, new(2019, 12, 31), new(2025, 6, 30), new(2025, 12, 31), new(2026, 9, 30));
    }

    [Fact]
    public async Task One_seed_is_one_nation_on_both_databases_and_another_seed_another()
    {
        await using var here = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var there = await TestDatabase.MigratedAsync(DatabaseKind.PostgreSql);
        await using var other = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await MadeNation.MakeAsync(here, MadeNation.Small);
        await MadeNation.MakeAsync(there, MadeNation.Small);
        await MadeNation.MakeAsync(other, MadeNation.Small with { Seed = 7 });

        var made = await MadeNation.TablesAsync(here);
        Assert.Equal(made, await MadeNation.TablesAsync(there));
        Assert.NotEqual(made, await MadeNation.TablesAsync(other));
    }

    [Theory, OnBothDatabases]
    public async Task Stopped_within_a_province_it_goes_on_where_the_last_whole_one_ended(DatabaseKind kind)
    {
        await using var stopped = await TestDatabase.MigratedAsync(kind);
        await using var whole = await TestDatabase.MigratedAsync(kind);
        await MadeNation.MakeAsync(whole, MadeNation.ThreeProvinces);

        using var stop = new CancellationTokenSource();
        var communes = new List<int>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            MadeNation.MakeAsync(
                stopped,
                MadeNation.ThreeProvinces,
                at =>
                {
                    communes.Add(at.Provinces);
                    if (at.Provinces == 1 && communes.Count(p => p == 1) > 1)
                    {
                        stop.Cancel();
                    }
                },
                stop.Token
            )
        );
        await using (var store = stopped.OpenStore())
        {
            var provinces = await store
                .Set<OrganizationVersion>()
                .Where(v => v.Kind == OrganizationKind.ProvincialOrganization)
                .Select(v => v.OrganizationId)
                .Distinct()
                .CountAsync(TestContext.Current.CancellationToken);
            Assert.Equal(NationSize.OldProvincesOf(0), provinces);
        }

        Assert.True(await MadeNation.MakeAsync(stopped, MadeNation.ThreeProvinces));
        var made = await MadeNation.TablesAsync(whole);
        Assert.Equal(made, await MadeNation.TablesAsync(stopped));
        // Once more changes nothing.
        Assert.True(await MadeNation.MakeAsync(stopped, MadeNation.ThreeProvinces));
        Assert.Equal(made, await MadeNation.TablesAsync(stopped));
        await SoundWorld.AssertSilentAsync(stopped, new DateOnly(2025, 12, 31));
    }

    [Theory, OnBothDatabases]
    public async Task It_writes_nothing_where_other_records_are(DatabaseKind kind)
    {
        await using var office = await new SoundWorld().SaveAsync(kind);
        await using var nation = await TestDatabase.MigratedAsync(kind);
        await MadeNation.MakeAsync(nation, MadeNation.Small);
        var made = await MadeNation.TablesAsync(nation);

        var (exit, _, notes) = await new CommandLine(office).RunAsync("generate", "--members", "2000");
        Assert.NotEqual(0, exit);
        Assert.Contains("đang giữ dữ liệu khác", notes, StringComparison.Ordinal);
        Assert.False(await MadeNation.MakeAsync(nation, MadeNation.Small with { Seed = 7 }));
        Assert.Equal(made, await MadeNation.TablesAsync(nation));
    }

    [Fact]
    public void A_whole_nation_has_its_provinces_communes_and_old_provinces()
    {
        var whole = new NationSize(NationSize.Whole);

        Assert.Equal(34, whole.Provinces);
        Assert.Equal(63, Enumerable.Range(0, 34).Sum(NationSize.OldProvincesOf));
        Assert.InRange(whole.CommunesOfProvinces().Sum(), 3_300, 3_400);
        Assert.InRange(new NationSize(NationSize.Whole / 16).CommunesOfProvinces().Sum(), 206, 213);
    }
}
