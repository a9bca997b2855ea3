using System.Text;

namespace TongKet.Domain.Values;

/// <summary>
/// The order of dictionaries: letters by their place in the alphabet, every marked letter a letter of its own; only
/// where all letters are equal, the tones from the left. Capital and small letters are alike.
/// </summary>
internal static class VietnameseAlphabet
{
    private const string Letters = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private const string Vowels = "aăâeêioôơuưy";

    /// <summary>None, grave, hook, tilde, acute, dot; a mark of another language stands behind them.</summary>
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";
    private const int OtherMark = 6;

    private const int Space = 1;
    private const int FirstSign = 2;
    private const int FirstLetter = 50;
    private const int OtherLetter = 99;

    private static readonly Dictionary<char, (int Letter, int Tone)> Places = All();

    /// <summary>
    /// Two digits a letter, «00», one digit a tone. Two keys are compared digit by digit; the digits leave no choice
    /// to the collation of a database.
    /// </summary>
    public static string Key(string tidy) =>
        string.Create(
            tidy.Length * 3 + 2,
            tidy,
            (key, text) =>
            {
                var tones = text.Length * 2 + 2;
                key[tones - 2] = key[tones - 1] = '0';
                for (var i = 0; i < text.Length; i++)
                {
                    var (letter, tone) = PlaceOf(text[i]);
                    key[2 * i] = (char)('0' + letter / 10);
                    key[2 * i + 1] = (char)('0' + letter % 10);
                    key[tones + i] = (char)('0' + tone);
                }
            }
        );

    private static (int Letter, int Tone) PlaceOf(char c)
    {
        if (Places.TryGetValue(c, out var place) || Places.TryGetValue(c = char.ToLowerInvariant(c), out place))
        {
            return place;
        }

        // Names of other peoples of the country: Ŏ, Č, Ñ stand with the letter that they mark.
        var bare = char.IsSurrogate(c) ? c : c.ToString().Normalize(NormalizationForm.FormD)[0];
        return bare != c && Places.TryGetValue(bare, out place) ? (place.Letter, OtherMark) : (OtherLetter, 0);
    }

    private static Dictionary<char, (int Letter, int Tone)> All()
    {
        var places = new Dictionary<char, (int, int)> { [' '] = (Space, 0) };
        // Signs, then figures, then letters, as in every register.
        var signs = Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).Where(c => !char.IsAsciiLetter(c)).ToList();
        foreach (var (sign, at) in signs.OrderBy(char.IsAsciiDigit).Select((sign, at) => (sign, at)))
        {
            places[sign] = (FirstSign + at, 0);
        }

        for (var at = 0; at < Letters.Length; at++)
        {
            places[Letters[at]] = (FirstLetter + at, 0);
            for (var tone = 0; Vowels.Contains(Letters[at]) && tone < Tones.Length; tone++)
            {
                places[$"{Letters[at]}{Tones[tone]}".Normalize(NormalizationForm.FormC)[0]] = (FirstLetter + at, tone + 1);
            }
        }

        places['ƀ'] = (places['b'].Item1, OtherMark);
        places['’'] = places['ʼ'] = places['\''];
        places['–'] = places['—'] = places['-'];
        // Capitals are found as they are: making a letter small costs more than finding it.
        foreach (var (letter, place) in places.ToList())
        {
            places[char.ToUpperInvariant(letter)] = place;
        }

        return places;
    }
}
