using DocumentFormat.OpenXml.Wordprocessing;

namespace TongKet.Reports.WriteDocument;

/// <summary>The paper of a part of a document: its size and margins, and the number on top of its pages.</summary>
internal static class DocxSection
{
    public static SectionProperties Of(DocumentFormat format, string pageNumber, bool landscape) =>
        new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = pageNumber },
            new PageSize
            {
                Width = landscape ? DocxMeasure.PaperHeight : (uint)DocxMeasure.PaperWidth,
                Height = landscape ? DocxMeasure.PaperWidth : (uint)DocxMeasure.PaperHeight,
                Orient = landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
            },
            new PageMargin
            {
                Top = DocxMeasure.Twips(format.MarginTop),
                Bottom = DocxMeasure.Twips(format.MarginBottom),
                Left = (uint)DocxMeasure.Twips(format.MarginLeft),
                Right = (uint)DocxMeasure.Twips(format.MarginRight),
                Header = (uint)DocxMeasure.Twips(format.MarginTop / 2),
                Footer = (uint)DocxMeasure.Twips(format.MarginBottom / 2),
                Gutter = 0,
            }
        );
}
