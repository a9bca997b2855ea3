using TongKet.Bench;
using TongKet.Domain.Figures;
using TongKet.Tests.Figures.Engine;
using TongKet.Tests.Generate;
using TongKet.Tests.Support;

namespace TongKet.Tests.Bench;

/// <summary>Ways that are compared answer the same, on the invented nation itself.</summary>
public sealed class NationalQuestionsTests
{
    [Theory, OnBothDatabases]
    public async Task Engine_recursive_query_and_ranges_give_the_same_counts_and_no_answer_is_stale(DatabaseKind kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.MigratedAsync(kind);
        await MadeNation.MakeAsync(database, MadeNation.Small);
        await using var desk = await NationDesk.OpenAsync(Program.Rooms, database.Address, cancel);

        // It throws where a way gives another number.
        var asked = await NationalQuestions.AskAsync(desk, 1, cancel);

        Assert.Equal(["commune", "nation", "all", "past"], asked.Select(a => a.Question));
        Assert.All(asked.SelectMany(a => a.Ways), w => Assert.True(w.Median > 0));
        Assert.Equal(0, await new NationalWrites(desk, cancel).StaleAsync(3));
    }

    [Theory, OnBothDatabases]
    public async Task Moving_a_province_writes_two_rows_and_changes_nothing_that_is_past(DatabaseKind kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.MigratedAsync(kind);
        await MadeNation.MakeAsync(database, MadeNation.ThreeProvinces);
        await using var desk = await NationDesk.OpenAsync(Program.Rooms, database.Address, cancel);

        Assert.Equal((2, 0), await new NationalMove(desk, cancel).MoveAsync());
        // Again: what the first left behind is in nobody's way.
        Assert.Equal((2, 0), await new NationalMove(desk, cancel).MoveAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Page_after_page_finds_as_many_members_as_the_figure_counts_and_rows_in_any_order_count_the_same(
        DatabaseKind kind
    )
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.MigratedAsync(kind);
        await MadeNation.MakeAsync(database, MadeNation.Small);
        await using var desk = await NationDesk.OpenAsync(Program.Rooms, database.Address, cancel);
        await using var shuffled = await NationDesk.OpenAsync(Program.Rooms, database.Address, cancel, NationalDisorder.Shuffled);

        var paging = await new NationalPaging(desk, cancel).MeasureAsync();
        Assert.Equal(0, paging.Missed);
        Assert.True(paging.Records > 500);

        var on = desk.At(NationalQuestions.Year);
        var (ordered, disordered) = (
            await desk.AskAsync(desk.Nation, on, cancel),
            await shuffled.AskAsync(desk.Nation, on, cancel)
        );
        TwoBooks.AssertEqual(ordered, disordered, [.. desk.Get<Catalogue>().Counts.Select(f => f.Code)]);
    }
}
