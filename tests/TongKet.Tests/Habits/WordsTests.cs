using System.Text.RegularExpressions;
using System.Xml.Linq;
using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>Whatever a person reads has its Vietnamese text, in the resource file of its room.</summary>
public sealed partial class WordsTests
{
    private static readonly List<(string Room, string Key, string Text)> All =
    [
        .. SourceTree
            .Files("src/TongKet", "Words.resx")
            .SelectMany(file =>
                XDocument
                    .Parse(file.Text)
                    .Descendants("data")
                    .Select(data =>
                        (
                            file.Path.Split('/')[2].ToLowerInvariant(),
                            (string)data.Attribute("name")!,
                            (string?)data.Element("value") ?? ""
                        )
                    )
            ),
    ];

    [Fact]
    public void Every_key_that_is_used_has_a_text()
    {
        var texts = All.Where(word => !string.IsNullOrWhiteSpace(word.Text))
            .Select(word => word.Key)
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(texts);

        // A key that goes on in braces or after a plus sign is known by its beginning only.
        var without = Uses()
            .Where(use =>
                use.IsWhole ? !texts.Contains(use.Key) : !texts.Any(key => key.StartsWith(use.Key, StringComparison.Ordinal))
            )
            .Select(use => $"{use.Place}: {use.Key}{(use.IsWhole ? "" : "…")}");

        Habit.AssertNone(without);
    }

    [Fact]
    public void Every_text_stands_once_and_where_its_key_is_looked_for()
    {
        // Words.Find takes the part before the first dot, or its plural, for the room.
        var lost = All.Where(word => word.Key.Split('.')[0] is var room && room != word.Room && room + "s" != word.Room)
            .Select(word => $"{word.Key} in {word.Room}");
        var twice = All.CountBy(word => word.Key).Where(count => count.Value > 1).Select(count => $"{count.Key} twice");
        var empty = All.Where(word => string.IsNullOrWhiteSpace(word.Text)).Select(word => $"{word.Key} is empty");
        var wrong = All.Where(word => !Form().IsMatch(word.Key)).Select(word => $"{word.Key} is not room.dot-phrase");

        Habit.AssertNone([.. lost, .. twice, .. empty, .. wrong]);
    }

    private static IEnumerable<(string Place, string Key, bool IsWhole)> Uses()
    {
        var rooms = All.Select(word => word.Room).ToHashSet(StringComparer.Ordinal);
        return from file in SourceTree.Files("src", ".cs", ".razor")
            from match in Asked()
                .Matches(file.Code)
                .Concat(Literal().Matches(file.Code).Where(match => rooms.Contains(match.Groups[2].Value)))
            let key = match.Groups[1].Value
            select (file.At(match.Index), key, match.Groups[3].Value == "\"" && !key.EndsWith('.') && !key.EndsWith('-'));
    }

    /// <summary>Words.Get("…"), Words.Has("…"), W["…"], new Refusal("…").</summary>
    [GeneratedRegex("""(?:\bWords\.(?:Get|Has)\(|\bW\[|\bRefusal\()\s*\$?"(([a-z]+)\.[a-z0-9._-]*)(["{])""")]
    private static partial Regex Asked();

    /// <summary>A text of two dots or more that begins with a room, wherever it is handed on: new MenuEntry("members.menu.register").</summary>
    [GeneratedRegex("""(?<![\w"])\$?"(([a-z]+)\.[a-z0-9-]+\.[a-z0-9._-]*)(["{])""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^[a-z]+(\.[a-z0-9_-]+)+$")]
    private static partial Regex Form();
}
