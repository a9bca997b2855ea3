namespace TongKet.Figures.Engine;

/// <summary>Whether figures are kept in columns here, and in how much memory.</summary>
/// <param name="IsOn">A served program keeps them; a verb that counts once asks SQL, which needs no loading.</param>
/// <param name="MostBytes">Beyond this figures are counted by SQL.</param>
public sealed record EngineSettings(bool IsOn, long MostBytes)
{
    /// <summary>
    /// Another order of organizations than preorder of today's tree, in which their rows are laid: an old program that saw
    /// many moves, or a measurement of the worst case.
    /// </summary>
    public Func<IReadOnlyList<long>, IEnumerable<long>>? StoredOrder { get; init; }

    /// <summary>Reading the records took longer than this: next time a file is read.</summary>
    public static readonly TimeSpan WorthAFile = TimeSpan.FromSeconds(2);

    /// <summary>Where columns are kept from one run to the next; beside the database file, else in the folder of data.</summary>
    public static string FileOf(Store.DatabaseAddress address)
    {
        const string Ending = ".columns";
        if (!address.IsPostgreSql)
        {
            return address.Shown["sqlite:".Length..] + Ending;
        }

        var name = string.Concat(address.Shown.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return Path.Combine(Environment.GetEnvironmentVariable("TONGKET_HOME") ?? "", "data", name + Ending);
    }

    /// <summary>Megabytes; half of what the machine gives to the program unless said.</summary>
    public const string MemoryVariable = "TONGKET_FIGURES_MEMORY_MB";

    public static EngineSettings Of(bool isServed) =>
        new(
            isServed,
            long.TryParse(Environment.GetEnvironmentVariable(MemoryVariable), out var megabytes)
                ? megabytes * 1024 * 1024
                : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2
        );
}

/// <summary>Why figures are counted by SQL now.</summary>
public enum FallbackReason : byte
{
    /// <summary>They are not; columns answer.</summary>
    None = 0,
    Off = 1,
    NotLoaded = 2,
    Memory = 3,

    /// <summary>A record holds a day or a number that a column cannot hold.</summary>
    Range = 4,
}

/// <summary>A table of columns: of which set, which year (0 where it has all), how many rows in how many bytes.</summary>
public sealed record TableState(string Set, int Year, int Rows, long Bytes);

/// <summary>How the engine stands.</summary>
public sealed record EngineState(
    FallbackReason Fallback,
    string? Detail,
    long Seq,
    long Bytes,
    long MostBytes,
    TimeSpan LoadTime,
    bool IsFromFile,
    IReadOnlyList<TableState> Tables
);

/// <summary>The columns would take more memory than is allowed.</summary>
public sealed class ColumnMemoryException() : Exception("The columns take more memory than is allowed.");
