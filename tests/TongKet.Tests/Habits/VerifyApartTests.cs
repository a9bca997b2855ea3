using System.Text.RegularExpressions;
using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>Who counts a second time must not ask the first: the SQL of verify knows no figure's definition.</summary>
public sealed partial class VerifyApartTests
{
    [Fact]
    public void The_second_count_references_no_definition_of_a_figure()
    {
        var apart = Apart();
        // Once the program verifies, its SQL must lie there: an empty search would be green for nothing.
        Assert.True(apart.Count > 0 || !Verifies(), "There is a slice Verify…, and no SQL in a folder Oracle.");

        var definitions = SourceTree
            .Files("src", ".cs")
            .Where(file =>
                file.Path.Contains("/Figures/", StringComparison.Ordinal)
                || file.Path.EndsWith("Figures.cs", StringComparison.Ordinal)
            )
            .Where(file => !apart.Contains(file))
            .SelectMany(file => Declaration().Matches(file.Code).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);

        var references = apart.SelectMany(file =>
            Word()
                .Matches(file.Code)
                .Where(match => definitions.Contains(match.Value) || match.Value.EndsWith(".Figures", StringComparison.Ordinal))
                .Select(match => $"{file.At(match.Index)} {match.Value}")
        );

        Habit.AssertNone(references);
    }

    private static bool Verifies() =>
        SourceTree.Files("src", ".cs").Any(file => file.Path.Contains("/Verify", StringComparison.Ordinal));

    private static List<SourceFile> Apart() =>
        [.. SourceTree.Files("src", ".cs", ".sql").Where(file => file.Path.Contains("/Oracle/", StringComparison.Ordinal))];

    [GeneratedRegex(@"(?:class|record|struct|enum|interface)\s+(?:struct\s+|class\s+)?([A-Z]\w*)")]
    private static partial Regex Declaration();

    /// <summary>A namespace as it is used, or a single name.</summary>
    [GeneratedRegex(@"(?<!namespace )\b(?:TongKet\.(?:Domain\.)?Figures\b(?!\.Oracle)|[A-Z]\w*)")]
    private static partial Regex Word();
}
