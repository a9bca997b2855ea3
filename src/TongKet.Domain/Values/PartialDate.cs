using System.Globalization;

namespace TongKet.Domain.Values;

/// <summary>How much of a date the paper states.</summary>
public enum DatePrecision : byte
{
    Day = 0,
    Month = 1,
    Year = 2,
}

/// <summary>
/// A date as old papers give it: a day, a month of a year, or only a year («1945», «3/1968»). What is not
/// stated stands as 1 in <see cref="On"/>, so that partial dates still sort; <see cref="Precision"/> says so.
/// </summary>
public readonly record struct PartialDate(DateOnly On, DatePrecision Precision)
{
    public static readonly int EarliestYear = 1880;
    public static readonly int LatestYear = 2079;

    /// <summary>Reads «dd/MM/yyyy», «MM/yyyy» or «yyyy»; null where there is no such day.</summary>
    public static PartialDate? Parse(string text)
    {
        var parts = text.Trim().Split(['/', '-', '.'], StringSplitOptions.TrimEntries);
        // An ISO date begins with its year.
        if (parts.Length == 3 && parts[0].Length == 4)
        {
            Array.Reverse(parts);
        }

        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            // A day or month of three digits, or a year of five, is a slip that nobody should guess at.
            if (
                parts[i].Length > (i == parts.Length - 1 ? 4 : 2)
                || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])
            )
            {
                return null;
            }
        }

        return numbers switch
        {
            [var year] => Make(year, 1, 1, DatePrecision.Year),
            [var month, var year] => Make(year, month, 1, DatePrecision.Month),
            [var day, var month, var year] => Make(year, month, day, DatePrecision.Day),
            _ => null,
        };
    }

    /// <summary>As Vietnamese readers expect it: «05/03/1968», «03/1968» or «1968».</summary>
    public override string ToString() =>
        Precision switch
        {
            DatePrecision.Year => On.Year.ToString("0000", CultureInfo.InvariantCulture),
            DatePrecision.Month => On.ToString("MM'/'yyyy", CultureInfo.InvariantCulture),
            _ => On.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        };

    private static PartialDate? Make(int year, int month, int day, DatePrecision precision) =>
        year >= EarliestYear
        && year <= LatestYear
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new PartialDate(new DateOnly(year, month, day), precision)
            : null;
}
