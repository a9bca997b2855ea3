using System.Globalization;
using System.Text.Json;

namespace TongKet.Domain.Regulations;

/// <summary>
/// What one issued document sets: parameters, each with its article and whether it is confirmed, in force from
/// <see cref="EffectiveFrom"/> to <see cref="EffectiveTo"/> (both days inclusive). Published versions never change.
/// </summary>
/// <param name="Id">Folder name under regulations/.</param>
/// <param name="Subject">What it regulates: «organization-structure», «annual-review», «document-format», «member-register».</param>
public sealed record RuleSet(
    string Id,
    string Subject,
    string Document,
    string Title,
    DateOnly EffectiveFrom,
    DateOnly? EffectiveTo,
    IReadOnlyDictionary<string, RuleParameter> Parameters
)
{
    public RuleParameter this[string name] =>
        Parameters.TryGetValue(name, out var parameter)
            ? parameter
            : throw new InvalidOperationException($"Rule set {Id} has no parameter {name}.");

    /// <summary>A parameter that not every document of the subject has; null where this one has it not.</summary>
    public RuleParameter? Find(string name) => Parameters.GetValueOrDefault(name);

    /// <summary>SHA-256 of all that it says (<see cref="RuleSetText"/>); with the id it names this version and no other.</summary>
    public string Hash => RuleSetText.HashOf(this);

    /// <summary>The same with one parameter said differently.</summary>
    public RuleSet With(string name, RuleParameter parameter) =>
        this with
        {
            Parameters = Parameters.ToDictionary(p => p.Key, p => p.Key == name ? parameter : p.Value),
        };

    public bool IsInForce(DateOnly on) => EffectiveFrom <= on && (EffectiveTo is null || EffectiveTo >= on);

    /// <summary>A rule set as its file has it.</summary>
    /// <param name="id">Name of the folder it lies in.</param>
    public static RuleSet Read(string id, JsonElement file) =>
        new(
            id,
            file.GetProperty("subject").GetString()!,
            file.GetProperty("document").GetString()!,
            file.GetProperty("title").GetString()!,
            Day(file.GetProperty("effectiveFrom"))!.Value,
            Day(file.GetProperty("effectiveTo")),
            file.GetProperty("parameters").EnumerateObject().ToDictionary(p => p.Name, p => RuleParameter.Read(p.Value))
        );

    private static DateOnly? Day(JsonElement day) =>
        day.ValueKind == JsonValueKind.Null
            ? null
            : DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One parameter: its value, the article it rests on (null: «chưa xác định điều») and whether that is confirmed.</summary>
public sealed record RuleParameter(JsonElement Value, string? Article, bool Confirmed, string? Note)
{
    /// <summary>No source tells it; what rests on it cannot be decided by it.</summary>
    public bool IsUnknown => Value.ValueKind == JsonValueKind.Null;

    public int Int => Value.GetInt32();
    public decimal Decimal => Value.GetDecimal();
    public bool Flag => Value.GetBoolean();
    public string Text => Value.GetString() ?? "";

    public IReadOnlyList<string> List => Value.EnumerateArray().Select(v => v.GetString() ?? "").ToList();

    /// <summary>A number, or null where no source tells it.</summary>
    public decimal? Known => IsUnknown ? null : Value.GetDecimal();

    /// <summary>A deadline, or null where no source tells it.</summary>
    public RuleDeadline? Deadline => IsUnknown ? null : RuleDeadline.Parse(Text);

    /// <summary>The listed names as values of an enumeration.</summary>
    public TEnum[] Names<TEnum>()
        where TEnum : struct, Enum => List.Select(Enum.Parse<TEnum>).ToArray();

    public static RuleParameter Read(JsonElement parameter) =>
        new(
            // The value outlives the file it was read from.
            parameter.GetProperty("value").Clone(),
            parameter.GetProperty("article").GetString(),
            parameter.GetProperty("confirmed").GetBoolean(),
            parameter.TryGetProperty("note", out var note) ? note.GetString() : null
        );
}
