using DocumentFormat.OpenXml.Spreadsheet;

namespace TongKet.Web.Spreadsheets;

/// <summary>How a cell looks.</summary>
internal sealed record XlsxLook(
    string? NumberFormat = null,
    bool Bold = false,
    bool Boxed = false,
    bool Shaded = false,
    bool Wrapped = false,
    bool Centred = false,
    bool IsRight = false,
    bool Quoted = false,
    bool Large = false
);

/// <summary>The looks used in a workbook, in the order in which they were first asked for, and the style sheet made of them.</summary>
internal sealed class XlsxLooks
{
    // The first 164 numbers of formats are the spreadsheet's own.
    private const uint FirstOwnFormat = 164;

    private readonly List<XlsxLook> looks = [new()];
    private readonly List<string> formats = [];

    public uint Of(XlsxLook look)
    {
        var index = looks.IndexOf(look);
        if (index < 0)
        {
            index = looks.Count;
            looks.Add(look);
            if (look.NumberFormat is { } format && !formats.Contains(format, StringComparer.Ordinal))
            {
                formats.Add(format);
            }
        }

        return (uint)index;
    }

    public Stylesheet Stylesheet()
    {
        var sheet = new Stylesheet();
        if (formats.Count > 0)
        {
            sheet.Append(
                new NumberingFormats(
                    formats.Select(
                        (code, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = code }
                    )
                )
            );
        }

        sheet.Append(
            new Fonts(Letters(11, false), Letters(11, true), Letters(14, true)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE7ECF4" }) { PatternType = PatternValues.Solid })
            ),
            new Borders(new Border(), Box()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(looks.Select(Format)),
            new CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
        );
        return sheet;
    }

    private CellFormat Format(XlsxLook look) =>
        new(
            new Alignment
            {
                Vertical = look.Centred ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top,
                WrapText = look.Wrapped,
                Horizontal =
                    look.Centred ? HorizontalAlignmentValues.Center
                    : look.IsRight ? HorizontalAlignmentValues.Right
                    : HorizontalAlignmentValues.General,
            }
        )
        {
            FormatId = 0,
            NumberFormatId =
                look.NumberFormat is { } code ? FirstOwnFormat + (uint)formats.IndexOf(code)
                // 49 is «text»: what a person later types into such a cell is not run either.
                : look.Quoted ? 49u
                : 0u,
            FontId =
                look.Large ? 2u
                : look.Bold ? 1u
                : 0u,
            FillId = look.Shaded ? 2u : 0u,
            BorderId = look.Boxed ? 1u : 0u,
            ApplyNumberFormat = look.NumberFormat is not null || look.Quoted,
            ApplyFont = true,
            ApplyFill = look.Shaded,
            ApplyBorder = look.Boxed,
            ApplyAlignment = true,
            QuotePrefix = look.Quoted ? true : null,
        };

    private static Font Letters(double size, bool bold)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size }, new FontName { Val = "Times New Roman" }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static Border Box() =>
        new(
            new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
            new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
            new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
            new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
            new DiagonalBorder()
        );

    private static Color Grey() => new() { Rgb = "FF9A9A9A" };
}
