using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Cli;
using TongKet.Domain.Figures;
using TongKet.Figures;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.VerifyFigures;

/// <summary>
/// Whatever happens in a register: the program and the second count agree on every figure of every organization, and
/// behind every figure lie exactly so many records.
/// </summary>
public sealed class RandomHistoryTests
{
    private static readonly DateOnly[] Days =
    [
        new(2022, 6, 30),
        new(2022, 12, 31),
        new(2023, 12, 31),
        new(2024, 2, 29),
        new(2024, 6, 30),
    ];

    [Theory, OnBothDatabases]
    public void After_any_history_every_figure_counts_its_records_twice(DatabaseKind kind) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Tests).WithStartSize(120).WithEndSize(400),
            Prop.ForAll(Arb.From(ArbMap.Default.GeneratorFor<byte[]>()), bytes => HoldsAsync(kind, bytes))
        );

    private static int Tests =>
        int.TryParse(Environment.GetEnvironmentVariable("TONGKET_TEST_HISTORIES"), out var many) ? many : 5;

    private static async Task HoldsAsync(DatabaseKind kind, byte[] bytes)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var history = await RandomHistory.WriteAsync(bytes, database);
        try
        {
            await SoundWorld.AssertSilentAsync(database, Days);
            await AssertListsAsync(database, Days[bytes.Length % Days.Length]);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{string.Join('\n', history.Told)}\n{failure.Message}", failure);
        }
    }

    private static async Task AssertListsAsync(TestDatabase database, DateOnly day)
    {
        var host = new VerbHost(Program.Rooms, TextWriter.Null, TextWriter.Null);
        await using var services = host.Services(DatabaseAddress.Parse(database.Address)!);
        await using var scope = services.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<FigureBook>();
        var all = (await book.CountAllAsync(day.Year, day, CancellationToken.None))!;
        foreach (var node in all.Tree.Nodes)
        {
            // The same answer whether one asks for an organization alone or for all.
            var table = (await book.CountAsync(node.Id, day.Year, day, CancellationToken.None))!;
            foreach (var figure in book.Catalogue.All)
            {
                if (figure is not OwnFigure)
                {
                    Assert.Equal(
                        (node.Code, figure.Code, all.Value(node.Id, figure.Code)),
                        (node.Code, figure.Code, table.Value(node.Id, figure.Code))
                    );
                }

                await AssertListAsync(book, table, node.Id, figure);
            }
        }
    }

    /// <summary>Shares and differences list what is behind their part; a target's value is no number of records.</summary>
    private static async Task AssertListAsync(FigureBook book, FigureTable table, long id, Figure figure)
    {
        var isCount = figure is CountFigure or SumFigure or OwnFigure { Unit: FigureUnit.Count };
        if (!isCount || figure.Code.StartsWith("new_member_", StringComparison.Ordinal) && figure is OwnFigure)
        {
            return;
        }

        if (table.Value(id, figure.Code) is { } value)
        {
            var page = await book.ListAsync(table, id, figure, null, int.MaxValue, CancellationToken.None);
            Assert.Equal((id, figure.Code, value), (id, figure.Code, page.Total + page.CountsOnly.Sum(c => (decimal)c.Value)));
            Assert.Equal(page.Total, page.Lines.Count);
            Assert.Equal(page.Lines, await TurnedAsync(book, table, id, figure));
        }
    }

    /// <summary>The same list, two lines a page.</summary>
    private static async Task<List<RecordLine>> TurnedAsync(FigureBook book, FigureTable table, long id, Figure figure)
    {
        var lines = new List<RecordLine>();
        ListKey? after = null;
        do
        {
            var page = await book.ListAsync(table, id, figure, after, 2, CancellationToken.None);
            Assert.Equal(lines.Count, page.Skip);
            lines.AddRange(page.Lines);
            after = ListKey.Read(page.Next?.ToString());
        } while (after is not null && lines.Count < 20);

        return after is null
            ? lines
            : [.. (await book.ListAsync(table, id, figure, null, int.MaxValue, CancellationToken.None)).Lines];
    }
}
