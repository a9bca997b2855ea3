using System.Globalization;
using TongKet.Web;

namespace TongKet.Reports.WriteDocument;

/// <summary>A bar chart of plain boxes, each with its number behind it: it reads as text, and on a phone as well.</summary>
internal static class HtmlBars
{
    public static void Write(HtmlText html, ReportChart chart)
    {
        html.Raw("<figure>");
        if (chart.Series.Count > 1)
        {
            WriteLegend(html, chart);
        }

        var most = chart.Series.SelectMany(series => series.Values).OfType<decimal>().Select(Math.Abs).DefaultIfEmpty(0).Max();
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            html.Element("p", chart.Categories[i], "name");
            for (var s = 0; s < chart.Series.Count; s++)
            {
                var value = i < chart.Series[s].Values.Count ? chart.Series[s].Values[i] : null;
                WriteBar(html, value, most, ChartLook.Colour(s));
            }
        }

        html.Element("figcaption", Words.Get("reports.docx.chart", chart.Caption)).Raw("</figure>\n");
    }

    private static void WriteLegend(HtmlText html, ReportChart chart)
    {
        html.Raw("<p class=\"legend\">");
        for (var s = 0; s < chart.Series.Count; s++)
        {
            html.Raw($"<i style=\"background:#{ChartLook.Colour(s)}\"></i>").Element("span", chart.Series[s].Name);
        }

        html.Raw("</p>\n");
    }

    private static void WriteBar(HtmlText html, decimal? value, decimal most, string colour)
    {
        // Room for the number is kept on the right; what is not known has no bar.
        var share = value is { } known && most > 0 ? Math.Abs(known) / most * 80 : 0;
        var width = share.ToString("0.##", CultureInfo.InvariantCulture);
        html.Raw($"<div class=\"bar\"><i style=\"background:#{colour};width:{width}%\"></i>")
            .Element("span", value?.ToString("#,##0.##", Words.Vietnamese) ?? "—")
            .Raw("</div>\n");
    }
}
