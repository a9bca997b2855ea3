using System.Globalization;
using System.Text.Json;
using TongKet.Domain.Regulations;

namespace TongKet.Regulations;

/// <summary>Reads the rule sets that travel with the program: regulations/«document»/rule-set.json.</summary>
public static class RuleBookLoader
{
    public static RuleBook Load() => Load(Path.Combine(AppContext.BaseDirectory, "regulations"));

    public static RuleBook Load(string folder) =>
        new(Directory.GetFiles(folder, "rule-set.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read));

    private static RuleSet Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = json.RootElement;
        return new(
            Path.GetFileName(Path.GetDirectoryName(file))!,
            root.GetProperty("subject").GetString()!,
            root.GetProperty("document").GetString()!,
            root.GetProperty("title").GetString()!,
            Day(root.GetProperty("effectiveFrom"))!.Value,
            Day(root.GetProperty("effectiveTo")),
            root.GetProperty("parameters").EnumerateObject().ToDictionary(p => p.Name, p => Parameter(p.Value))
        );
    }

    private static RuleParameter Parameter(JsonElement parameter) =>
        new(
            parameter.GetProperty("value").Clone(),
            parameter.GetProperty("article").GetString(),
            parameter.GetProperty("confirmed").GetBoolean(),
            parameter.TryGetProperty("note", out var note) ? note.GetString() : null
        );

    private static DateOnly? Day(JsonElement day) =>
        day.ValueKind == JsonValueKind.Null
            ? null
            : DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
