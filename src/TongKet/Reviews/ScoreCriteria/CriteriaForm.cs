using System.Globalization;
using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Reviews.ScoreCriteria;

/// <summary>The criteria as their form is sent: what was typed for each, and beside it what stood there before.</summary>
public sealed class CriteriaForm(IFormCollection form)
{
    private const string Prefix = "t.";
    private const string Before = ".cu";

    public static string Name(string key) => Prefix + key;

    public static string NameBefore(string key) => Prefix + key + Before;

    /// <summary>As people read it; null where nothing was given.</summary>
    public static string? Said(CriterionScore score) =>
        score.Level is { } level ? Words.Of(level)
        : score.Points is { } points ? VietnameseFormat.Number(points)
        : null;

    /// <summary>A level by its number, points with a comma; nothing where nothing was given.</summary>
    public static string Shown(CriterionScore score) =>
        score.Level is { } level
            ? ((int)level).ToString(CultureInfo.InvariantCulture)
            : score.Points?.ToString("0.##", Words.Vietnamese) ?? "";

    /// <summary>As typed; null where nothing was changed, so that what another one saved meanwhile is shown.</summary>
    public string? this[string key] =>
        form.TryGetValue(Name(key), out var typed) && typed != form[NameBefore(key)] ? typed.ToString() : null;

    /// <summary>What was typed, with what stood there before.</summary>
    public IReadOnlyList<TypedCriterion> Typed(bool inPoints) =>
        [
            .. Keys()
                .Select(key => new TypedCriterion(
                    key,
                    Read(form[NameBefore(key)], inPoints) ?? default,
                    Read(form[Name(key)], inPoints) ?? default
                )),
        ];

    /// <summary>Criteria for which something stands that is no number or no level.</summary>
    public IEnumerable<(string Key, string Typed)> Unread(bool inPoints) =>
        Keys().Select(key => (key, form[Name(key)].ToString())).Where(f => Read(f.Item2, inPoints) is null);

    private IEnumerable<string> Keys() =>
        form
            .Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal) && !k.EndsWith(Before, StringComparison.Ordinal))
            .Select(k => k[Prefix.Length..]);

    private static CriterionScore? Read(string? typed, bool inPoints) =>
        string.IsNullOrWhiteSpace(typed) ? default(CriterionScore)
        : inPoints
            ? VietnameseFormat.ReadNumber(typed) is { } points ? new(null, points)
                : null
        : byte.TryParse(typed, CultureInfo.InvariantCulture, out var level) && Enum.IsDefined((CriterionLevel)level)
            ? new((CriterionLevel)level, null)
        : null;
}
