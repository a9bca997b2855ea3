using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TongKet.Reports.WriteDocument;

/// <summary>Runs and paragraphs of text in a look.</summary>
internal static class DocxRuns
{
    public static Run Run(string text, decimal? size = null, bool bold = false, bool italic = false, bool underlined = false)
    {
        var look = new RunProperties();
        if (bold)
        {
            look.Append(new Bold());
        }

        if (italic)
        {
            look.Append(new Italic());
        }

        if (size is { } points)
        {
            look.Append(new FontSize { Val = DocxMeasure.HalfPoints(points) });
            look.Append(new FontSizeComplexScript { Val = DocxMeasure.HalfPoints(points) });
        }

        if (underlined)
        {
            look.Append(new Underline { Val = UnderlineValues.Single });
        }

        return new Run(look, new Text(DocumentText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>A paragraph of a named style.</summary>
    public static Paragraph Styled(string style, params OpenXmlElement[] runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(runs);
        return paragraph;
    }

    /// <summary>A paragraph of the head, the foot or a cell.</summary>
    public static Paragraph Line(JustificationValues side, int before, int after, params OpenXmlElement[] runs) =>
        Line(side, before, after, keep: false, runs);

    public static Paragraph Line(JustificationValues side, int before, int after, bool keep, params OpenXmlElement[] runs)
    {
        var look = new ParagraphProperties();
        if (keep)
        {
            look.Append(new KeepNext());
        }

        look.Append(
            new SpacingBetweenLines { Before = before.ToString(), After = after.ToString() },
            new Justification { Val = side }
        );
        var paragraph = new Paragraph(look);
        paragraph.Append(runs);
        return paragraph;
    }

    public static Run Tab() => new(new TabChar());
}
