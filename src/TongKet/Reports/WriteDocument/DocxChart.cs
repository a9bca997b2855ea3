using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace TongKet.Reports.WriteDocument;

/// <summary>A chart of Word's own (DrawingML) with its workbook inside, so that its numbers can be opened and mended in Word.</summary>
internal static class DocxChart
{
    public static Paragraph Of(MainDocumentPart main, DocumentFormat format, ReportChart chart, int number)
    {
        var id = "chart" + number.ToString(CultureInfo.InvariantCulture);
        var part = main.AddNewPart<ChartPart>(id);
        var workbook = part.AddNewPart<EmbeddedPackagePart>(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "workbook"
        );
        workbook.FeedData(new MemoryStream(ChartWorkbook.Of(chart)));
        using (var stream = part.GetStream(FileMode.Create))
        {
            DocxChartXml.Of(chart, format.Font, "workbook").Save(stream, SaveOptions.DisableFormatting);
        }

        var width = DocxMeasure.Emu(210 - format.MarginLeft - format.MarginRight);
        var paragraph = DocxRuns.Line(JustificationValues.Center, 120, 0, keep: true, Drawing(chart, id, number, width));
        return paragraph;
    }

    private static Run Drawing(ReportChart chart, string id, int number, long width) =>
        new(
            new Drawing(
                new W.Inline(
                    new W.Extent { Cx = width, Cy = DocxMeasure.Emu(Height(chart)) },
                    new W.EffectExtent
                    {
                        LeftEdge = 0,
                        TopEdge = 0,
                        RightEdge = 0,
                        BottomEdge = 0,
                    },
                    new W.DocProperties
                    {
                        Id = (uint)number,
                        Name = id,
                        Description = DocumentText.Clean(chart.Caption),
                    },
                    new W.NonVisualGraphicFrameDrawingProperties(),
                    new A.Graphic(
                        new A.GraphicData(new C.ChartReference { Id = id })
                        {
                            Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                        }
                    )
                )
                {
                    DistanceFromTop = 0,
                    DistanceFromBottom = 0,
                    DistanceFromLeft = 0,
                    DistanceFromRight = 0,
                }
            )
        );

    // Millimetres. Lying bars need room for each name, but no chart is taller than a page.
    private static decimal Height(ReportChart chart) =>
        ChartLook.LiesDown(chart) ? Math.Min(210, 25 + chart.Categories.Count * Math.Max(6m, chart.Series.Count * 4.5m)) : 75;
}
