using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>A file tells one thing: nine of ten within 150 lines, none over 300 unless a decision says why.</summary>
public sealed class FileSizeTests(ITestOutputHelper output)
{
    [Fact]
    public void Files_stay_short()
    {
        var decisions = string.Concat(SourceTree.Files("docs/decisions", ".md").Select(file => file.Text));
        var files = new[] { "src", "tests" }
            .SelectMany(folder => SourceTree.Files(folder, ".cs", ".razor", ".css", ".js"))
            .OrderBy(file => file.Lines)
            .ToList();
        Assert.NotEmpty(files);

        var ninth = files[(files.Count - 1) * 9 / 10].Lines;
        output.WriteLine($"{files.Count} files, median {files[files.Count / 2].Lines} lines, nine of ten within {ninth}");
        Habit.AssertNone(
            files
                .Where(file => file.Lines > 300 && !decisions.Contains(Path.GetFileName(file.Path), StringComparison.Ordinal))
                .Select(file => $"{file.Path}: {file.Lines} lines")
        );
        Assert.InRange(ninth, 0, 150);
    }
}
