using System.Globalization;
using System.Text.Json;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Web;

namespace TongKet.Regulations;

/// <summary>What a parameter says, in the words of the office, a line for each part.</summary>
public static class RuleValueWords
{
    public static IReadOnlyList<string> Of(RuleParameter parameter) =>
        parameter.IsUnknown
            // That nothing is ruled and that nothing was found are not the same.
            ? [Words.Get(parameter.Confirmed ? "regulations.value.none" : "regulations.value.unknown")]
            : Of(parameter.Value);

    private static IReadOnlyList<string> Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.GetArrayLength() == 0
                ? [Words.Get("regulations.value.no-list")]
                : [.. value.EnumerateArray().Select(Text)],
            JsonValueKind.Object =>
            [
                .. value
                    .EnumerateObject()
                    .Select(p =>
                        Words.Get(
                            "regulations.value.under",
                            Named(p.Name),
                            string.Join(", ", p.Value.EnumerateArray().Select(Text))
                        )
                    ),
            ],
            _ => [Text(value)],
        };

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => VietnameseFormat.Number(value.GetDecimal()),
            JsonValueKind.True => Words.Get("regulations.value.yes"),
            JsonValueKind.False => Words.Get("regulations.value.no"),
            JsonValueKind.String => Named(value.GetString()!),
            _ => Words.Get("regulations.value.none"),
        };

    /// <summary>A word of a closed list in Vietnamese; a day and a deadline as written; other text as it stands.</summary>
    public static string Named(string text)
    {
        var key = "regulations.value." + text.ToLowerInvariant();
        return text.Length > 0 && char.IsAsciiLetter(text[0]) && Enum.TryParse<OrganizationKind>(text, out var kind)
                ? Words.Of(kind)
            : text.Length > 0 && char.IsAsciiLetter(text[0]) && Enum.TryParse<NoGradeReason>(text, out var reason)
                ? Words.Of(reason)
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? VietnameseFormat.Date(day)
            : RuleDeadline.Parse(text) is { } deadline ? Of(deadline)
            : Words.Has(key) ? Words.Get(key)
            : text;
    }

    private static string Of(RuleDeadline deadline) =>
        Words.Get(
            deadline.YearsAfter == 0 ? "regulations.value.same-year" : "regulations.value.next-year",
            string.Create(CultureInfo.InvariantCulture, $"{deadline.Day:00}/{deadline.Month:00}")
        );
}
