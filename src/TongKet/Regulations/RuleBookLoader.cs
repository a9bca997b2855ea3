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
        return RuleSet.Read(Path.GetFileName(Path.GetDirectoryName(file))!, json.RootElement);
    }
}
