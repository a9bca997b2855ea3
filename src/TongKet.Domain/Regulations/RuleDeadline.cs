using System.Globalization;
using System.Text.RegularExpressions;

namespace TongKet.Domain.Regulations;

/// <summary>A day until which something has to be done, in the year under review or in the next: «0-12-31», «1-03-31».</summary>
public sealed partial record RuleDeadline(int YearsAfter, int Month, int Day)
{
    /// <summary>Null where the text is no deadline.</summary>
    public static RuleDeadline? Parse(string text)
    {
        if (!Form().IsMatch(text))
        {
            return null;
        }

        var parts = text.Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        // Of a leap year: 29 February is a day of some years, 30 February of none.
        return parts[1] is >= 1 and <= 12 && parts[2] >= 1 && parts[2] <= DateTime.DaysInMonth(2000, parts[1])
            ? new(parts[0], parts[1], parts[2])
            : null;
    }

    /// <summary>The day for the review of a year.</summary>
    public DateOnly Of(int year) => new(year + YearsAfter, Month, Math.Min(Day, DateTime.DaysInMonth(year + YearsAfter, Month)));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{YearsAfter}-{Month:00}-{Day:00}");

    [GeneratedRegex(@"^[01]-\d\d-\d\d$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
