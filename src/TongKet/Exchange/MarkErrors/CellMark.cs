namespace TongKet.Exchange.MarkErrors;

/// <summary>A cell to be coloured and commented: the spreadsheet's row, the place of the column from 0.</summary>
internal sealed record CellMark(int Row, int Column, string Text, bool IsError)
{
    public string Name => Letters(Column) + Row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The place of the column in a cell's name: «B7» is 1; -1 where it is no such name.</summary>
    public static int ColumnOf(string name)
    {
        var column = 0;
        foreach (var c in name.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column - 1;
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26)
        {
            letters = (char)('A' + (n - 1) % 26) + letters;
        }

        return letters;
    }
}
