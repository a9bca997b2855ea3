using Microsoft.Extensions.DependencyInjection;
using TongKet.Domain.Figures;
using TongKet.Domain.Regulations;
using TongKet.Figures;
using TongKet.Figures.Engine;
using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>
/// A definition that one engine cannot put into SQL is found here, over no records at all, and not on the page where
/// somebody first asks for it.
/// </summary>
public sealed class FigureDefinitionTests
{
    [Fact]
    public void Every_record_set_that_is_counted_has_one_source()
    {
        var services = Rooms.Services();
        var sources = services.GetServices<RecordSource>().CountBy(source => source.Set).ToDictionary();

        Habit.AssertNone(
            services
                .GetRequiredService<Catalogue>()
                .Counts.Where(count => sources.GetValueOrDefault(count.Set) != 1)
                .Select(count => $"{count.Code}: {sources.GetValueOrDefault(count.Set)} sources of {count.Set.Name}")
        );
    }

    [Fact]
    public void Every_condition_becomes_masks_over_described_columns_that_some_record_touches()
    {
        var services = Rooms.Services();
        var layout = services.GetRequiredService<FigureLayout>();
        var sources = services.GetServices<RecordSource>().ToDictionary(source => source.Set);

        foreach (var set in layout.Sets)
        {
            var program = MaskBuilder.Build(set.Set, set.Figures);
            Assert.Equal(set.Count, program.Roots.Length);
            Assert.NotEmpty(sources[set.Set].TouchedBy);
        }

        Assert.Equal(services.GetRequiredService<Catalogue>().Counts.Count(), layout.Sets.Sum(set => set.Figures.Count));
    }

    [Theory]
    [OnBothDatabases("2023-06-30")]
    [OnBothDatabases("2023-12-31")]
    [OnBothDatabases("2026-12-31")]
    public async Task Every_condition_becomes_SQL_and_counts_nothing_where_nothing_is(DatabaseKind kind, string day)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var store = database.OpenStore();
        var services = Rooms.Services();
        var catalogue = services.GetRequiredService<Catalogue>();
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd");
        var moment = AsOf.At(services.GetRequiredService<RuleBook>(), on.Year, on);
        var cancel = TestContext.Current.CancellationToken;
        long[] places = [1, 2];

        var counted = 0;
        foreach (var source in services.GetServices<RecordSource>())
        {
            var figures = catalogue.Counts.Where(count => count.Set == source.Set).ToList();
            Assert.Empty(await source.CountAsync(store, moment, figures, null, cancel));
            Assert.Empty(await source.CountAsync(store, moment, figures, places, cancel));
            foreach (var figure in figures)
            {
                Assert.Empty(await source.CountByPlaceAsync(store, moment, figure, places, cancel));
                Assert.Empty(await source.ListAsync(store, moment, figure, places, places, cancel));
                if (figure.OtherEnd is not null)
                {
                    Assert.Empty(await source.PairsAsync(store, moment, figure, cancel));
                }

                counted++;
            }
        }

        Assert.Equal(catalogue.Counts.Count(), counted);
    }
}
