namespace TongKet.Figures;

/// <summary>
/// One counted row as SQL returns it: where it belongs, and for each condition 1 or 0. A row type of its own because
/// the columns need names that the grouping around them can use.
/// </summary>
public sealed class FigureRow
{
    public const int Most = 40;

    public long Place { get; set; }
    public int F0 { get; set; }
    public int F1 { get; set; }
    public int F2 { get; set; }
    public int F3 { get; set; }
    public int F4 { get; set; }
    public int F5 { get; set; }
    public int F6 { get; set; }
    public int F7 { get; set; }
    public int F8 { get; set; }
    public int F9 { get; set; }
    public int F10 { get; set; }
    public int F11 { get; set; }
    public int F12 { get; set; }
    public int F13 { get; set; }
    public int F14 { get; set; }
    public int F15 { get; set; }
    public int F16 { get; set; }
    public int F17 { get; set; }
    public int F18 { get; set; }
    public int F19 { get; set; }
    public int F20 { get; set; }
    public int F21 { get; set; }
    public int F22 { get; set; }
    public int F23 { get; set; }
    public int F24 { get; set; }
    public int F25 { get; set; }
    public int F26 { get; set; }
    public int F27 { get; set; }
    public int F28 { get; set; }
    public int F29 { get; set; }
    public int F30 { get; set; }
    public int F31 { get; set; }
    public int F32 { get; set; }
    public int F33 { get; set; }
    public int F34 { get; set; }
    public int F35 { get; set; }
    public int F36 { get; set; }
    public int F37 { get; set; }
    public int F38 { get; set; }
    public int F39 { get; set; }
}
