using ExcelDataReader;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>The sheets of a workbook one after the other, and the cells of one row at a time.</summary>
public abstract class SheetSource : IDisposable
{
    public abstract string Name { get; }

    /// <summary>What the sheet spans; 0 where that is looked at on the way.</summary>
    public abstract int RowCount { get; }

    /// <summary>Cells of the present row, at least.</summary>
    public abstract int FieldCount { get; }

    public abstract bool Read();
    public abstract object? GetValue(int at);

    /// <summary>How the spreadsheet shows it: «0%», «mm/yyyy».</summary>
    public abstract string? GetNumberFormatString(int at);
    public abstract bool NextSheet();
    public abstract void Dispose();
}

/// <summary>By the library, which reads whatever a workbook may hold, and each sheet twice.</summary>
public sealed class LibrarySheets(IExcelDataReader reader) : SheetSource
{
    public override string Name => reader.Name;
    public override int RowCount => reader.RowCount;
    public override int FieldCount => reader.FieldCount;

    public override bool Read() => reader.Read();

    public override object? GetValue(int at) => reader.GetValue(at);

    public override string? GetNumberFormatString(int at) => reader.GetNumberFormatString(at);

    public override bool NextSheet() => reader.NextResult();

    public override void Dispose() => reader.Dispose();
}
