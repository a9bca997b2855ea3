namespace TongKet.Web.Spreadsheets;

/// <summary>Names of sheets as a spreadsheet takes them: short, without some signs, each only once.</summary>
internal sealed class XlsxSheetNames
{
    private const int LongestName = 31;
    private static readonly char[] Forbidden = ['[', ']', ':', '*', '?', '/', '\\', '\''];

    private readonly List<string> names = [];

    public IReadOnlyList<string> All => names;

    public void Add(string wished)
    {
        var fit = string.Concat(CleanText.Of(wished).Select(c => Array.IndexOf(Forbidden, c) >= 0 ? ' ' : c)).Trim();
        fit = fit.Length == 0 ? "-" : Cut(fit, LongestName);
        for (var number = 2; names.Contains(fit, StringComparer.OrdinalIgnoreCase); number++)
        {
            var end = $" ({number})";
            fit = Cut(fit, LongestName - end.Length) + end;
        }

        names.Add(fit);
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', length);
        return (space > length / 2 ? text[..space] : text[..length]).Trim();
    }
}
