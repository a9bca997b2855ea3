using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TongKet.Reports.WriteDocument;

/// <summary>The styles of the document: the font and sizes of the format in force, headings that Word's navigation knows.</summary>
internal static class DocxStyles
{
    public const string Body = "NoiDung";
    public const string Notice = "LuuY";
    public const string Caption = "TenBang";
    public const string ChartCaption = "TenBieuDo";
    public const string Note = "GhiChu";
    public const string Line = "DongTrang";

    public static string Heading(int level) => "Heading" + Math.Clamp(level, 1, 3);

    public static Styles Of(DocumentFormat format) =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = format.Font,
                            HighAnsi = format.Font,
                            EastAsia = format.Font,
                            ComplexScript = format.Font,
                        },
                        new FontSize { Val = DocxMeasure.HalfPoints(format.BodySize) },
                        new FontSizeComplexScript { Val = DocxMeasure.HalfPoints(format.BodySize) },
                        new Languages { Val = "vi-VN" }
                    )
                ),
                new ParagraphPropertiesDefault()
            ),
            new Style(new StyleName { Val = "Normal" })
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            },
            new Style(new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed())
            {
                Type = StyleValues.Table,
                StyleId = "TableNormal",
                Default = true,
            },
            Of(Body, "Nội dung", Flow(format, JustificationValues.Both)),
            Of(Heading(1), "heading 1", Flow(format, JustificationValues.Both, outline: 0), new Bold()),
            Of(Heading(2), "heading 2", Flow(format, JustificationValues.Both, outline: 1), new Bold()),
            Of(Heading(3), "heading 3", Flow(format, JustificationValues.Both, outline: 2), new Bold(), new Italic()),
            Of(Notice, "Lưu ý", Block(JustificationValues.Center, before: 60, after: 60), new Italic(), Size(13)),
            Of(Caption, "Tên bảng", Block(JustificationValues.Center, before: 180, after: 80, keep: true), new Bold(), Size(13)),
            Of(ChartCaption, "Tên biểu đồ", Block(JustificationValues.Center, before: 40, after: 180), new Bold(), Size(13)),
            Of(Note, "Ghi chú", Block(JustificationValues.Both, before: 60, after: 120), new Italic(), Size(12)),
            Of(Line, "Dòng trắng", Dotted(format))
        );

    private static Style Of(string id, string name, StyleParagraphProperties paragraph, params OpenXmlElement[] run)
    {
        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
        if (run.Length > 0)
        {
            style.Append(new StyleRunProperties(run));
        }

        return style;
    }

    // The text of the document: exact lines where the format asks for them, first line drawn in.
    private static StyleParagraphProperties Flow(DocumentFormat format, JustificationValues side, int? outline = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
        {
            paragraph.Append(new KeepNext(), new KeepLines());
        }

        paragraph.Append(
            Spacing(format, before: 120),
            new Indentation { FirstLine = DocxMeasure.Twips(format.FirstLineIndent).ToString() },
            new Justification { Val = side }
        );
        if (outline is not null)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        return paragraph;
    }

    private static StyleParagraphProperties Dotted(DocumentFormat format) =>
        new(
            new Tabs(
                new TabStop
                {
                    Val = TabStopValues.Right,
                    Leader = TabStopLeaderCharValues.Dot,
                    Position = DocxMeasure.TextWidth(format),
                }
            ),
            Spacing(format, before: 60)
        );

    private static StyleParagraphProperties Block(JustificationValues side, int before, int after, bool keep = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (keep)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(
            new SpacingBetweenLines { Before = before.ToString(), After = after.ToString() },
            new Justification { Val = side }
        );
        return paragraph;
    }

    private static SpacingBetweenLines Spacing(DocumentFormat format, int before) =>
        format.LineExactly is { } points
            ? new()
            {
                Before = before.ToString(),
                Line = DocxMeasure.TwipsOfPoints(points).ToString(),
                LineRule = LineSpacingRuleValues.Exact,
            }
            : new() { Before = before.ToString() };

    private static FontSize Size(decimal points) => new() { Val = DocxMeasure.HalfPoints(points) };
}
