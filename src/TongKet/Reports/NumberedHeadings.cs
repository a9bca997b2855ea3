using System.Globalization;

namespace TongKet.Reports;

/// <summary>Puts «I.», «1.», «a)» before the headings of a report, the same on the page and in every file.</summary>
public static class NumberedHeadings
{
    private static readonly (int Value, string Sign)[] Roman = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    public static IReadOnlyList<string> Of(IReadOnlyList<ReportSection> sections)
    {
        var headings = new List<string>(sections.Count);
        var counts = new int[3];
        foreach (var section in sections)
        {
            var level = Math.Clamp(section.Level, 1, counts.Length);
            counts[level - 1]++;
            Array.Clear(counts, level, counts.Length - level);
            headings.Add($"{Number(level, counts[level - 1])} {section.Heading}");
        }

        return headings;
    }

    private static string Number(int level, int count) =>
        level switch
        {
            1 => RomanOf(count) + ".",
            2 => count.ToString(CultureInfo.InvariantCulture) + ".",
            _ => (char)('a' + (count - 1) % 26) + ")",
        };

    private static string RomanOf(int count)
    {
        var roman = "";
        foreach (var (value, sign) in Roman)
        {
            for (; count >= value; count -= value)
            {
                roman += sign;
            }
        }

        return roman;
    }
}
