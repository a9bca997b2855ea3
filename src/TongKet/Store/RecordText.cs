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
public sealed class RecordText : RowSink, IDisposable
{
    /// <summary>Annotation of a column that is no part of the record: secrets, and counters that change without an act.</summary>
    public const string LeftOut = "TongKet:LeftOutOfLog";

    private static readonly ConcurrentDictionary<IEntityType, Columns> Known = new();
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [ThreadStatic]
    private static RecordText? ofThread;

    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter json;
    private JsonEncodedText[] names = [];
    private int at;

    private RecordText() => json = new(buffer, Options);

    /// <summary>UTF-8 JSON; valid until the next call on this thread.</summary>
    public static ReadOnlyMemory<byte> Of(IEntityType type, object record)
    {
        ofThread ??= new();
        return ofThread.Write(Known.GetOrAdd(type, Describe), record);
    }

    public void Dispose() => json.Dispose();

    public override void Null() => json.WriteNull(names[at++]);

    public override void Text(string? value) => json.WriteString(names[at++], value);

    public override void Bytes(byte[]? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        json.WriteBase64String(names[at++], value);
    }

    public override void Flag(bool value) => json.WriteBoolean(names[at++], value);

    public override void Whole(long value) => json.WriteNumber(names[at++], value);

    public override void Real(double value) => json.WriteNumber(names[at++], value);

    public override void Number(decimal value)
    {
        Span<char> text = stackalloc char[64];
        value.TryFormat(text, out var length, "0.####", CultureInfo.InvariantCulture);
        json.WriteString(names[at++], text[..length]);
    }

    public override void Day(DateOnly value)
    {
        Span<char> text = stackalloc char[10];
        value.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteString(names[at++], text);
    }

    public override void Instant(DateTimeOffset value) => json.WriteNumber(names[at++], value.ToUnixTimeMilliseconds());

    private ReadOnlyMemory<byte> Write(Columns columns, object record)
    {
        buffer.ResetWrittenCount();
        json.Reset();
        (names, at) = (columns.Names, 0);
        json.WriteStartObject();
        columns.Give(record, this);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static Columns Describe(IEntityType type)
    {
        var properties = type.GetProperties()
            .Where(p => p.PropertyInfo is not null && p.FindAnnotation(LeftOut) is null)
            .Select(p => (Name: JsonEncodedText.Encode(p.GetColumnName()), Property: p.PropertyInfo!))
            .OrderBy(c => c.Name.ToString(), StringComparer.Ordinal)
            .ToList();
        return new([.. properties.Select(p => p.Name)], Reader(type.ClrType, properties.Select(p => p.Property)));
    }

    private sealed record Columns(JsonEncodedText[] Names, Action<object, RowSink> Give);
}
