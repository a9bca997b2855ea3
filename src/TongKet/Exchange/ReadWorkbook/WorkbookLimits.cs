namespace TongKet.Exchange.ReadWorkbook;

/// <summary>How much of a file is looked at before it is refused; hostile files are found out before they are parsed.</summary>
public static class WorkbookLimits
{
    public const long PackedBytes = 50L * 1024 * 1024;
    public const long UnpackedBytes = 500L * 1024 * 1024;

    /// <summary>Parts of the package; a workbook of this form has about fifteen.</summary>
    public const int Parts = 5_000;

    /// <summary>What a spreadsheet program can hold at all.</summary>
    public const int Rows = 1_048_576;
    public const int Columns = 16_384;

    /// <summary>Cells that a sheet spans, empty ones included: a stray cell in the last corner makes billions of them.</summary>
    public const long SpannedCells = 100_000_000;

    /// <summary>Rows above the table (titles, the name of the unit) among which the header is looked for.</summary>
    public const int RowsAboveHeader = 15;
}
