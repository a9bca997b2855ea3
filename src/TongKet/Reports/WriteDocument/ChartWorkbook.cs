using TongKet.Web.Spreadsheets;

namespace TongKet.Reports.WriteDocument;

/// <summary>The workbook inside a chart: names in column A, a series in each column after it.</summary>
internal static class ChartWorkbook
{
    private const string Sheet = "Data";

    public static string Column(int series) => XlsxSheet.Letters(series + 2);

    public static string Range(string column, int lastRow) => $"{Sheet}!${column}$2:${column}${lastRow}";

    public static byte[] Of(ReportChart chart) =>
        XlsxBook.Write(book =>
            book.AddSheet(
                Sheet,
                [40, .. chart.Series.Select(_ => 16d)],
                1,
                sheet =>
                {
                    var plain = new XlsxLook();
                    sheet.Row(() =>
                    {
                        sheet.Text("", plain);
                        foreach (var series in chart.Series)
                        {
                            sheet.Text(series.Name, plain);
                        }
                    });
                    for (var i = 0; i < chart.Categories.Count; i++)
                    {
                        var at = i;
                        sheet.Row(() => Values(sheet, chart, at, plain));
                    }
                }
            )
        );

    private static void Values(XlsxSheet sheet, ReportChart chart, int at, XlsxLook look)
    {
        sheet.Text(chart.Categories[at], look);
        foreach (var series in chart.Series)
        {
            if (at < series.Values.Count && series.Values[at] is { } value)
            {
                sheet.Number(value, look);
            }
            else
            {
                sheet.Text("", look);
            }
        }
    }
}
