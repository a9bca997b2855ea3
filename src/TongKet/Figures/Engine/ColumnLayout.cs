using System.Security.Cryptography;
using System.Text;
using TongKet.Domain.Figures;

namespace TongKet.Figures.Engine;

public enum ColumnStorage : byte
{
    /// <summary>Two bytes a row.</summary>
    Wide = 0,

    /// <summary>A byte a row, of which <see cref="ColumnPlace.Bits"/> are this column's.</summary>
    Narrow = 1,

    /// <summary>A bit a row.</summary>
    Bit = 2,

    /// <summary>Only rows that have one.</summary>
    Sparse = 3,
}

/// <summary>Where the values of a column lie: in which array, and in which bits of its bytes.</summary>
public readonly record struct ColumnPlace(ColumnStorage Storage, int Array, int Shift = 0, int Bits = 0xFF);

/// <summary>The arrays that the columns of a record set take; two small codes share a byte.</summary>
public sealed class ColumnLayout
{
    public ColumnLayout(RecordSet set)
    {
        Set = set;
        int wide = 0,
            bit = 0,
            sparse = 0,
            small = 0;
        var codes = set.Columns.Count(c => c.Shape == ColumnShape.Code);
        var code = 0;
        Places =
        [
            .. set.Columns.Select(c =>
                c.Shape switch
                {
                    ColumnShape.Day or ColumnShape.Number => new ColumnPlace(ColumnStorage.Wide, wide++),
                    ColumnShape.Code => new(ColumnStorage.Narrow, code++),
                    ColumnShape.SmallCode => Small(codes, small++),
                    ColumnShape.Flag => new(ColumnStorage.Bit, bit++),
                    _ => new(ColumnStorage.Sparse, sparse++),
                }
            ),
        ];
        (Wide, Narrow, Bit, Sparse) = (wide, codes + (small + 1) / 2, bit, sparse);
    }

    public RecordSet Set { get; }
    public IReadOnlyList<ColumnPlace> Places { get; }
    public int Wide { get; }
    public int Narrow { get; }
    public int Bit { get; }
    public int Sparse { get; }

    /// <summary>Of a row, with the bit that says that it is one.</summary>
    public double BytesPerRow => 2 * Wide + Narrow + (Bit + 1) / 8.0;

    /// <summary>Behind the rows of an organization; those of a year hardly ever become more.</summary>
    public int Room(int rows) => Set.IsYearly || rows == 0 ? rows : (rows + 4) & ~3;

    /// <summary>Changes whenever the description of any record set does, so that a file of another shape is not read.</summary>
    public static byte[] HashOf(IEnumerable<RecordSet> sets) =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes(
                string.Join(
                    '\n',
                    sets.Select(s =>
                        $"{s.Name} {s.IsYearly} {s.PlaceOf.Body} "
                        + string.Join(", ", s.Columns.Select(c => $"{c.Shape} {c.Text}"))
                    )
                )
            )
        );

    private static ColumnPlace Small(int codes, int which) =>
        new(ColumnStorage.Narrow, codes + which / 2, which % 2 * 4, which % 2 == 0 ? 0x0F : 0xF0);
}

/// <summary>A value that its column cannot hold: then figures are counted by SQL, never wrongly.</summary>
public sealed class ColumnRangeException(RecordSet set, RecordColumn column, long value)
    : Exception($"{set.Name}: {column.Text} cannot be {value}.");
