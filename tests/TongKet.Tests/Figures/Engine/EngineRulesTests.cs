using TongKet.Domain.Regulations;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.Engine;

/// <summary>Columns and kept totals are of the rules they were counted by; a version published since makes them worthless.</summary>
public sealed class EngineRulesTests
{
    private static readonly DateOnly Day = new(2023, 12, 31);
    private readonly string path = Path.Combine(TempFolder.OfThisRun, $"{Guid.NewGuid():N}.columns");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnBothDatabases("not_graded_reasons", "[]")]
    [OnBothDatabases("roster_closed_month", "10")]
    public async Task After_a_version_that_figures_rest_on_columns_count_as_SQL_does(
        DatabaseKind kind,
        string parameter,
        string value
    )
    {
        var sound = new SoundWorld();
        sound.World.LeaveUngraded(sound.World.Enroll(sound.FirstCell), 2023, NoGradeReason.Exempt);
        await using var database = await sound.SaveAsync(kind);
        await using var books = new TwoBooks(database);
        await books.AssertEqualAsync(Day);
        var before = await TotalAsync(books);

        books.Publish("hd-25-2023", parameter, value);
        await books.AssertEqualAsync(Day);

        Assert.True(parameter != "not_graded_reasons" || before > await TotalAsync(books));
    }

    [Theory, OnBothDatabases]
    public async Task A_version_that_no_figure_rests_on_leaves_the_columns(DatabaseKind kind)
    {
        await using var database = await new SoundWorld().SaveAsync(kind);
        await using var books = new TwoBooks(database);
        await books.AssertEqualAsync(Day);
        var loaded = books.Engine.State.Tables.Count;

        books.Publish("hd-25-2023", "complaint_days", "30");

        await books.FromColumnsAsync(book => book.CountTotalAsync(1, 2023, Day, Cancel));
        Assert.Equal(loaded, books.Engine.State.Tables.Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_of_columns_counted_by_other_rules_is_not_used(DatabaseKind kind)
    {
        await using var database = await new SoundWorld().SaveAsync(kind);
        await using (var first = new TwoBooks(database))
        {
            await first.FromColumnsAsync(Day);
            Assert.True(await first.Engine.SaveAsync(path, Cancel));
        }

        await using var books = new TwoBooks(database);
        books.Publish("hd-25-2023", "roster_closed_month", "10");

        Assert.False(await books.Engine.RestoreAsync(path, Cancel));
        await books.AssertEqualAsync(Day);
    }

    private static async Task<decimal?> TotalAsync(TwoBooks books)
    {
        var table = await books.FromColumnsAsync(Day);
        return table.Value(table.Tree.Nodes[0].Id, "member_exempt_count");
    }
}
