namespace TongKet.Figures.Engine;

/// <summary>
/// One row as SQL returns it for the columns: a row type of its own, so that each described column has a name by which
/// it is found, in whatever order it comes.
/// </summary>
public sealed class ColumnRow
{
    public const int Most = 12;

    public long Place { get; set; }
    public DateOnly? D0 { get; set; }
    public DateOnly? D1 { get; set; }
    public DateOnly? D2 { get; set; }
    public DateOnly? D3 { get; set; }
    public DateOnly? D4 { get; set; }
    public DateOnly? D5 { get; set; }
    public DateOnly? D6 { get; set; }
    public DateOnly? D7 { get; set; }
    public DateOnly? D8 { get; set; }
    public DateOnly? D9 { get; set; }
    public DateOnly? D10 { get; set; }
    public DateOnly? D11 { get; set; }
    public int N0 { get; set; }
    public int N1 { get; set; }
    public int N2 { get; set; }
    public int N3 { get; set; }
    public int N4 { get; set; }
    public int N5 { get; set; }
    public int N6 { get; set; }
    public int N7 { get; set; }
    public int N8 { get; set; }
    public int N9 { get; set; }
    public int N10 { get; set; }
    public int N11 { get; set; }
    public long? E0 { get; set; }
    public long? E1 { get; set; }
    public long? E2 { get; set; }
    public long? E3 { get; set; }
    public long? E4 { get; set; }
    public long? E5 { get; set; }
    public long? E6 { get; set; }
    public long? E7 { get; set; }
    public long? E8 { get; set; }
    public long? E9 { get; set; }
    public long? E10 { get; set; }
    public long? E11 { get; set; }
}
