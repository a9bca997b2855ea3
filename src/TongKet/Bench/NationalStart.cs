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

/// <summary>
/// Each way begins as a program does, with nothing in memory, until the nation's figures are there: over the bare SELECTs
/// alone, over the records, and from a file. In turn, medians of five, or of three where that takes minutes.
/// </summary>
public sealed class NationalStart(
    IReadOnlyList<Action<IServiceCollection>> rooms,
    string address,
    string folder,
    CancellationToken cancel
)
{
    /// <summary>Where reading the records took longer than this so far, three rounds must do.</summary>
    private const double LongMilliseconds = 10_000;
    private const int LongRounds = 3;
    private readonly string file = Path.Combine(folder, $"bench-{Environment.ProcessId}.columns");

    public async Task<StartTimes> MeasureAsync()
    {
        var (bare, engine, restored) = (new List<double>(), new List<double>(), new List<double>());
        IReadOnlyList<Figures.Engine.TableState> tables = [];
        for (var round = 0; round < (bare.Sum() > LongMilliseconds ? LongRounds : Rounds.Count); round++)
        {
            bare.Add(await BareAsync());
            await using (var desk = await NationDesk.OpenAsync(rooms, address, cancel))
            {
                engine.Add(await FirstAnswerAsync(desk));
                tables = desk.State.Tables;
                if (round == 0)
                {
                    await desk.Get<Figures.Engine.FiguresEngine>().SaveAsync(file, cancel);
                }
            }

            restored.Add(await RestoreAsync());
        }

        File.Delete(file);
        return new(
            Rounds.Median(bare),
            Rounds.Median(engine),
            Rounds.Median(restored),
            BytesARow("stay"),
            BytesARow("roster"),
            tables.Sum(t => t.Bytes)
        );

        double BytesARow(string set)
        {
            var table = tables.Single(t => t.Set == set);
            return (double)table.Bytes / Math.Max(1, table.Rows);
        }
    }

    private async Task<double> BareAsync()
    {
        await using var desk = await NationDesk.OpenAsync(rooms, address, cancel);
        var start = Stopwatch.GetTimestamp();
        foreach (var source in desk.Get<IEnumerable<RecordSource>>())
        {
            await using var command = source.Columns(desk.Store, desk.At(NationalQuestions.Year), null);
            command.CommandTimeout = 0;
            await ReadAsync(command, cancel);
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private async Task<double> FirstAnswerAsync(NationDesk desk)
    {
        var start = Stopwatch.GetTimestamp();
        var on = desk.At(NationalQuestions.Year);
        await desk.FindPlacesAsync(on, cancel);
        await desk.TotalAsync(desk.Nation, on, forgets: true, cancel);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private async Task<double> RestoreAsync()
    {
        await using var desk = await NationDesk.OpenAsync(rooms, address, cancel);
        var start = Stopwatch.GetTimestamp();
        if (!await desk.Get<Figures.Engine.FiguresEngine>().RestoreAsync(file, cancel))
        {
            throw new InvalidOperationException("The file of the columns was refused.");
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds + await FirstAnswerAsync(desk);
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
