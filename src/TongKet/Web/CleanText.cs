using System.Text;

namespace TongKet.Web;

/// <summary>Text made fit for a file.</summary>
public static class CleanText
{
    /// <summary>
    /// Without what no file may hold (control characters, halves of a surrogate pair) and without marks that turn the
    /// direction of reading; a line break is a space.
    /// </summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (c is '\t' or '\n' or '\r')
            {
                clean.Append(' ');
            }
            else if (!char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\ufffe' or '\uffff') && !TurnsDirection(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    private static bool TurnsDirection(char c) => c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';
}
