using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TongKet.Store;

/// <summary>A record as JSON: every mapped column in the order of its name, the same text on both databases.</summary>
public static class RecordText
{
    /// <summary>Annotation of a column that is no part of the record: secrets, and counters that change without an act.</summary>
    public const string LeftOut = "TongKet:LeftOutOfLog";

    private static readonly ConcurrentDictionary<IEntityType, Column[]> Columns = new();
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>UTF-8 JSON; valid until the next call on this thread.</summary>
    public static ReadOnlyMemory<byte> Of(IEntityType type, object record)
    {
        buffer ??= new(1024);
        buffer.ResetWrittenCount();
        writer ??= new(buffer, Options);
        writer.Reset();
        var json = writer;
        json.WriteStartObject();
        foreach (var column in Columns.GetOrAdd(type, Describe))
        {
            Write(json, column.Name, column.Read(record));
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static Column[] Describe(IEntityType type) =>
        [
            .. type.GetProperties()
                .Where(p => p.PropertyInfo is not null && p.FindAnnotation(LeftOut) is null)
                .Select(p => new Column(
                    JsonEncodedText.Encode(p.GetColumnName()),
                    p.GetGetter().GetClrValueUsingContainingEntity
                ))
                .OrderBy(c => c.Name.ToString(), StringComparer.Ordinal),
        ];

    private static void Write(Utf8JsonWriter json, JsonEncodedText name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case DateOnly day:
                json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset at:
                json.WriteNumber(name, at.ToUnixTimeMilliseconds());
                break;
            case Enum word:
                json.WriteNumber(name, Convert.ToInt32(word, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                json.WriteString(name, number.ToString("0.####", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                json.WriteBase64String(name, bytes);
                break;
            default:
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private sealed record Column(JsonEncodedText Name, Func<object, object?> Read);
}
