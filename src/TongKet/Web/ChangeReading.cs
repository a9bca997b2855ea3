using System.Globalization;
using System.Text.Json;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Web;

/// <summary>One value that changed, in words.</summary>
public sealed record ChangeReadingLine(string Label, string Before, string After);

/// <summary>A line of the change log as a person reads it.</summary>
/// <param name="What">What was done to what: «Sửa thông tin · Hồ sơ đảng viên».</param>
public sealed record ChangeReading(
    DateTimeOffset At,
    string By,
    string What,
    string? Remark,
    IReadOnlyList<ChangeReadingLine> Lines
);

/// <summary>
/// Puts change lines of a room's records into words: the label of a column is «room.record.table.column» (a column without
/// one is for the machine and not shown), and numbers that stand for something else are looked up.
/// </summary>
/// <param name="Room">The room whose words are used, in lower case.</param>
/// <param name="Numbers">For «table.column»: what a number stands for.</param>
/// <param name="Masked">Columns whose values are shown by their last characters only.</param>
public sealed record ChangeWords(
    string Room,
    IReadOnlyDictionary<string, Func<long, string>> Numbers,
    IReadOnlySet<string> Masked
)
{
    public ChangeReading Read(ChangeEntry entry)
    {
        var table = $"{Room}.record.{entry.Line.Entity}";
        return new(
            entry.Line.At,
            entry.Line.By,
            $"{ActName(entry.Line.Act)} · {Words.Get(table)}",
            entry.IsErased ? Words.Get("web.change.erased")
                : entry.IsRemoved ? Words.Get("web.change.removed")
                : null,
            [
                .. entry
                    .Columns.Where(c => Words.Has($"{table}.{c.Column}"))
                    .Select(c => new ChangeReadingLine(
                        Words.Get($"{table}.{c.Column}"),
                        entry.IsFirst ? "" : Text(entry.Line.Entity, c.Column, c.Before),
                        Text(entry.Line.Entity, c.Column, c.After)
                    )),
            ]
        );
    }

    private static string ActName(string act)
    {
        var dot = act.IndexOf('.', StringComparison.Ordinal);
        var key = dot < 0 ? "web.change.some" : $"{act[..dot]}.act.{act[(dot + 1)..]}";
        return Words.Has(key) ? Words.Get(key) : Words.Get("web.change.some");
    }

    private string Text(string table, string column, JsonElement? value) =>
        value?.ValueKind switch
        {
            null or JsonValueKind.Null => VietnameseFormat.Unknown,
            JsonValueKind.True => Words.Get("web.change.yes"),
            JsonValueKind.False => Words.Get("web.change.no"),
            JsonValueKind.Number => Numbers.TryGetValue($"{table}.{column}", out var name)
                ? name(value.Value.GetInt64())
                : value.Value.GetRawText(),
            _ => TextOf(column, value.Value.GetString() ?? ""),
        };

    private string TextOf(string column, string text) =>
        Masked.Contains(column) ? Masking.Number(text)!
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? VietnameseFormat.Date(day)
        : text;
}
