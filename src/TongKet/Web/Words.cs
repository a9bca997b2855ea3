using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using TongKet.Domain.Values;

namespace TongKet.Web;

/// <summary>
/// Every sentence a person reads, by its key «room.dot-phrase»: the part before the first dot names the folder
/// whose Words.resx holds it (a refusal may use the singular, «review.over-cap» is in Reviews).
/// </summary>
public static class Words
{
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly FrozenDictionary<string, ResourceManager> Rooms = FindRooms();

    // A page asks some hundred times, and each question to a resource manager takes a lock that all pages share.
    private static readonly ConcurrentDictionary<(CultureInfo, string), string> Found = new();

    /// <summary>The sentence, filled in the Vietnamese way; an unknown key comes back in brackets.</summary>
    public static string Get(string key, params object[] with)
    {
        var text = Find(key);
        if (text is null)
        {
            return $"[{key}]";
        }

        return with.Length == 0 ? text : string.Format(Vietnamese, text, with);
    }

    /// <summary>A word of a closed list: «organizations.organization-kind.grassroots-cell» for OrganizationKind.GrassrootsCell.</summary>
    public static string Of(Enum word)
    {
        var type = word.GetType();
        var room = type.Namespace![(type.Namespace!.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return Get($"{room}.{Kebab(type.Name)}.{Kebab(word.ToString())}");
    }

    /// <summary>Why something was not done, with the article it rests on.</summary>
    public static string Of(Refusal refusal)
    {
        var sentence = Get(refusal.Code, [.. refusal.With.Select(Readable)]);
        return refusal.Article is null ? sentence : $"{sentence} ({refusal.Article})";
    }

    public static bool Has(string key) => Find(key) is not null;

    private static object Readable(object with) =>
        with switch
        {
            Enum word => Of(word),
            TextLength length => Get(length.Label),
            DateOnly day => VietnameseFormat.Date(day),
            int number => VietnameseFormat.Number(number),
            _ => with,
        };

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static string? Find(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0)
        {
            return null;
        }

        var culture = CultureInfo.CurrentUICulture;
        if (Found.TryGetValue((culture, key), out var found))
        {
            return found;
        }

        var room = key[..dot];
        var text =
            Rooms.TryGetValue(room, out var texts) || Rooms.TryGetValue(room + "s", out texts)
                ? texts.GetString(key, culture)
                : null;
        return text is null ? null : Found[(culture, key)] = text;
    }

    private static FrozenDictionary<string, ResourceManager> FindRooms()
    {
        const string before = "TongKet.";
        const string after = ".Words.resources";
        var assembly = typeof(Words).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(before, StringComparison.Ordinal) && name.EndsWith(after, StringComparison.Ordinal))
            .ToFrozenDictionary(
                name => name[before.Length..^after.Length],
                name => new ResourceManager(name[..^".resources".Length], assembly),
                StringComparer.OrdinalIgnoreCase
            );
    }
}

/// <summary>The same for pages, where it is injected as <c>W</c>: <c>@W["members.register.title"]</c>.</summary>
public sealed class WordsOf
{
    public string this[string key] => Words.Get(key);

    public string this[string key, params object[] with] => Words.Get(key, with);

    public string this[Enum word] => Words.Of(word);
}
