using System.Text.RegularExpressions;
using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>Names that say nothing, and ways that come back to bite.</summary>
public sealed partial class ForbiddenNamesTests
{
    [Fact]
    public void No_type_file_or_folder_has_a_name_that_says_nothing()
    {
        var files = Sources();
        var types = files.SelectMany(file =>
            Declaration()
                .Matches(file.Text)
                .Where(match => SaysNothing().IsMatch(match.Groups[1].Value))
                .Select(match => $"{file.At(match.Index)} {match.Groups[1].Value}")
        );
        var paths = files
            .Select(file => file.Path)
            .Where(path => path.Split('/').Any(part => SaysNothing().IsMatch(part.Split('.')[0])));

        Habit.AssertNone([.. types, .. paths]);
    }

    [Fact]
    public void No_source_uses_a_forbidden_way()
    {
        var found = Sources()
            // The habit tests spell out what they look for.
            .Where(file => !file.Path.Contains("/Habits/", StringComparison.Ordinal))
            .SelectMany(file => Forbidden().Matches(file.Text).Select(match => $"{file.At(match.Index)} {match.Value}"));

        Habit.AssertNone(found);
    }

    private static List<SourceFile> Sources() =>
        [.. SourceTree.Files("src", ".cs", ".razor"), .. SourceTree.Files("tests", ".cs", ".razor")];

    [GeneratedRegex(@"(?:class|record|struct|enum|interface)\s+(?:struct\s+|class\s+)?([A-Z]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(
        "(Manager|Helpers?|Utils?|Utilit(y|ies)|Common|Dtos?|Services?)$|^(Base|Common|Util|Helper)([A-Z]|$)|^(Misc|Shared)$"
    )]
    private static partial Regex SaysNothing();

    /// <summary>Regions; a clock that nobody hands in; a year of the law, or a choice by year, in code.</summary>
    [GeneratedRegex(
        @"#region|\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b|\bif \(\s*year\s*>=|\b\w*[yY]ear\b\s*(?:[<>]=?|==)\s*(?:19|20)\d\d\b|\bThread\.Sleep\b"
    )]
    private static partial Regex Forbidden();
}
