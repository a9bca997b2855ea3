using System.Globalization;
using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>What a spreadsheet's cell holds, read as text, date or number; null where it is none.</summary>
internal static class CellValues
{
    // Serial numbers of 1928 to 2079: a date whose format was lost on pasting. Smaller ones may be anything.
    private const double FirstSerial = 10_228;
    private const double LastSerial = 65_745;

    /// <summary>Tidy text; null for nothing but spaces.</summary>
    public static string? Text(object? value)
    {
        var text = value switch
        {
            null or DBNull => "",
            string s => VietnameseText.Tidy(s),
            double number => Digits(number),
            DateTime date => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            DateTimeOffset date => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            _ => VietnameseText.Tidy(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };
        return text.Length == 0 ? null : text;
    }

    /// <summary>A formula that has lost its value: the library gives the sign that the cell shows.</summary>
    public static bool IsFormulaError(object? value) =>
        value is "#REF!" or "#N/A" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NULL!" or "#NUM!";

    /// <summary>The value as a reader of the sheet sees it, for naming it in an issue.</summary>
    public static string? Shown(object? value) =>
        value switch
        {
            string text => text,
            _ => Text(value),
        };

    /// <summary>A whole number has all its digits: a CCCD in a number cell is not «6,8068E+10».</summary>
    public static string Digits(double number) =>
        Math.Abs(number) < 1e15 && Math.Floor(number) == number
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A date, partial where the text or the cell's format shows only a month or a year.</summary>
    public static PartialDate? Date(object value, string? format, bool mayBePartial) =>
        value switch
        {
            DateTime date => Dated(date, mayBePartial ? format : null),
            DateTimeOffset date => Dated(date.Date, mayBePartial ? format : null),
            double serial and >= FirstSerial and <= LastSerial => Dated(DateTime.FromOADate(serial), null),
            double year when mayBePartial => PartialDate.Parse(Digits(year)),
            string text => PartialDate.Parse(WithoutMidnight(VietnameseText.Tidy(text))),
            _ => null,
        };

    /// <summary>«1945» typed into a cell with a date format is stored as a day of 1905, and shown as such.</summary>
    public static int? YearTypedAsDate(object value) =>
        value is DateTime { Year: 1905 } date
        && date.ToOADate() is var serial
        && serial >= PartialDate.EarliestYear
        && serial <= PartialDate.LatestYear
            ? (int)serial
            : null;

    /// <summary>A number as Vietnamese write it: «1.234,5», «92,5», «90%»; a percent cell counts as what it shows.</summary>
    public static decimal? Number(object value, string? format)
    {
        if (value is double number)
        {
            return Math.Abs(number) > 1e15 || double.IsNaN(number) ? null
                : format is not null && format.Contains('%', StringComparison.Ordinal) ? Math.Round((decimal)number * 100, 6)
                : (decimal)number;
        }

        if (value is not string raw)
        {
            return null;
        }

        var text = VietnameseText.Tidy(raw).TrimEnd('%').Replace(" ", "", StringComparison.Ordinal);
        if (text.Contains(',', StringComparison.Ordinal))
        {
            text = text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        }
        else if (IsGrouped(text))
        {
            text = text.Replace(".", "", StringComparison.Ordinal);
        }

        return
            decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var parsed
            )
            && Math.Abs(parsed) <= 1e15m
            ? parsed
            : null;
    }

    private static PartialDate? Dated(DateTime date, string? format)
    {
        if (date.Year < PartialDate.EarliestYear || date.Year > PartialDate.LatestYear)
        {
            return null;
        }

        // Excel makes «3/1968» the first of the month with a format that shows no day.
        var precision =
            format is null || date.Day != 1 || format.Contains('d', StringComparison.OrdinalIgnoreCase) ? DatePrecision.Day
            : format.Contains('m', StringComparison.OrdinalIgnoreCase) ? DatePrecision.Month
            : date.Month == 1 ? DatePrecision.Year
            : DatePrecision.Day;
        return new PartialDate(DateOnly.FromDateTime(date), precision);
    }

    private static string WithoutMidnight(string text) =>
        text.EndsWith(" 00:00:00", StringComparison.Ordinal) || text.EndsWith(" 0:00:00", StringComparison.Ordinal)
            ? text[..text.LastIndexOf(' ')]
            : text;

    // «1.234» is one thousand and more; «92.5» has a decimal point.
    private static bool IsGrouped(string text)
    {
        var groups = text.TrimStart('-').Split('.');
        return groups.Length > 1
            && groups[0].Length is >= 1 and <= 3
            && groups[0] != "0"
            && groups.Skip(1).All(group => group.Length == 3);
    }
}
