namespace TongKet.Figures.Engine;

/// <summary>A table in a file: its arrays as they are, as far as rows reach.</summary>
public sealed partial class ColumnTable
{
    private ColumnTable(ColumnLayout layout, CheckedReader from)
    {
        Layout = layout;
        Rows = (int)from.Read();
        end = (int)from.Read();
        laid = from.Read<int>();
        lengths = from.Read<ushort>();
        foreach (var place in from.Read<int>().Chunk(4))
        {
            moved[place[0]] = (place[1], place[2], place[3]);
        }

        live = from.Read<ulong>();
        wide = [.. Enumerable.Range(0, layout.Wide).Select(_ => from.Read<ushort>())];
        narrow = [.. Enumerable.Range(0, layout.Narrow).Select(_ => from.Read<byte>())];
        bits = [.. Enumerable.Range(0, layout.Bit).Select(_ => from.Read<ulong>())];
        ends = [.. Enumerable.Range(0, layout.Sparse).Select(_ => EndColumn.ReadFrom(from))];
        var size = (long)live.Length * WordBits;
        var isWhole =
            wide.All(w => w.Length == size) && narrow.All(n => n.Length == size) && bits.All(b => b.Length == live.Length);
        if (!isWhole || end > size || size % Step != 0 || laid.Length != lengths.Length + 1)
        {
            throw new ColumnFileException("arrays");
        }
    }

    public static ColumnTable ReadFrom(ColumnLayout layout, CheckedReader from) => new(layout, from);

    public void WriteTo(CheckedWriter to)
    {
        var size = (end + Step) / Step * Step;
        to.Write(Rows);
        to.Write(end);
        to.Write<int>(laid);
        to.Write<ushort>(lengths);
        to.Write<int>([.. moved.SelectMany(m => new[] { m.Key, m.Value.Start, m.Value.Length, m.Value.Room })]);
        to.Write<ulong>(live.AsSpan(0, size / WordBits));
        foreach (var array in wide)
        {
            to.Write<ushort>(array.AsSpan(0, size));
        }

        foreach (var array in narrow)
        {
            to.Write<byte>(array.AsSpan(0, size));
        }

        foreach (var array in bits)
        {
            to.Write<ulong>(array.AsSpan(0, size / WordBits));
        }

        foreach (var column in ends)
        {
            column.WriteTo(to);
        }
    }
}
