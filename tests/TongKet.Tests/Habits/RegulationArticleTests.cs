using System.Text.Json;
using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>What the law sets stands with its article, or says openly that the article is not yet confirmed.</summary>
public sealed class RegulationArticleTests
{
    [Fact]
    public void Every_parameter_has_its_article_or_says_that_it_is_unconfirmed()
    {
        var files = SourceTree.Files("regulations", "rule-set.json");
        var parameters = files
            .SelectMany(file => Parameters(file).Select(parameter => (file.Path, parameter.Name, parameter.Value)))
            .ToList();
        Assert.NotEmpty(parameters);

        Habit.AssertNone(parameters.Where(p => Fault(p.Value) is not null).Select(p => $"{p.Path} {p.Name} {Fault(p.Value)}"));
    }

    [Fact]
    public void Every_document_lies_in_a_folder_of_its_own_with_its_rule_set_and_what_it_was_taken_from()
    {
        var without =
            from folder in SourceTree.FoldersOf("regulations")
            from file in new[] { "rule-set.json", "SOURCE.md" }
            where !File.Exists(Path.Combine(SourceTree.Root, "regulations", folder, file))
            select $"regulations/{folder} has no {file}";

        Habit.AssertNone(without);
    }

    [Fact]
    public void Every_document_that_figures_rest_on_has_its_cases()
    {
        var without = SourceTree
            .Files("regulations", "rule-set.json")
            .Where(file => Subject(file) is "annual-review" or "organization-structure")
            .Select(file => file.Path.Replace("rule-set.json", "cases.json", StringComparison.Ordinal))
            .Where(cases => !File.Exists(Path.Combine(SourceTree.Root, cases)));

        Habit.AssertNone(without);
    }

    private static string? Fault(JsonElement parameter)
    {
        if (parameter.ValueKind != JsonValueKind.Object || !parameter.TryGetProperty("value", out _))
        {
            return "has no value";
        }

        if (
            !parameter.TryGetProperty("confirmed", out var confirmed)
            || confirmed.ValueKind is not (JsonValueKind.True or JsonValueKind.False)
        )
        {
            return "does not say whether it is confirmed";
        }

        return !parameter.TryGetProperty("article", out var article) ? "names no article, not even null"
            : article.ValueKind == JsonValueKind.Null ? (confirmed.GetBoolean() ? "is confirmed without an article" : null)
            : article.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(article.GetString()) ? null
            : "has an article that is not a text";
    }

    private static string? Subject(SourceFile file) =>
        JsonDocument.Parse(file.Text).RootElement.GetProperty("subject").GetString();

    private static JsonElement.ObjectEnumerator Parameters(SourceFile file) =>
        JsonDocument.Parse(file.Text).RootElement.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateObject()
            : throw new InvalidOperationException($"{file.Path} has no parameters.");
}
