using TongKet.Domain.Figures;

namespace TongKet.Figures.Engine;

/// <summary>Rows as they are read, in any order, before they are laid into a <see cref="ColumnTable"/>.</summary>
public sealed class RowBuffer
{
    private readonly ColumnLayout layout;

    public RowBuffer(ColumnLayout layout, int capacity)
    {
        this.layout = layout;
        capacity = Math.Max(capacity, 4);
        Slots = new int[capacity];
        Wide = [.. Enumerable.Range(0, layout.Wide).Select(_ => new ushort[capacity])];
        Narrow = [.. Enumerable.Range(0, layout.Narrow).Select(_ => new byte[capacity])];
        Bits = new uint[capacity];
        Ends = [.. Enumerable.Range(0, layout.Sparse).Select(_ => new List<(int Row, int Other)>())];
    }

    public int Count { get; private set; }
    public int[] Slots { get; private set; }
    public ushort[][] Wide { get; }
    public byte[][] Narrow { get; }

    /// <summary>All flags of a row.</summary>
    public uint[] Bits { get; private set; }
    public List<(int Row, int Other)>[] Ends { get; }

    /// <summary>Begins a row; its values follow by <see cref="Set"/>.</summary>
    public void Add(int slot)
    {
        if (Count == Slots.Length)
        {
            Grow();
        }

        Slots[Count] = slot;
        Bits[Count] = 0;
        foreach (var narrow in Narrow)
        {
            narrow[Count] = 0;
        }

        Count++;
    }

    public void Set(int column, int value)
    {
        var place = layout.Places[column];
        var row = Count - 1;
        switch (place.Storage)
        {
            case ColumnStorage.Wide when value is >= 0 and <= ColumnCode.None:
                Wide[place.Array][row] = (ushort)value;
                break;
            case ColumnStorage.Narrow when value >= 0 && value <= place.Bits >> place.Shift:
                Narrow[place.Array][row] |= (byte)(value << place.Shift);
                break;
            case ColumnStorage.Bit:
                Bits[row] |= value == 0 ? 0u : 1u << place.Array;
                break;
            case ColumnStorage.Sparse:
                Ends[place.Array].Add((row, value));
                break;
            default:
                throw new ColumnRangeException(layout.Set, layout.Set.Columns[column], value);
        }
    }

    private void Grow()
    {
        var size = Count * 2;
        Slots = Grown(Slots, size);
        Bits = Grown(Bits, size);
        for (var i = 0; i < Wide.Length; i++)
        {
            Wide[i] = Grown(Wide[i], size);
        }

        for (var i = 0; i < Narrow.Length; i++)
        {
            Narrow[i] = Grown(Narrow[i], size);
        }
    }

    private static T[] Grown<T>(T[] array, int size)
    {
        Array.Resize(ref array, size);
        return array;
    }
}
