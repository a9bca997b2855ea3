namespace TongKet.Tests.Support;

/// <summary>
/// The workbooks that lie beside the project (../shared/samples). The project is whole without them: a test of them
/// skips visibly where they are absent.
/// </summary>
public static class Samples
{
    /// <summary>The path of a sample, or null. A second checkout one folder deeper finds them too.</summary>
    public static string? Find(string name) =>
        new[] { "..", "../.." }
            .Select(above => Path.GetFullPath(Path.Combine(SourceTree.Root, above, "shared", "samples", name)))
            .FirstOrDefault(File.Exists);
}
