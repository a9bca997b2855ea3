using TongKet.Domain.Regulations;
using TongKet.Web;

namespace TongKet.Regulations;

/// <summary>What one version says to one parameter, in words; <see cref="Value"/> has a line for each part.</summary>
public sealed record ParameterInWords(
    string Name,
    string Label,
    IReadOnlyList<string> Value,
    string? Article,
    bool IsConfirmed,
    string? Note
)
{
    public static ParameterInWords Of(string name, RuleParameter parameter) =>
        new(name, LabelOf(name), RuleValueWords.Of(parameter), parameter.Article, parameter.Confirmed, parameter.Note);

    public static string LabelOf(string name) => Words.Get("regulations.parameter." + name);

    public static string SectionOf(ParameterPlace place) => Words.Get("regulations.section." + place.Section);
}
