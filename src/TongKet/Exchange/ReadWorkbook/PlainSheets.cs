using System.IO.Compression;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// Reads in one go what nearly every cell of an office's workbook is: text, a number, a day. Anything else, and anything
/// that is not as every spreadsheet program writes it, is left to the library (<see cref="NotPlainException"/>): what both
/// read, both read alike (decision 0024).
/// </summary>
public sealed class PlainSheets : SheetSource
{
    private readonly ZipArchive zip;
    private readonly IReadOnlyList<PlainSheet> sheets;
    private readonly PlainCells cells;
    private int at = -1;
    private PlainRows rows = null!;
    private int row;
    private int wanted;
    private int widest;

    public PlainSheets(byte[] file)
    {
        zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        var parts = PlainParts.Of(zip);
        sheets = parts.Sheets;
        cells = new(PlainTexts.Read(parts.SharedTexts), PlainFormats.Read(parts.Styles));
        NextSheet();
    }

    public override string Name => sheets[at].Name;
    public override int RowCount => 0;
    public override int FieldCount => row == wanted ? cells.Count : 0;

    /// <summary>Rows that the file leaves out are there, and empty.</summary>
    public override bool Read()
    {
        if (row < wanted)
        {
            row++;
            return true;
        }

        if (!rows.Next())
        {
            return false;
        }

        var number = cells.Take(rows.Row);
        wanted = number == 0 ? wanted + 1 : number;
        row++;
        widest = Math.Max(widest, cells.Count);
        if (wanted < row || wanted > WorkbookLimits.Rows || (long)wanted * widest > WorkbookLimits.SpannedCells)
        {
            throw new NotPlainException("The order or the number of rows.");
        }

        return true;
    }

    public override object? GetValue(int at) => row == wanted ? cells.Value(at) : null;

    public override string? GetNumberFormatString(int at) => row == wanted ? cells.Format(at) : null;

    public override bool NextSheet()
    {
        if (at + 1 == sheets.Count)
        {
            return false;
        }

        at++;
        rows?.Dispose();
        rows = new(sheets[at].Part);
        (row, wanted, widest) = (0, 0, 0);
        return true;
    }

    public override void Dispose()
    {
        rows?.Dispose();
        zip.Dispose();
    }
}
