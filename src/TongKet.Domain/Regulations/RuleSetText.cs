using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TongKet.Domain.Regulations;

/// <summary>
/// The one text of a rule set's content: parameters and names within them in order, numbers without idle noughts. What
/// two files say differently and mean alike has one text, and whatever decides something is in it.
/// </summary>
public static class RuleSetText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(RuleSet set) => Encoding.UTF8.GetString(Write(set));

    /// <summary>SHA-256 of the text, in lower-case hexadecimal.</summary>
    public static string HashOf(RuleSet set) => Convert.ToHexStringLower(SHA256.HashData(Write(set)));

    /// <summary>A rule set out of its text.</summary>
    public static RuleSet Read(string id, string text)
    {
        using var json = JsonDocument.Parse(text);
        return RuleSet.Read(id, json.RootElement);
    }

    /// <summary>A value in that form: what it is compared and kept by.</summary>
    public static string Of(JsonElement value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static byte[] Write(RuleSet set)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("id", set.Id);
            writer.WriteString("subject", set.Subject);
            writer.WriteString("document", set.Document);
            writer.WriteString("title", set.Title);
            writer.WriteString("effectiveFrom", Day(set.EffectiveFrom));
            writer.WriteString("effectiveTo", Day(set.EffectiveTo));
            writer.WriteStartObject("parameters");
            foreach (var (name, parameter) in set.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                writer.WriteStartObject(name);
                writer.WritePropertyName("value");
                Write(writer, parameter.Value);
                writer.WriteString("article", parameter.Article);
                writer.WriteBoolean("confirmed", parameter.Confirmed);
                writer.WriteString("note", parameter.Note);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var part in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(part.Name);
                    Write(writer, part.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                // The order of a list may mean something, as that of a review does.
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(value.GetDecimal().ToString("0.############", CultureInfo.InvariantCulture));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
