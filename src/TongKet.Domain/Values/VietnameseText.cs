using System.Globalization;
using System.Text;

namespace TongKet.Domain.Values;

/// <summary>What Vietnamese text needs and no database does rightly: tidy spaces, folding, sort keys.</summary>
public static class VietnameseText
{
    /// <summary>
    /// Composed (NFC), non-breaking spaces made plain, runs of white space made one, ends trimmed, signs without width
    /// and control characters dropped, the Icelandic «Ð» that some keyboards give made the Vietnamese «Đ».
    /// </summary>
    public static string Tidy(string text)
    {
        if (IsTidy(text))
        {
            return text;
        }

        var tidy = new StringBuilder(text.Length);
        var gap = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                gap = tidy.Length > 0;
                continue;
            }

            var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (HasNoWidth(c) || char.IsControl(c) || (char.IsSurrogate(c) && !isPair))
            {
                continue;
            }

            if (gap)
            {
                tidy.Append(' ');
                gap = false;
            }

            tidy.Append(WithVietnameseD(c));
            if (isPair)
            {
                tidy.Append(text[++i]);
            }
        }

        // Composed last: a sign without width may have stood between a letter and its tone.
        return tidy.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Lower case without any mark, đ as d: «Nguyễn Văn Đức» is «nguyen van duc». For searching.</summary>
    public static string Fold(string text) =>
        IsTidy(text)
            ? string.Create(
                text.Length,
                text,
                static (folded, tidy) =>
                {
                    for (var i = 0; i < tidy.Length; i++)
                    {
                        folded[i] = Folded[tidy[i]];
                    }
                }
            )
            : FoldLetters(Tidy(text));

    /// <summary>What each letter that a tidy text may have becomes: taking it apart costs many times looking it up.</summary>
    private static readonly char[] Folded =
    [
        .. Enumerable.Range(0, LastComposed + 1).Select(c => IsComposed((char)c) ? FoldLetters(((char)c).ToString())[0] : '\0'),
    ];

    private static string FoldLetters(string tidy)
    {
        var folded = new StringBuilder(tidy.Length);
        foreach (var c in tidy.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(
                    char.ToLowerInvariant(c) switch
                    {
                        'đ' => 'd',
                        // Ê Đê and Ba Na names: the bar is no mark of its own in Unicode.
                        'ƀ' => 'b',
                        '’' or 'ʼ' => '\'',
                        var lower => lower,
                    }
                );
            }
        }

        return folded.ToString();
    }

    /// <summary>
    /// The key that sorts people as registers do: by the given name to its tone, then by family and middle names, each
    /// by the Vietnamese alphabet (Đ after D) and then by tone. Decimal digits only, so it sorts alike everywhere.
    /// </summary>
    public static string PersonSortKey(string fullName)
    {
        var name = Tidy(fullName);
        var given = name.LastIndexOf(' ') + 1;
        return VietnameseAlphabet.Key(name[given..]) + VietnameseAlphabet.Key(name[..Math.Max(0, given - 1)]);
    }

    /// <summary>The key that sorts text by the Vietnamese alphabet, tones last. Decimal digits only.</summary>
    public static string SortKey(string text) => VietnameseAlphabet.Key(Tidy(text));

    // Nearly every text is tidy already; to see it is ten times cheaper than to make it so.
    private static bool IsTidy(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (!IsComposed(c) || (c == ' ' && before == ' ') || WithVietnameseD(c) != c)
            {
                return false;
            }

            before = c;
        }

        return text.Length == 0 || before != ' ';
    }

    private const char LastComposed = '’';

    private static bool IsComposed(char c) =>
        c is >= ' ' and <= '~' or >= '\u00c0' and <= '\u01bf' or >= '\u1ea0' and <= '\u1ef9' or LastComposed or '–';

    private static char WithVietnameseD(char c) =>
        c switch
        {
            '\u00d0' or '\u0189' => 'Đ',
            '\u00f0' or '\u0256' => 'đ',
            _ => c,
        };

    // Zero-width spaces and joiners, soft hyphen, byte order mark: they come in by copying from web pages.
    private static bool HasNoWidth(char c) => c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad';
}
