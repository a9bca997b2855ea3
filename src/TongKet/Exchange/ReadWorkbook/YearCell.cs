using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>The cell «Năm» of a line.</summary>
internal static class YearCell
{
    /// <summary>Founding of the Party: no record of it is older.</summary>
    public const int Earliest = 1930;

    public static int? Year(this SheetCells cells, int column, int latest)
    {
        cells.Require(column);
        var text = cells.Text(column);
        if (text is null)
        {
            return null;
        }

        if (!int.TryParse(text, out var year))
        {
            cells.Error(column, "exchange.year.not-a-year");
            return null;
        }

        if (year < Earliest || year > Math.Min(latest, PartialDate.LatestYear))
        {
            cells.Error(column, "exchange.year.out-of-range", year);
            return null;
        }

        return year;
    }
}
