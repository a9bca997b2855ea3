using TongKet.Figures.Engine;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.Engine;

/// <summary>Rows laid in another order than the tree's, or behind many others.</summary>
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
}
