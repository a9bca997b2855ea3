using DocumentFormat.OpenXml.Spreadsheet;

namespace TongKet.Exchange.WriteTemplates;

/// <summary>How the cells of a template look. All cells to be filled in are text, so that no zero and no date is lost.</summary>
internal static class TemplateLook
{
    public const uint Plain = 0,
        Head = 1,
        Text = 2,
        Example = 3,
        Title = 4,
        Wrapped = 5,
        QuotedText = 6;

    private const uint TextFormat = 49;

    public static Stylesheet Stylesheet() =>
        new(
            new Fonts(
                MakeFont(),
                MakeFont(bold: true),
                MakeFont(italic: true, color: "FF5A5A5A"),
                MakeFont(bold: true, size: 15)
            ),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                MakeFill("FFDCE6F2"),
                MakeFill("FFF2F2F2")
            ),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())
            ),
            new CellStyleFormats(
                new CellFormat
                {
                    NumberFormatId = 0,
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                }
            ),
            new CellFormats(
                MakeCell(font: 0),
                MakeCell(font: 1, fill: 2, wrapped: true),
                MakeCell(font: 0, format: TextFormat),
                MakeCell(font: 2, fill: 3, format: TextFormat),
                MakeCell(font: 3),
                MakeCell(font: 0, wrapped: true),
                MakeCell(font: 0, format: TextFormat, quoted: true)
            ),
            new CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
        );

    /// <summary>A text that a spreadsheet could take for a formula is marked as quoted.</summary>
    public static uint OfText(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..] ? QuotedText : Text;

    private static Font MakeFont(bool bold = false, bool italic = false, string color = "FF000000", double size = 12)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        if (italic)
        {
            font.Append(new Italic());
        }

        font.Append(new FontSize { Val = size }, new Color { Rgb = color }, new FontName { Val = "Times New Roman" });
        return font;
    }

    private static Fill MakeFill(string color) =>
        new(new PatternFill(new ForegroundColor { Rgb = color }) { PatternType = PatternValues.Solid });

    private static CellFormat MakeCell(uint font, uint fill = 0, uint format = 0, bool wrapped = false, bool quoted = false)
    {
        var cell = new CellFormat
        {
            FontId = font,
            FillId = fill,
            NumberFormatId = format,
            BorderId = 0,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = fill != 0,
            ApplyNumberFormat = format != 0,
            QuotePrefix = quoted ? true : null,
        };
        if (wrapped)
        {
            cell.ApplyAlignment = true;
            cell.Append(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top });
        }

        return cell;
    }
}
