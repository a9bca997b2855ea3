namespace TongKet.Reports.WriteDocument;

/// <summary>How a table stands on paper: the size of its letters, its columns in twips, upright or across.</summary>
internal sealed record TableWidths(decimal Size, IReadOnlyList<int> Columns, bool IsLandscape)
{
    /// <summary>What a cell keeps free on each side, in twips.</summary>
    public const int Padding = 70;

    // How wide a letter is, in twips for each point of its height: about half of it, bold somewhat over.
    private const decimal Letter = 10;
    private const decimal BoldLetter = 11;

    // A word longer than this is broken rather than allowed to push the table off the paper.
    private const int LongestWord = 18;
    private const int LabelLetters = 22;

    // The letters of the sizes tried; a table stays upright while 10 points will do.
    private static readonly (decimal Size, bool Landscape)[] Tries =
    [
        (12, false),
        (11, false),
        (10, false),
        (11, true),
        (10, true),
        (9, true),
    ];

    public static TableWidths Of(ReportTable table, DocumentFormat format)
    {
        var rows = table.TotalRow is null ? table.Rows : [.. table.Rows, table.TotalRow];
        var label = rows.Count == 0 ? 0 : ReportFigures.LabelOf(rows[0]);
        // By column: the least that will do, what nine of ten rows need for one line, what all of them need.
        var needs = new decimal[table.Columns.Count];
        var usual = new decimal[needs.Length];
        var longest = new decimal[needs.Length];
        for (var column = 0; column < needs.Length; column++)
        {
            var texts = rows.Where(row => column < row.Count).Select(row => row[column].Text).DefaultIfEmpty("").ToList();
            var lines = texts.Select(LettersOf).Order().ToList();
            // Headings are bold, and their words as wide as a letter more.
            needs[column] = Math.Max(WordOf(table.Columns[column]) + 1, texts.Max(WordOf));
            longest[column] = Math.Max(needs[column], lines[^1]);
            if (column == label)
            {
                needs[column] = Math.Max(needs[column], Math.Min(LabelLetters, longest[column]));
            }

            usual[column] = Math.Max(needs[column], lines[(lines.Count - 1) * 9 / 10]);
        }

        // One point smaller is a small price for rows of one line, two are not.
        var one = Array.FindIndex(
            Tries,
            0,
            2,
            t => Twips(usual, t.Size, Letter).Sum() <= DocxMeasure.TextWidth(format, t.Landscape)
        );
        foreach (var (size, landscape) in Tries.Skip(Math.Max(one, 0)))
        {
            var whole = DocxMeasure.TextWidth(format, landscape);
            var widths = Twips(needs, size, BoldLetter);
            if (widths.Sum() <= whole)
            {
                Share(widths, Twips(usual, size, Letter), whole);
                Share(widths, Twips(longest, size, Letter), whole);
                Spread(widths, whole);
                return new(size, widths, landscape);
            }
        }

        var last = DocxMeasure.TextWidth(format, landscape: true);
        return new(Tries[^1].Size, [.. needs.Select(letters => (int)(last * letters / needs.Sum()))], true);
    }

    /// <summary>For a table that stays on upright paper, whatever it holds.</summary>
    public static TableWidths Upright(ReportTable table, DocumentFormat format)
    {
        var widths = Of(table, format);
        if (!widths.IsLandscape)
        {
            return widths;
        }

        var (whole, wished) = (DocxMeasure.TextWidth(format), widths.Columns.Sum());
        return new(Tries.Where(t => !t.Landscape).Min(t => t.Size), [.. widths.Columns.Select(w => w * whole / wished)], false);
    }

    // What is left of the paper goes to the columns that still wish for more.
    private static void Share(int[] widths, int[] wishes, int whole)
    {
        var open = widths.Zip(wishes, (width, wish) => Math.Max(0, wish - width)).ToArray();
        var asked = open.Sum();
        var given = Math.Min(whole - widths.Sum(), asked);
        for (var i = 0; i < widths.Length && asked > 0; i++)
        {
            widths[i] += (int)((long)open[i] * given / asked);
        }
    }

    private static void Spread(int[] widths, int whole)
    {
        var rest = whole - widths.Sum();
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] += rest / widths.Length;
        }

        widths[0] += rest % widths.Length;
    }

    private static decimal WordOf(string text) => Math.Min(LongestWord, text.Split(' ', '/', '-').Select(LettersOf).Max());

    // Capitals are wider than other letters.
    private static decimal LettersOf(string text) => text.Sum(c => char.IsUpper(c) ? 1.35m : 1m);

    private static int[] Twips(decimal[] letters, decimal size, decimal letter) =>
        [.. letters.Select(count => (int)(count * size * letter) + 2 * Padding + 20)];
}
