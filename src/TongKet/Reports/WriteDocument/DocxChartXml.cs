using System.Globalization;
using System.Xml.Linq;

namespace TongKet.Reports.WriteDocument;

/// <summary>
/// The XML of a bar chart. Each series has its own fill and its name as a literal: LibreOffice draws nothing otherwise.
/// A value that is not known is left out, never drawn as 0.
/// </summary>
internal static class DocxChartXml
{
    public static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static XDocument Of(ReportChart chart, string font, string workbookId)
    {
        var lies = ChartLook.LiesDown(chart);
        // Vietnamese (42A) whatever the machine speaks: «82,3».
        var numbers = "[$-42A]#,##0" + (ChartLook.Decimals(chart) is var places and > 0 ? "." + new string('0', places) : "");
        var bars = new XElement(
            C + "barChart",
            V("barDir", lies ? "bar" : "col"),
            V("grouping", "clustered"),
            V("varyColors", "0")
        );
        bars.Add(chart.Series.Select((series, i) => Series(chart, series, i, numbers)));
        bars.Add(V("gapWidth", "60"), V("axId", "1001"), V("axId", "1002"));
        var whole = new XElement(
            C + "chart",
            V("autoTitleDeleted", "1"),
            new XElement(
                C + "plotArea",
                new XElement(C + "layout"),
                bars,
                DocxChartAxes.Names(lies),
                DocxChartAxes.Values(lies, numbers)
            ),
            chart.Series.Count > 1 ? new XElement(C + "legend", V("legendPos", "b"), V("overlay", "0")) : null,
            V("plotVisOnly", "1"),
            V("dispBlanksAs", "gap")
        );
        return new(
            new XDeclaration("1.0", "UTF-8", "yes"),
            new XElement(
                C + "chartSpace",
                new XAttribute(XNamespace.Xmlns + "c", C),
                new XAttribute(XNamespace.Xmlns + "a", A),
                new XAttribute(XNamespace.Xmlns + "r", R),
                V("roundedCorners", "0"),
                whole,
                new XElement(C + "spPr", Fill("FFFFFF"), new XElement(A + "ln", new XElement(A + "noFill"))),
                Letters(font),
                new XElement(C + "externalData", new XAttribute(R + "id", workbookId), V("autoUpdate", "0"))
            )
        );
    }

    private static XElement Series(ReportChart chart, ReportSeries series, int index, string numbers)
    {
        var column = ChartWorkbook.Column(index);
        var last = chart.Categories.Count + 1;
        return new(
            C + "ser",
            V("idx", Text(index)),
            V("order", Text(index)),
            new XElement(C + "tx", new XElement(C + "v", DocumentText.Clean(series.Name))),
            new XElement(C + "spPr", Fill(ChartLook.Colour(index))),
            V("invertIfNegative", "0"),
            new XElement(
                C + "dLbls",
                new XElement(C + "numFmt", new XAttribute("formatCode", numbers), new XAttribute("sourceLinked", "0")),
                new[] { "LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize" }.Select(part =>
                    V("show" + part, part == "Val" ? "1" : "0")
                )
            ),
            new XElement(
                C + "cat",
                new XElement(
                    C + "strRef",
                    new XElement(C + "f", ChartWorkbook.Range("A", last)),
                    new XElement(
                        C + "strCache",
                        V("ptCount", Text(chart.Categories.Count)),
                        chart.Categories.Select((name, i) => Point(i, DocumentText.Clean(name)))
                    )
                )
            ),
            new XElement(
                C + "val",
                new XElement(
                    C + "numRef",
                    new XElement(C + "f", ChartWorkbook.Range(column, last)),
                    new XElement(
                        C + "numCache",
                        new XElement(C + "formatCode", numbers),
                        V("ptCount", Text(chart.Categories.Count)),
                        series
                            .Values.Take(chart.Categories.Count)
                            .Select(
                                (value, i) => value is { } known ? Point(i, known.ToString(CultureInfo.InvariantCulture)) : null
                            )
                    )
                )
            )
        );
    }

    private static XElement Letters(string font) =>
        new(
            C + "txPr",
            new XElement(A + "bodyPr"),
            new XElement(
                A + "p",
                new XElement(
                    A + "pPr",
                    new XElement(
                        A + "defRPr",
                        new XAttribute("sz", "1100"),
                        new XElement(A + "latin", new XAttribute("typeface", font))
                    )
                ),
                new XElement(A + "endParaRPr", new XAttribute("lang", "vi-VN"))
            )
        );

    private static XElement Point(int index, string value) =>
        new(C + "pt", new XAttribute("idx", Text(index)), new XElement(C + "v", value));

    public static XElement V(string name, string value) => new(C + name, new XAttribute("val", value));

    public static XElement Fill(string colour) =>
        new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    public static XElement Line(string colour) => new(A + "ln", new XAttribute("w", "6350"), Fill(colour));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
