using System.Text.RegularExpressions;
using System.Xml.Linq;
using TongKet.Domain.Values;
using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>The domain references nothing and learns clock, chance, files and new ids from its caller only.</summary>
public sealed partial class DomainIsPureTests
{
    private static readonly string[] Banned =
    [
        "P:System.DateTime.Now",
        "P:System.DateTime.UtcNow",
        "P:System.DateTime.Today",
        "P:System.DateTimeOffset.Now",
        "P:System.DateTimeOffset.UtcNow",
        "T:System.TimeProvider",
        "T:System.IO.File",
        "T:System.Random",
        "M:System.Guid.NewGuid",
        "T:System.Environment",
        "T:System.Net.Http.HttpClient",
    ];

    [Fact]
    public void Its_project_references_no_project_package_or_framework()
    {
        var project = XDocument.Load(Path.Combine(SourceTree.Root, "src/TongKet.Domain/TongKet.Domain.csproj"));

        Assert.DoesNotContain(
            project.Descendants(),
            element => element.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal)
        );
        Assert.Contains(
            project.Descendants("AdditionalFiles"),
            element => (string?)element.Attribute("Include") == "BannedSymbols.txt"
        );
    }

    [Fact]
    public void Its_assembly_references_the_runtime_only()
    {
        var others = typeof(Refusal)
            .Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Habit.AssertNone(others);
    }

    [Fact]
    public void Clock_chance_files_and_new_ids_stay_banned()
    {
        var list = File.ReadAllLines(Path.Combine(SourceTree.Root, "src/TongKet.Domain/BannedSymbols.txt"))
            .Select(line => line.Split(';')[0])
            .ToHashSet(StringComparer.Ordinal);
        Habit.AssertNone(Banned.Where(symbol => !list.Contains(symbol)));

        var silenced = SourceTree
            .Files("src/TongKet.Domain", ".cs", ".csproj", ".editorconfig")
            .Append(new(".editorconfig", File.ReadAllText(Path.Combine(SourceTree.Root, ".editorconfig"))))
            .Append(new("Directory.Build.props", File.ReadAllText(Path.Combine(SourceTree.Root, "Directory.Build.props"))))
            .SelectMany(file => Silencing().Matches(file.Text).Select(match => file.At(match.Index)));
        Habit.AssertNone(silenced);
    }

    [GeneratedRegex("RS0030")]
    private static partial Regex Silencing();
}
