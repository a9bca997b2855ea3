using TongKet.Cli;
using TongKet.Web;

namespace TongKet.Bench;

/// <summary>
/// A sixth of a nation's members (a million of the whole) imported from the workbooks of their units, one after the other
/// in one program, against the store's own load of what came of them.
/// </summary>
public sealed class NationalImports(
    IReadOnlyList<Action<IServiceCollection>> rooms,
    PrivatePostgreSql cluster,
    string folder,
    VerbRun run
)
{
    /// <summary>
    /// Members of the largest workbook, a large district's. A sheet may have twenty times as many rows, but a workbook of a
    /// million members is larger than what is accepted, and no office has one.
    /// </summary>
    private const int MostInWorkbook = 50_000;

    private const double ShareImported = 5.6;
    private const int Fewest = 2_000;

    public async Task<IReadOnlyList<Goal>> MeasureAsync(int members, IReadOnlyList<bool> onPostgreSql, CancellationToken cancel)
    {
        var imported = Math.Max(Fewest, (int)(members / ShareImported));
        var workbooks = (imported + MostInWorkbook - 1) / MostInWorkbook;
        var beside = Directory.CreateDirectory(Path.Combine(folder, $"import-{Environment.ProcessId}")).FullName;
        var sent = Directory.CreateDirectory(Path.Combine(beside, "sent")).FullName;
        try
        {
            for (var unit = 0; unit < workbooks; unit++)
            {
                var file = Path.Combine(sent, $"{unit:0000}.xlsx");
                await File.WriteAllBytesAsync(file, BenchWorkbook.Write(imported / workbooks, unit), cancel);
            }

            var import = new ImportAgainstLoad(new VerbHost(rooms, TextWriter.Null, TextWriter.Null), beside, cluster, cancel);
            var goals = new List<Goal>();
            foreach (var isPostgreSql in onPostgreSql)
            {
                var taken = await import.MeasureAsync(sent, isPostgreSql);
                run.Note(
                    Words.Get(
                        "bench.national.imports",
                        VietnameseFormat.Number(imported / workbooks * workbooks),
                        workbooks,
                        isPostgreSql ? "PostgreSQL" : "SQLite",
                        VietnameseFormat.Number((long)taken.Import),
                        VietnameseFormat.Number((long)taken.Load),
                        taken.Runs
                    )
                );
                goals.Add(NationalGoals.Of(isPostgreSql ? "G8-postgresql" : "G8-sqlite", 1.5, taken.Import / taken.Load));
            }

            return goals;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(beside, recursive: true);
        }
    }
}
