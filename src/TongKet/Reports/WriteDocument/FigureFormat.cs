using System.Text.RegularExpressions;

namespace TongKet.Reports.WriteDocument;

/// <summary>
/// The number format under which a spreadsheet shows a value as the report prints it: «94,4%» is 94.4 under
/// <c>#,##0.0"%"</c>. The number itself stays a number.
/// </summary>
public static partial class FigureFormat
{
    private const string Whole = "#,##0";

    /// <summary>The format of a bare number; null is the spreadsheet's general one, which shows the decimals that are there.</summary>
    public static string? Of(decimal value) => value == decimal.Truncate(value) ? Whole : null;

    public static string? Of(string printed, decimal value)
    {
        var found = Printed().Match(printed.Trim());
        if (!found.Success)
        {
            return Of(value);
        }

        var number = Whole + (found.Groups["part"].Success ? "." + new string('0', found.Groups["part"].Length) : "");
        // What a unit may hold here is not left to chance: quotes and backslashes would end or bend the format.
        var unit = found
            .Groups["unit"]
            .Value.Replace("\"", "", StringComparison.Ordinal)
            .Replace("\\", "", StringComparison.Ordinal);
        var one = unit.Length == 0 ? number : $"{number}\"{unit}\"";
        return found.Groups["sign"].Value == "+" ? $"+{one};-{one};{one}" : one;
    }

    [GeneratedRegex(
        @"^(?<sign>[+\-−–]?)\d{1,3}(?:\.\d{3})*(?:,(?<part>\d{1,6}))?(?<unit>\s?[%\p{L}][^;]{0,20})?$|^(?<sign>[+\-−–]?)\d+(?:,(?<part>\d{1,6}))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Printed();
}
