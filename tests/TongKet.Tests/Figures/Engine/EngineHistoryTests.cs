using FsCheck;
using FsCheck.Fluent;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.Engine;

/// <summary>
/// Whatever happens in a register, and in however many steps the columns follow it: they count for all organizations
/// what SQL counts and what the second count does, at several moments on their own trees and on those of other days.
/// </summary>
public sealed class EngineHistoryTests
{
    private const int Parts = 7;
    private static readonly DateOnly[] Days = [new(2022, 12, 31), new(2023, 12, 31), new(2024, 2, 29), new(2024, 6, 30)];

    [Theory, OnBothDatabases]
    public void After_each_step_of_any_history_columns_count_what_SQL_and_the_second_count_do(DatabaseKind kind) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Tests).WithStartSize(120).WithEndSize(400),
            Prop.ForAll(Arb.From(ArbMap.Default.GeneratorFor<byte[]>()), bytes => HoldsAsync(kind, bytes))
        );

    private static int Tests =>
        int.TryParse(Environment.GetEnvironmentVariable("TONGKET_TEST_HISTORIES"), out var many) ? many : 5;

    private static async Task HoldsAsync(DatabaseKind kind, byte[] bytes)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var books = new TwoBooks(database);
        var step = 0;
        await RandomHistory.WriteAsync(
            bytes,
            database,
            Parts,
            async history =>
            {
                try
                {
                    foreach (var on in Days)
                    {
                        await books.AssertEqualAsync(on);
                    }

                    // The second count takes its time: with each step another day, and another tree than its own.
                    var (day, tree) = (Days[step % Days.Length], Days[(step + 1 + step / Days.Length) % Days.Length]);
                    Assert.Empty(await books.VerifyAsync(new([day])));
                    Assert.Empty(await books.VerifyAsync(new([day], TreeOn: tree)));
                    step++;
                }
                catch (Exception failure)
                {
                    throw new InvalidOperationException($"{string.Join('\n', history.Told)}\n{failure.Message}", failure);
                }
            }
        );
    }
}
