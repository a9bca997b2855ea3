using System.Globalization;
using System.Text.Json;
using TongKet.Domain.Regulations;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Regulations.PublishVersion;

/// <summary>The form as typed; lists come as one field of the same name for each word.</summary>
public sealed class PublishInput
{
    public const string Yes = "yes";
    public const string No = "no";

    public string? Value { get; set; }

    /// <summary>«No source tells it.»</summary>
    public bool IsUnknown { get; set; }
    public string? Article { get; set; }
    public bool IsConfirmed { get; set; }
    public string? Note { get; set; }
    public string? Reason { get; set; }
    public string? Seen { get; set; }

    public static PublishInput Of(RuleSet set, RuleParameter parameter, ParameterShape shape) =>
        new()
        {
            Value = parameter.IsUnknown ? null : Typed(parameter, shape),
            IsUnknown = parameter.IsUnknown,
            Article = parameter.Article,
            IsConfirmed = parameter.Confirmed,
            Note = parameter.Note,
            Seen = set.Hash,
        };

    /// <summary>What was typed as a value of the shape, or why it is none.</summary>
    /// <param name="chosen">The words that were ticked, of a list.</param>
    public (JsonElement? Value, Refusal? Wrong) Read(ParameterShape shape, IEnumerable<string?> chosen)
    {
        var typed = Value?.Trim() ?? "";
        return shape switch
        {
            FixedShape => (null, null),
            _ when IsUnknown && typed.Length > 0 => (null, new("regulation.value.known-and-unknown")),
            _ when IsUnknown => Json(null),
            ChoicesShape => Json(chosen.OfType<string>()),
            _ when typed.Length == 0 => (null, new("regulation.value.missing")),
            NumberShape => VietnameseFormat.ReadNumber(typed) is { } number
                ? Json(number)
                : (null, new("regulation.value.no-number")),
            FlagShape => typed is Yes or No ? Json(typed == Yes) : (null, new("regulation.value.no-flag")),
            DayShape => VietnameseFormat.ReadDate(typed) is { } day
                ? Json(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : (null, new("regulation.value.no-day")),
            DeadlineShape => ReadDeadline(typed) is { } deadline
                ? Json(deadline.ToString())
                : (null, new("regulation.value.no-deadline")),
            WordsShape => Json(VietnameseText.Tidy(typed)),
            _ => Json(typed),
        };
    }

    private static string Typed(RuleParameter parameter, ParameterShape shape) =>
        shape switch
        {
            NumberShape => VietnameseFormat.Number(parameter.Decimal),
            FlagShape => parameter.Flag ? Yes : No,
            DayShape => RuleValueWords.Named(parameter.Text),
            DeadlineShape => string.Create(
                CultureInfo.InvariantCulture,
                $"{parameter.Deadline!.Day:00}/{parameter.Deadline.Month:00}{new string('+', parameter.Deadline.YearsAfter)}"
            ),
            ChoicesShape or FixedShape => "",
            _ => parameter.Text,
        };

    /// <summary>«31/12» of the year under review, «31/01+» of the next.</summary>
    private static RuleDeadline? ReadDeadline(string typed)
    {
        var years = typed.EndsWith('+') ? 1 : 0;
        var parts = typed.TrimEnd('+').Trim().Split('/');
        return
            parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && day < 100
            && month < 100
            ? RuleDeadline.Parse(new RuleDeadline(years, month, day).ToString())
            : null;
    }

    private static (JsonElement?, Refusal?) Json(object? value) => (JsonSerializer.SerializeToElement(value), null);

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code.Split('.')[1] switch
        {
            _ when code == RuleSetVersion.ArticleLength.Label => "Form.Article",
            _ when code == RuleSetVersion.NoteLength.Label => "Form.Note",
            _ when code == RuleSetVersion.ReasonLength.Label => "Form.Reason",
            "value" => "Form.Value",
            "article" => "Form.Article",
            "reason" => "Form.Reason",
            _ => null,
        };
}
