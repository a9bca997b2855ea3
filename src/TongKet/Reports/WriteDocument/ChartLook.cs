namespace TongKet.Reports.WriteDocument;

/// <summary>What the chart of the .docx and of the .html have in common.</summary>
internal static class ChartLook
{
    // Told apart in grey print and by eyes that do not see red and green; the first is the year reported on.
    private static readonly string[] Colours = ["1F3864", "E39A2D", "8FB4D9", "7A7A7A", "B5483A", "4F9C94"];

    public static string Colour(int series) => Colours[series % Colours.Length];

    /// <summary>Many or long names stand better beside lying bars than under standing ones.</summary>
    public static bool LiesDown(ReportChart chart) =>
        chart.Categories.Count > 6 || chart.Categories.Any(name => name.Length > 24);

    /// <summary>The decimals that show every value of the chart, at most two.</summary>
    public static int Decimals(ReportChart chart) =>
        chart.Series.SelectMany(series => series.Values).OfType<decimal>().Select(DecimalsOf).DefaultIfEmpty(0).Max();

    private static int DecimalsOf(decimal value) =>
        value == decimal.Truncate(value) ? 0
        : value * 10 == decimal.Truncate(value * 10) ? 1
        : 2;
}
