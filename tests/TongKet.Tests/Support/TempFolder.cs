[assembly: AssemblyFixture(typeof(TongKet.Tests.Support.TempFolder))]

namespace TongKet.Tests.Support;

/// <summary>One folder for all that a test run writes; removed at its end.</summary>
public sealed class TempFolder : IDisposable
{
    private static readonly Lazy<string> Path = new(() => Directory.CreateTempSubdirectory("tongket-test-").FullName);

    public static string OfThisRun => Path.Value;

    /// <summary>A new folder of one test.</summary>
    public static string New() => Directory.CreateDirectory(System.IO.Path.Combine(OfThisRun, $"{Guid.NewGuid():N}")).FullName;

    public void Dispose()
    {
        if (Path.IsValueCreated)
        {
            Directory.Delete(OfThisRun, recursive: true);
        }
    }
}
