using System.Globalization;
using System.Text;

namespace TongKet.Domain.Values;

/// <summary>What Vietnamese text needs and no database does rightly: tidy spaces, folding, sort keys.</summary>
public static class VietnameseText
{
    // Letters in the order of the alphabet; every letter with its own place.
    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    // Tone order of dictionaries: none, grave, hook, tilde, acute, dot.
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    /// <summary>
    /// Composed (NFC), non-breaking spaces made plain, runs of white space made one, ends trimmed, signs without width
    /// dropped.
    /// </summary>
    public static string Tidy(string text)
    {
        if (IsTidy(text))
        {
            return text;
        }

        var composed = text.Normalize(NormalizationForm.FormC);
        var tidy = new StringBuilder(composed.Length);
        var gap = false;
        foreach (var c in composed)
        {
            if (HasNoWidth(c))
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                gap = tidy.Length > 0;
                continue;
            }

            if (gap)
            {
                tidy.Append(' ');
                gap = false;
            }

            tidy.Append(c);
        }

        return tidy.ToString();
    }

    // Nearly every text is tidy already; to see it is ten times cheaper than to make it so.
    private static bool IsTidy(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            var isComposed = c is >= ' ' and <= '~' or >= '\u00c0' and <= '\u01bf' or >= '\u1ea0' and <= '\u1ef9' or '’' or '–';
            if (!isComposed || (c == ' ' && before == ' '))
            {
                return false;
            }

            before = c;
        }

        return text.Length == 0 || before != ' ';
    }

    // Zero-width spaces and joiners, soft hyphen, byte order mark: they come in by copying from web pages.
    private static bool HasNoWidth(char c) => c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad';

    /// <summary>Lower case without any mark, đ as d: «Nguyễn Văn Đức» is «nguyen van duc». For searching.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Tidy(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(char.ToLowerInvariant(c) is 'đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    /// <summary>
    /// The key that sorts people as registers do: given name first, then family and middle names, each word by
    /// the Vietnamese alphabet (Đ after D) and only then by tone. Compare ordinally.
    /// </summary>
    public static string PersonSortKey(string fullName)
    {
        var words = Tidy(fullName).Split(' ');
        return words.Length < 2 ? SortKey(fullName) : SortKey(words[^1] + " " + string.Join(' ', words[..^1]));
    }

    /// <summary>The key that sorts text by the Vietnamese alphabet, tones last. Compare ordinally.</summary>
    public static string SortKey(string text)
    {
        var letters = new StringBuilder(text.Length * 2);
        var tones = new StringBuilder();
        foreach (var c in Tidy(text).ToLowerInvariant())
        {
            var (letter, tone) = Take(c);
            var place = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            // Two characters a letter keep the key plain ASCII, the same order in both databases.
            letters.Append(
                place >= 0 ? (char)('A' + place / 6)
                : letter == ' ' ? '!'
                : letter < 128 ? letter
                : '~'
            );
            if (place >= 0)
            {
                letters.Append((char)('a' + place % 6));
            }

            tones.Append(tone);
        }

        return letters.Append('!').Append(tones.ToString().TrimEnd('0')).ToString();
    }

    private static (char Letter, char Tone) Take(char c)
    {
        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        var tone = '0';
        var rest = new StringBuilder(3);
        foreach (var part in parts)
        {
            var at = Tones.IndexOf(part, StringComparison.Ordinal);
            if (at >= 0)
            {
                tone = (char)('1' + at);
            }
            else
            {
                rest.Append(part);
            }
        }

        var letter = rest.ToString().Normalize(NormalizationForm.FormC);
        return (letter.Length > 0 ? letter[0] : c, tone);
    }
}
