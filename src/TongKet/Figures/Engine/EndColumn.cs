namespace TongKet.Figures.Engine;

/// <summary>
/// The other ends of transfers: about one row in ten has one, so only those are kept, by steps of
/// <see cref="ColumnTable.Step"/> rows.
/// </summary>
public sealed class EndColumn
{
    private (ushort[] Rows, int[] Others)[] steps = [];

    /// <summary>Within a step: which rows have another end, and the slots of those organizations.</summary>
    public (ushort[] Rows, int[] Others) At(int step) =>
        step < steps.Length && steps[step].Rows is not null ? steps[step] : ([], []);

    public long Bytes => steps.Sum(s => s.Rows is null ? 16L : 16 + 48 + 6L * s.Rows.Length);

    /// <summary>All at once, into an empty column.</summary>
    public void Fill(IEnumerable<(int Row, int Other)> ends)
    {
        foreach (var step in ends.GroupBy(e => e.Row / ColumnTable.Step))
        {
            Keep(step.Key, [.. step.OrderBy(e => e.Row)]);
        }
    }

    /// <summary>Other rows stand from <paramref name="start"/> on now; what lay there is forgotten.</summary>
    public void Put(int start, int room, IReadOnlyList<(int Row, int Other)> ends)
    {
        for (var step = start / ColumnTable.Step; step * ColumnTable.Step < start + room; step++)
        {
            var first = step * ColumnTable.Step;
            var (rows, others) = At(step);
            var kept = rows.Select((r, i) => (Row: first + r, Other: others[i]))
                .Where(e => e.Row < start || e.Row >= start + room);
            var here = ends.Where(e => e.Row >= first && e.Row < first + ColumnTable.Step);
            (int, int)[] now = [.. kept.Concat(here).OrderBy(e => e.Row)];
            if (now.Length > 0 || rows.Length > 0)
            {
                Keep(step, now);
            }
        }
    }

    public void WriteTo(CheckedWriter to)
    {
        to.Write<int>([.. steps.Select(s => s.Rows?.Length ?? 0)]);
        to.Write<ushort>([.. steps.SelectMany(s => s.Rows ?? [])]);
        to.Write<int>([.. steps.SelectMany(s => s.Others ?? [])]);
    }

    public static EndColumn ReadFrom(CheckedReader from)
    {
        var (counts, rows, others) = (from.Read<int>(), from.Read<ushort>(), from.Read<int>());
        var column = new EndColumn { steps = new (ushort[], int[])[counts.Length] };
        var at = 0;
        for (var step = 0; step < counts.Length; step++)
        {
            column.steps[step] = (rows[at..(at + counts[step])], others[at..(at + counts[step])]);
            at += counts[step];
        }

        return column;
    }

    private void Keep(int step, (int Row, int Other)[] ends)
    {
        if (step >= steps.Length)
        {
            Array.Resize(ref steps, step + 1 + steps.Length / 8);
        }

        steps[step] = ([.. ends.Select(e => (ushort)(e.Row % ColumnTable.Step))], [.. ends.Select(e => e.Other)]);
    }
}
