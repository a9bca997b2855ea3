using System.CommandLine;
using System.Globalization;
using TongKet.Web;

namespace TongKet.Cli;

/// <summary>Options that several verbs take, so that each is written the same way everywhere.</summary>
public static class VerbOptions
{
    public static Option<string> Organization() =>
        new("--organization") { Description = Words.Get("cli.option.organization"), Required = true };

    public static Option<int> Year() => new("--year") { Description = Words.Get("cli.option.year"), Required = true };

    public static Option<DateOnly?> AsOf() => Day("--as-of", "cli.option.as-of");

    /// <summary>The day of another tree than that of the day asked about.</summary>
    public static Option<DateOnly?> Tree() => Day("--tree", "cli.option.tree");

    /// <summary>The first day of a period; the year's where it is not given.</summary>
    public static Option<DateOnly?> From() => Day("--from", "cli.option.from");

    private static Option<DateOnly?> Day(string name, string words) =>
        new(name)
        {
            Description = Words.Get(words),
            CustomParser = argument =>
            {
                if (
                    argument.Tokens is [var token]
                    && DateOnly.TryParseExact(
                        token.Value,
                        ["yyyy-MM-dd", "dd/MM/yyyy"],
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                {
                    return day;
                }

                argument.AddError(Words.Get("cli.refusal.day"));
                return null;
            },
        };
}
