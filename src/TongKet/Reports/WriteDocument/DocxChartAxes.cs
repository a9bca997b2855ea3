using System.Xml.Linq;
using static TongKet.Reports.WriteDocument.DocxChartXml;

namespace TongKet.Reports.WriteDocument;

/// <summary>The two axes of a bar chart, standing or lying.</summary>
internal static class DocxChartAxes
{
    public static XElement Names(bool lies) =>
        new(
            C + "catAx",
            V("axId", "1001"),
            // The first name on top, as in the table.
            new XElement(C + "scaling", V("orientation", lies ? "maxMin" : "minMax")),
            V("delete", "0"),
            V("axPos", lies ? "l" : "b"),
            V("majorTickMark", "none"),
            V("minorTickMark", "none"),
            V("tickLblPos", "low"),
            new XElement(C + "spPr", Line("7F7F7F")),
            V("crossAx", "1002"),
            V("crosses", "autoZero"),
            V("auto", "0"),
            V("lblOffset", "100"),
            V("tickLblSkip", "1"),
            V("noMultiLvlLbl", "1")
        );

    public static XElement Values(bool lies, string numbers) =>
        new(
            C + "valAx",
            V("axId", "1002"),
            new XElement(C + "scaling", V("orientation", "minMax")),
            V("delete", "0"),
            V("axPos", lies ? "b" : "l"),
            new XElement(C + "majorGridlines", new XElement(C + "spPr", Line("D9D9D9"))),
            new XElement(C + "numFmt", new XAttribute("formatCode", numbers), new XAttribute("sourceLinked", "0")),
            V("majorTickMark", "none"),
            V("minorTickMark", "none"),
            V("tickLblPos", "nextTo"),
            new XElement(C + "spPr", new XElement(A + "ln", new XElement(A + "noFill"))),
            V("crossAx", "1001"),
            V("crosses", lies ? "max" : "autoZero")
        );
}
