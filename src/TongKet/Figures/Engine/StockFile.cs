using System.Text;

namespace TongKet.Figures.Engine;

/// <summary>What stands before the columns: for which log, at which line, and by which descriptions.</summary>
public sealed record StockHeader(long Seq, byte[] LineHash);

/// <summary>
/// The columns in a file that its owner alone may read, to begin with where records need not be read again: days,
/// codes and numbers of organizations by the line of the change log they stand at, without names or numbers of persons.
/// What figures take from the rule sets stands before them too.
/// The hash of that line names the database and all its history. Written beside and put in place whole.
/// </summary>
public static class StockFile
{
    private const long Format = 2;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("TongKet columns\n");

    public static void Write(string path, StockHeader header, OrganizationSlots slots, IReadOnlyList<SetStock> sets, string rules)
    {
        var beside = path + ".new";
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            BufferSize = 1 << 20,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Delete(beside);
        using (var stream = new FileStream(beside, options))
        using (var to = new CheckedWriter(stream))
        {
            to.Write<byte>(Magic);
            to.Write(Format);
            to.Write<byte>(ColumnLayout.HashOf(sets.Select(s => s.Source.Set)));
            to.Write<byte>(Encoding.UTF8.GetBytes(rules));
            to.Write(header.Seq);
            to.Write<byte>(header.LineHash);
            to.Write<long>(slots.Ids);
            foreach (var set in sets)
            {
                to.Write(set.Tables.Count);
                foreach (var (year, table) in set.Tables)
                {
                    to.Write(year);
                    to.Write<int>([.. table.Stale]);
                    table.Rows.WriteTo(to);
                }
            }

            to.Close();
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Null where there is none, or anything is wrong with it; then it is deleted.</summary>
    public static (StockHeader, OrganizationSlots, List<SortedDictionary<int, StockTable>>)? Read(
        string path,
        IReadOnlyList<SetStock> sets,
        string rules
    )
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
            var from = new CheckedReader(stream);
            Expect(from.Read<byte>().AsSpan().SequenceEqual(Magic), "magic");
            Expect(from.Read() == Format, "format");
            Expect(from.Read<byte>().AsSpan().SequenceEqual(ColumnLayout.HashOf(sets.Select(s => s.Source.Set))), "sets");
            Expect(from.Read<byte>().AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(rules)), "rules");
            var header = new StockHeader(from.Read(), from.Read<byte>());
            var slots = new OrganizationSlots(from.Read<long>());
            var tables = new List<SortedDictionary<int, StockTable>>();
            foreach (var set in sets)
            {
                var years = new SortedDictionary<int, StockTable>();
                for (var left = from.Read(); left > 0; left--)
                {
                    var year = (int)from.Read();
                    var stale = from.Read<int>();
                    years[year] = new(ColumnTable.ReadFrom(set.Layout, from));
                    years[year].Stale.UnionWith(stale);
                }

                tables.Add(years);
            }

            return (header, slots, tables);
        }
        catch (ColumnFileException)
        {
            File.Delete(path);
            return null;
        }
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new ColumnFileException(what);
        }
    }
}
