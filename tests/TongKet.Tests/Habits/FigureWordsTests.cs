using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Domain.Figures;
using TongKet.Figures.AnswerFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>Every figure of the catalogue has its Vietnamese label and the unit that its code promises.</summary>
public sealed partial class FigureWordsTests
{
    private static readonly Dictionary<string, string> Texts = XDocument
        .Load(Path.Combine(SourceTree.Root, "src/TongKet/Figures/Words.resx"))
        .Descendants("data")
        .ToDictionary(data => (string)data.Attribute("name")!, data => (string?)data.Element("value") ?? "");

    [Fact]
    public void Every_figure_and_every_list_of_records_has_its_label()
    {
        var keys = Catalogue()
            .All.Select(figure => "figures." + figure.Code)
            .Concat(Catalogue().Counts.Select(count => "figures.set." + count.Set.Name).Distinct());

        Habit.AssertNone(keys.Where(key => string.IsNullOrWhiteSpace(Texts.GetValueOrDefault(key))));
    }

    [Fact]
    public void No_two_figures_have_one_label() =>
        Habit.AssertNone(
            Catalogue()
                .All.GroupBy(figure => Texts.GetValueOrDefault("figures." + figure.Code), StringComparer.OrdinalIgnoreCase)
                .Where(label => label.Count() > 1)
                .Select(label => $"«{label.Key}»: {string.Join(", ", label.Select(figure => figure.Code))}")
        );

    [Fact]
    public void No_label_is_left_of_a_figure_that_is_no_more() =>
        Habit.AssertNone(Texts.Keys.Where(key => Label().IsMatch(key) && Catalogue().Find(key["figures.".Length..]) is null));

    [Fact]
    public void The_glossary_tells_every_figure_by_the_label_on_the_screen()
    {
        var glossary = File.ReadAllText(Path.Combine(SourceTree.Root, "docs/glossary.md"));

        Habit.AssertNone(
            Catalogue()
                .All.Select(figure => $"| `{figure.Code}` | {Texts.GetValueOrDefault("figures." + figure.Code)} |")
                .Where(line => !glossary.Contains(line, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_code_promises_its_unit() =>
        Habit.AssertNone(
            Catalogue()
                .All.Where(figure =>
                    Share().IsMatch(figure.Code) != (figure.Unit is FigureUnit.Percent or FigureUnit.Points)
                    || figure.Code.EndsWith("_target", StringComparison.Ordinal) != (figure.Unit == FigureUnit.Target)
                    || FiguresVerb.UnitOf(figure.Unit) is not ("count" or "percent" or "points" or "target")
                )
                .Select(figure => $"{figure.Code} is of {figure.Unit}")
        );

    private static Catalogue Catalogue() => Rooms.Services().GetRequiredService<Catalogue>();

    [GeneratedRegex("^figures\\.[a-z0-9]+(_[a-z0-9]+)+$")]
    private static partial Regex Label();

    [GeneratedRegex("_rate$|_ratio_")]
    private static partial Regex Share();
}
