using System.Data.Common;
using System.Diagnostics;
using TongKet.Domain.Figures;
using TongKet.Figures;

namespace TongKet.Bench;

/// <summary>Start of the engine beside the bare SELECTs that it reads, and what the columns weigh.</summary>
/// <param name="File">The start from a file of the columns.</param>
public sealed record StartTimes(
    double Bare,
    double Engine,
    double File,
    double BytesOfStay,
    double BytesOfGrade,
    double BytesRead
);

public static class NationalStart
{
    public static async Task<StartTimes> MeasureAsync(
        NationDesk desk,
        IReadOnlyList<Action<IServiceCollection>> rooms,
        string file,
        CancellationToken cancel
    )
    {
        var on = desk.At(NationalQuestions.Year);
        await desk.FindPlacesAsync(on, cancel);
        // The first round warms the file's pages for both.
        var bare = 0.0;
        for (var round = 0; round < 2; round++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var source in desk.Get<IEnumerable<RecordSource>>())
            {
                await using var command = source.Columns(desk.Store, on, null);
                command.CommandTimeout = 0;
                await ReadAsync(command, cancel);
            }

            bare = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var begun = Stopwatch.GetTimestamp();
        await desk.TotalAsync(desk.Nation, on, forgets: true, cancel);
        var engine = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        var restored = await desk.RestoreAsync(rooms, file, cancel);
        var tables = desk.State.Tables;
        return new(bare, engine, restored, BytesARow("stay"), BytesARow("roster"), tables.Sum(t => t.Bytes));

        double BytesARow(string set)
        {
            var table = tables.Single(t => t.Set == set);
            return (double)table.Bytes / Math.Max(1, table.Rows);
        }
    }

    private static async Task ReadAsync(DbCommand command, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync(cancel))
        {
            reader.GetValues(values);
        }
    }
}
