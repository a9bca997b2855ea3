using FsCheck;
using FsCheck.Fluent;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.Engine;

/// <summary>
/// Whatever happens in a register, and in however many steps the columns follow it: they count for all organizations
/// what SQL counts, at several moments on their trees.
/// </summary>
public sealed class EngineHistoryTests
{
    private const int Parts = 7;
    private static readonly DateOnly[] Days = [new(2022, 12, 31), new(2023, 12, 31), new(2024, 2, 29), new(2024, 6, 30)];

    [Theory, OnBothDatabases]
    public void After_each_step_of_any_history_columns_count_what_SQL_counts(DatabaseKind kind) =>
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
        await RandomHistory.WriteAsync(
            bytes,
            database,
            Parts,
            async history =>
            {
                try
                {
                    foreach (var day in Days)
                    {
                        await books.AssertEqualAsync(day);
                    }
                }
                catch (Exception failure)
                {
                    throw new InvalidOperationException($"{string.Join('\n', history.Told)}\n{failure.Message}", failure);
                }
            }
        );
    }
}
