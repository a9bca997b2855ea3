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

    /// <summary>One file of a rule set's folder.</summary>
    public static JsonElement Open(string folder, string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, folder, file)));
        return json.RootElement.Clone();
    }
}
