using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TongKet.Web.Spreadsheets;

/// <summary>
/// The rows of one sheet. Text is always text: it goes as an inline string, never as a formula, and what a spreadsheet
/// could take for one (= + - @ at the beginning) is marked as quoted besides.
/// </summary>
internal sealed class XlsxSheet(OpenXmlWriter writer, XlsxLooks looks, IReadOnlyList<double> widths)
{
    // What one cell may hold.
    private const int LongestText = 32767;

    // Points; the largest that a spreadsheet allows is 409.
    private const double LineHeight = 15;
    private const int MostLines = 27;

    private readonly List<string> merged = [];
    private readonly List<Cell> cells = [];
    private uint row;
    private int lines;
    private bool isLarge;

    /// <summary>A row; it is as high as its wrapped text needs, which not every program works out by itself.</summary>
    public void Row(Action fill)
    {
        row++;
        lines = 1;
        isLarge = false;
        cells.Clear();
        fill();
        var start = new Row { RowIndex = row };
        if (lines > 1 || isLarge)
        {
            start.Height = Math.Min(lines, MostLines) * LineHeight + (isLarge ? LineHeight / 2 : 0);
            start.CustomHeight = true;
        }

        writer.WriteStartElement(start);
        cells.ForEach(writer.WriteElement);
        writer.WriteEndElement();
    }

    /// <summary>A row of one text across that many columns.</summary>
    public void Across(string text, XlsxLook look, int columns)
    {
        Row(() =>
        {
            Text(text, look);
            lines = look.Wrapped ? LinesOf(text, widths.Take(columns).Sum()) : 1;
        });
        if (columns > 1)
        {
            merged.Add($"A{row}:{Letters(columns)}{row}");
        }
    }

    public void Text(string text, XlsxLook look)
    {
        var clean = CleanText.Of(text);
        clean = clean.Length > LongestText ? clean[..LongestText] : clean;
        var cell = new Cell(new InlineString(new Text(clean) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = Next(),
            DataType = CellValues.InlineString,
            StyleIndex = looks.Of(look with { Quoted = LooksLikeFormula(clean), NumberFormat = null }),
        };
        cells.Add(cell);
        if (look.Wrapped && cells.Count <= widths.Count)
        {
            lines = Math.Max(lines, LinesOf(clean, widths[cells.Count - 1]));
        }

        isLarge |= look.Large;
    }

    public void Number(decimal value, XlsxLook look) =>
        cells.Add(
            new Cell(new CellValue(value.ToString(CultureInfo.InvariantCulture)))
            {
                CellReference = Next(),
                StyleIndex = looks.Of(look),
            }
        );

    public void WriteMerged()
    {
        if (merged.Count > 0)
        {
            writer.WriteElement(new MergeCells(merged.Select(range => new MergeCell { Reference = range })));
        }
    }

    /// <summary>The letters of a column: 1 is A, 27 is AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + (column - 1) % 26) + letters;
        }

        return letters;
    }

    private static bool LooksLikeFormula(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..];

    private string Next() => $"{Letters(cells.Count + 1)}{row}";

    // A letter is somewhat narrower than a digit, in which widths are counted; but words are not split, so no line is full.
    private static int LinesOf(string text, double width) =>
        Math.Max(1, (int)Math.Ceiling(text.Length * 0.92 / Math.Max(1, width - 1)));
}
