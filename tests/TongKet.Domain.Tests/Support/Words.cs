namespace TongKet.Domain.Tests.Support;

/// <summary>Words of Vietnamese letters, each letter with or without a tone; one to three words a text.</summary>
public static class Words
{
    private const string Letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz";
    private const string Vowels = "aăâeêioôơuưy";

    private static readonly Gen<string> Letter =
        from letter in Gen.Elements(Letters.ToCharArray())
        from tone in Gen.Elements("", "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
        select (Vowels.Contains(letter) ? letter + tone : letter.ToString()).Normalize();

    /// <summary>One word.</summary>
    public static readonly Gen<string> One = Some(Letter, 1, 4).Select(string.Concat);

    /// <summary>Words with single spaces between them.</summary>
    public static readonly Gen<string> Any = Some(One, 1, 3).Select(words => string.Join(' ', words));

    private static Gen<T[]> Some<T>(Gen<T> of, int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => Gen.ArrayOf(of, count));
}
