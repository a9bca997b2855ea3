using System.Globalization;
using System.Text.Json;
using TongKet.Domain.Values;

namespace TongKet.Domain.Regulations;

/// <summary>What a parameter may say, so that a version with a slip in it is never published.</summary>
public abstract record ParameterShape
{
    /// <summary>Whether «no source tells it» is an answer that the program can work with.</summary>
    public bool MayBeUnknown { get; init; }

    /// <summary>Null where the value is one of these.</summary>
    public Refusal? Check(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null
            ? MayBeUnknown
                ? null
                : new("regulation.value.must-be-known")
            : CheckKnown(value);

    protected abstract Refusal? CheckKnown(JsonElement value);
}

/// <summary>A number between two, both included.</summary>
public sealed record NumberShape(decimal Least, decimal Most, bool IsWhole = true) : ParameterShape
{
    protected override Refusal? CheckKnown(JsonElement value) =>
        value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) ? new("regulation.value.no-number")
        : number < Least || number > Most ? new("regulation.value.out-of-range", null, Least, Most)
        : IsWhole && number != decimal.Truncate(number) ? new("regulation.value.not-whole")
        : null;
}

/// <summary>Yes or no.</summary>
public sealed record FlagShape : ParameterShape
{
    protected override Refusal? CheckKnown(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : new("regulation.value.no-flag");
}

/// <summary>One word of a closed list.</summary>
public sealed record ChoiceShape(params IReadOnlyList<string> Among) : ParameterShape
{
    protected override Refusal? CheckKnown(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Among.Contains(value.GetString()!) ? null : new("regulation.value.no-choice");
}

/// <summary>Words of a closed list, each once; none may be an answer.</summary>
public sealed record ChoicesShape(params IReadOnlyList<string> Among) : ParameterShape
{
    protected override Refusal? CheckKnown(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : "").ToList() is var words
        && words.All(Among.Contains)
        && words.Distinct().Count() == words.Count
            ? null
            : new("regulation.value.no-choice");
}

/// <summary>Words as somebody writes them.</summary>
public sealed record WordsShape(int Most) : ParameterShape
{
    protected override Refusal? CheckKnown(JsonElement value) =>
        value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(value.GetString()) ? new("regulation.value.no-words")
        : value.GetString()!.Length > Most ? new("regulation.value.too-long", null, Most)
        : null;
}

/// <summary>A day: «2025-10-01».</summary>
public sealed record DayShape : ParameterShape
{
    protected override Refusal? CheckKnown(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : new("regulation.value.no-day");
}

/// <summary>A deadline in the year or in the next (<see cref="RuleDeadline"/>).</summary>
public sealed record DeadlineShape : ParameterShape
{
    protected override Refusal? CheckKnown(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && RuleDeadline.Parse(value.GetString()!) is not null
            ? null
            : new("regulation.value.no-deadline");
}

/// <summary>What is changed by a new document alone, as which kinds may stand under which; it can be confirmed as it is.</summary>
public sealed record FixedShape : ParameterShape
{
    protected override Refusal? CheckKnown(JsonElement value) => null;
}
