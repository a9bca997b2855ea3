using System.Globalization;
using System.Text.RegularExpressions;
using TongKet.Domain.Values;

namespace TongKet.Web;

/// <summary>Numbers, dates and comparisons as Vietnamese offices write them. What is not known is «—», never 0.</summary>
public static partial class VietnameseFormat
{
    public const string Unknown = "—";

    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>1.234.567 or 1.234.567,8: no more decimals than there are.</summary>
    public static string Number(decimal? value, int decimals = 2) =>
        value is { } known ? known.ToString("#,0." + new string('#', decimals), Words.Vietnamese) : Unknown;

    /// <summary>87,5%: one decimal, always, so that a column stands straight.</summary>
    public static string Percent(decimal? value) =>
        value is { } known ? Rounding.OneDecimal(known).ToString("#,0.0", Words.Vietnamese) + "%" : Unknown;

    /// <summary>05/03/1968.</summary>
    public static string Date(DateOnly? on) => on?.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>A day as a field of a form has it; nothing where there is none.</summary>
    public static string Typed(DateOnly? on) => on is null ? "" : Date(on);

    public static string Date(PartialDate? on) => on?.ToString() ?? Unknown;

    /// <summary>An instant as the clock on the wall in Vietnam has it: 14:05 ngày 05/03/2026.</summary>
    public static string Moment(DateTimeOffset? at) =>
        at is { } known ? Words.Get("web.format.moment", TimeZoneInfo.ConvertTime(known, Vietnam).DateTime) : Unknown;

    /// <summary>The day that it is in Vietnam at that instant.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Vietnam).DateTime);

    /// <summary>A time of the clock in Vietnam.</summary>
    public static DateTimeOffset MomentOf(DateOnly day, TimeOnly time)
    {
        var there = day.ToDateTime(time);
        return new(there, Vietnam.GetUtcOffset(there));
    }

    /// <summary>12 phút, 45 giây, 2 giờ 5 phút: how long something still takes.</summary>
    public static string Duration(TimeSpan time) =>
        time.TotalSeconds < 60 ? Words.Get("web.format.seconds", Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)))
        : time.TotalMinutes < 60 ? Words.Get("web.format.minutes", (int)Math.Ceiling(time.TotalMinutes))
        : Words.Get("web.format.hours", (int)time.TotalHours, time.Minutes);

    /// <summary>2,5 MB: the size of a file.</summary>
    public static string FileSize(long bytes) =>
        bytes < 1_000_000 ? Number(Math.Max(1, bytes / 1_000m), 0) + " kB" : Number(bytes / 1_000_000m, 1) + " MB";

    /// <summary>A day typed as 5/3/1968, 05-03-1968 or 05.03.1968; null where there is no such day.</summary>
    public static DateOnly? ReadDate(string? typed) =>
        typed is not null && PartialDate.Parse(typed) is { Precision: DatePrecision.Day } date ? date.On : null;

    /// <summary>A number typed as 1.250, 3,5, 3.5 or 90%; null where it is none. A dot before three digits parts thousands.</summary>
    public static decimal? ReadNumber(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))).TrimEnd('%');
        text =
            text.Contains(',', StringComparison.Ordinal) || Thousands().IsMatch(text)
                ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
                : text;
        return decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    [GeneratedRegex(@"^-?\d{1,3}(\.\d{3})+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Thousands();

    /// <summary>
    /// Against an earlier period. A rate moves by points, a count by so many: «tăng 17,3 điểm phần trăm», «giảm 12».
    /// </summary>
    public static string Change(decimal value, decimal before, bool isRate)
    {
        var difference = isRate ? Rounding.OneDecimal(value) - Rounding.OneDecimal(before) : value - before;
        return difference == 0
            ? Words.Get("web.format.unchanged")
            : Words.Get(
                (difference > 0, isRate) switch
                {
                    (true, true) => "web.format.up-points",
                    (false, true) => "web.format.down-points",
                    (true, false) => "web.format.up",
                    (false, false) => "web.format.down",
                },
                Number(Math.Abs(difference))
            );
    }

    /// <summary>A count against an earlier one in percent of it: «tăng 8,3%»; null where the earlier one is nothing.</summary>
    public static string? ChangeInPercent(decimal value, decimal before) =>
        Rounding.Percent(value - before, before) switch
        {
            null => null,
            0 => Words.Get("web.format.unchanged"),
            > 0 and var up => Words.Get("web.format.up", Percent(up)),
            var down => Words.Get("web.format.down", Percent(-down)),
        };

    /// <summary>
    /// Against the target of the whole year: «đạt 60,0% chỉ tiêu năm» while the year runs, and at its end
    /// «đạt 103,4%, vượt 3,4% chỉ tiêu».
    /// </summary>
    public static string Achievement(decimal percent, bool yearIsOver)
    {
        var over = Rounding.OneDecimal(percent) - 100m;
        return over > 0 ? Words.Get("web.format.exceeded", Percent(percent), Percent(over))
            : yearIsOver || over == 0 ? Words.Get("web.format.achieved", Percent(percent))
            : Words.Get("web.format.achieved-so-far", Percent(percent));
    }
}
