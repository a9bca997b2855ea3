using System.Text.RegularExpressions;
using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>How long a text may be is the program's to judge; the browser is told the same number and is not relied on.</summary>
public sealed partial class TextLengthHabitTests
{
    /// <summary>What is typed there is looked up and never kept, or is a field of whatever page uses it.</summary>
    private static readonly string[] NotKept =
    [
        "src/TongKet/Access/ManageAccounts/GrantFields.razor Form.Organization",
        "src/TongKet/Access/SignIn/SignInPage.razor Form.UserName",
        "src/TongKet/Reviews/ShowGrades/SubordinateTable.razor ten",
        "src/TongKet/Web/Components/TextField.razor @Name",
        "src/TongKet/Web/Pages/GalleryPage.razor Form.Name",
        "src/TongKet/Web/Pages/GalleryPage.razor Form.Note",
    ];

    private static readonly string[] NoText = ["hidden", "checkbox", "radio", "file", "search", "password"];

    [Fact]
    public void Every_field_of_a_text_has_its_length_from_where_it_is_judged()
    {
        var fields =
            from file in SourceTree.Files("src/TongKet", ".razor")
            from match in Field().Matches(file.Text)
            let tag = match.Value
            where !NoText.Any(type => tag.Contains($"ype=\"{type}\"", StringComparison.Ordinal))
            where !tag.Contains(" readonly", StringComparison.Ordinal) && !tag.Contains("inputmode=\"", StringComparison.Ordinal)
            where !tag.Contains("maxlength=\"@", StringComparison.Ordinal)
            let name = $"{file.Path} {Name().Match(tag).Groups[1].Value}"
            where !NotKept.Contains(name)
            select $"{file.At(match.Index)}: {name}";

        Habit.AssertNone(fields);
    }

    [Fact]
    public void Every_length_is_asked_before_a_text_is_written_and_told_to_the_browser()
    {
        var program = SourceTree.Files("src", ".cs");
        var pages = SourceTree.Files("src/TongKet", ".razor");
        var lengths = (
            from file in program
            from match in Length().Matches(file.Code)
            let type = Types().Matches(file.Code).Last(t => t.Index < match.Index).Groups[1].Value
            select (File: file, Type: type, Name: match.Groups[1].Value)
        ).ToList();
        Assert.NotEmpty(lengths);

        var unasked = lengths
            .Where(l => !program.Any(f => IsAsked(f, l.File, l.Type, l.Name)))
            .Select(l => $"{l.File.Path}: {l.Type}.{l.Name} is asked by nobody");
        var untold = lengths
            .Where(l => !pages.Any(p => p.Text.Contains($"{l.Type}.{l.Name}.Most", StringComparison.Ordinal)))
            .Select(l => $"{l.File.Path}: {l.Type}.{l.Name} is told to no browser");
        Habit.AssertNone([.. unasked, .. untold]);
    }

    /// <summary>«length.Check(text» or «text, length», by its type's name or within it.</summary>
    private static bool IsAsked(SourceFile file, SourceFile home, string type, string name) =>
        Regex.IsMatch(file.Code, $@"\b{type}\.{name}(\.Check\(|[,)])")
        || (file == home && Regex.IsMatch(file.Code, $@"(?<!\.)\b{name}(\.Check\(|[,)])"));

    [GeneratedRegex("""<(?:TextField|input|textarea)\b(?:[^>"]|"[^"]*")*""")]
    private static partial Regex Field();

    [GeneratedRegex("""\b[Nn]ame="([^"]+)""")]
    private static partial Regex Name();

    [GeneratedRegex(@"static readonly TextLength (\w+) =")]
    private static partial Regex Length();

    [GeneratedRegex(@"\b(?:class|record(?: struct)?) (\w+)")]
    private static partial Regex Types();
}
