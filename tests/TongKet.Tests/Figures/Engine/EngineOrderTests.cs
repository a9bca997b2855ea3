using TongKet.Figures.Engine;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.Engine;

/// <summary>Rows laid in another order than the tree's, or behind many others; days asked in another order than theirs.</summary>
public sealed class EngineOrderTests
{
    private static readonly DateOnly YearEnd = new(2023, 12, 31);

    [Theory, OnBothDatabases]
    public async Task More_organizations_than_a_column_of_days_could_number_are_ends_of_transfers_like_any(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);
        for (var before = 65_536 - 6; before < 65_536; before++)
        {
            var others = Enumerable.Range(1, before).Select(i => (long)-i);
            await using var books = new TwoBooks(database, order: known => others.Concat(known));
            await books.AssertEqualAsync(YearEnd);
            Assert.Equal(FallbackReason.None, books.Engine.State.Fallback);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_year_asked_about_on_a_day_of_the_next_one_counts_what_came_after_its_end_too(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        sound.World.Meet(sound.FirstCell, new(2024, 1, 15));
        await using var database = await sound.SaveAsync(kind);
        await using var books = new TwoBooks(database);
        var place = sound.FirstCell.Id;

        Assert.Equal(3, await CountAsync(YearEnd));
        Assert.Equal(4, await CountAsync(new(2024, 1, 20)));
        Assert.Equal(3, await CountAsync(YearEnd));

        async Task<decimal?> CountAsync(DateOnly day)
        {
            var total = await books.FromColumnsAsync(book => book.CountTotalAsync(place, 2023, day, default));
            Assert.NotNull(total!.Stamp);
            return total.Value(place, "meeting_count");
        }
    }
}
