using System.Text.Json;
using TongKet.Domain.Regulations;

namespace TongKet.Domain.Tests.Support;

/// <summary>The project's own rule sets, as they lie beside the tests.</summary>
public static class Regulation
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "regulations");

    public static RuleBook Book { get; } =
        new(
            Directory
                .GetDirectories(Folder)
                .Select(folder => RuleSet.Read(Path.GetFileName(folder), Open(folder, "rule-set.json")))
        );

    public static RuleSet Set(string id) => Book.All.Single(r => r.Id == id);

    /// <summary>The rule sets of a subject, one row each.</summary>
    public static TheoryData<string> Of(string subject) => [.. Book.All.Where(r => r.Subject == subject).Select(r => r.Id)];

    /// <summary>One list of cases of a rule set; an empty one would prove nothing.</summary>
    public static IReadOnlyList<JsonElement> Cases(string id, string list)
    {
        var cases = Open(id, "cases.json").GetProperty(list).EnumerateArray().ToList();
        Assert.NotEmpty(cases);
        return cases;
    }

    public static DateOnly Day(JsonElement of, string name) =>
        DateOnly.ParseExact(of.GetProperty(name).GetString()!, "yyyy-MM-dd");

    /// <summary>One file of a rule set's folder.</summary>
    public static JsonElement Open(string folder, string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, folder, file)));
        return json.RootElement.Clone();
    }
}
