using System.Data.Common;
using TongKet.Domain.Figures;

namespace TongKet.Figures.Engine;

/// <summary>Reads the rows of a <see cref="ColumnQuery"/> into a buffer, checking each value against its column.</summary>
public static class ColumnReader
{
    private static readonly int FirstDay = new DateOnly(1900, 1, 1).DayNumber;

    /// <param name="slotOf">The slot of an organization, also of one never seen before.</param>
    public static async Task ReadAsync(
        DbCommand command,
        ColumnLayout layout,
        Func<long, int> slotOf,
        Func<int, RowBuffer> bufferOf,
        CancellationToken cancel
    )
    {
        var set = layout.Set;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var place = reader.GetOrdinal(nameof(ColumnRow.Place));
        int[] ordinals = [.. ColumnQuery.NamesOf(set).Select(reader.GetOrdinal)];
        ColumnShape[] shapes = [.. set.Columns.Select(c => c.Shape)];
        bool[] mayBeNone = [.. set.Columns.Select(c => c.MayBeNone || c.Shape == ColumnShape.End)];
        var read = ReaderOf(reader);
        while (await NextAsync(reader, cancel))
        {
            var slot = slotOf(reader.GetInt64(place));
            var rows = bufferOf(slot);
            rows.Add(slot);
            for (var i = 0; i < ordinals.Length; i++)
            {
                if (mayBeNone[i] && reader.IsDBNull(ordinals[i]))
                {
                    if (shapes[i] != ColumnShape.End)
                    {
                        rows.Set(i, ColumnCode.None);
                    }

                    continue;
                }

                var value = shapes[i] switch
                {
                    ColumnShape.Day => read.Day(ordinals[i]) - FirstDay,
                    ColumnShape.End => slotOf(reader.GetInt64(ordinals[i])),
                    _ => read.Number(ordinals[i]),
                };
                // The number of an organization may be any; that of a day or a word stands for «none» as well.
                if (shapes[i] != ColumnShape.End && (value is < 0 or ColumnCode.None))
                {
                    throw new ColumnRangeException(set, set.Columns[i], value);
                }

                rows.Set(i, value);
            }
        }
    }

    // SQLite reads each row at once, and a task for each would cost as much as the reading.
    private static ValueTask<bool> NextAsync(DbDataReader reader, CancellationToken cancel)
    {
        if (reader is Npgsql.NpgsqlDataReader)
        {
            return new(reader.ReadAsync(cancel));
        }

        cancel.ThrowIfCancellationRequested();
        return new(reader.Read());
    }

    private static (Func<int, int> Day, Func<int, int> Number) ReaderOf(DbDataReader reader)
    {
        if (reader is not Npgsql.NpgsqlDataReader)
        {
            return (at => (int)reader.GetInt64(at), at => (int)reader.GetInt64(at));
        }

        bool[] isShort = [.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetFieldType(at) == typeof(short))];
        return (
            at => reader.GetFieldValue<DateOnly>(at).DayNumber,
            at => isShort[at] ? reader.GetInt16(at) : reader.GetInt32(at)
        );
    }
}
