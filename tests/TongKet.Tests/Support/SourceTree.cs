using System.Text.RegularExpressions;

namespace TongKet.Tests.Support;

/// <summary>The project's own files, as the habit tests read them.</summary>
public static class SourceTree
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "lib", "artifacts", "TestResults"];

    /// <summary>The folder of TongKet.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Sources below the folders named, with paths from the root in «/».</summary>
    public static IReadOnlyList<SourceFile> Files(string folder, params string[] endings)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start)
            ? [.. Walk(start).Where(path => endings.Any(end => path.EndsWith(end, StringComparison.Ordinal))).Select(Read)]
            : [];
    }

    public static IEnumerable<string> FoldersOf(string folder) =>
        Directory
            .GetDirectories(Path.Combine(Root, folder))
            .Select(path => Path.GetFileName(path))
            .Except(NotOurs, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Walk(string folder) =>
        Directory
            .GetFiles(folder)
            .Concat(
                Directory
                    .GetDirectories(folder)
                    .Where(path => !NotOurs.Contains(Path.GetFileName(path), StringComparer.Ordinal))
                    .SelectMany(Walk)
            )
            .Order(StringComparer.Ordinal);

    private static SourceFile Read(string path) =>
        new(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TongKet.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the project's folder.");
        }

        return folder.FullName;
    }
}

/// <summary>One file: its path from the root and its text.</summary>
public sealed partial record SourceFile(string Path, string Text)
{
    public int Lines => Text.Count(letter => letter == '\n');

    /// <summary>The text with its comment lines blanked, each letter still at its place.</summary>
    public string Code => Comment().Replace(Text, match => new string(' ', match.Length));

    /// <summary>«path:line» of a place in the text.</summary>
    public string At(int index) => $"{Path}:{Text.AsSpan(0, index).Count('\n') + 1}";

    [GeneratedRegex(@"^[ \t]*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
