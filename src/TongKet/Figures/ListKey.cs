using System.Globalization;

namespace TongKet.Figures;

/// <summary>
/// After which row of a list the next page begins: so many rows of a place, in one of the counts the figure is made of.
/// What is added or removed elsewhere moves no row over the edge of a page.
/// </summary>
public sealed record ListKey(int Part, long PlaceId, int Rows)
{
    /// <summary>As an address carries it; null is the beginning.</summary>
    public static ListKey? Read(string? text) =>
        text?.Split('.') is [var part, var place, var rows]
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var partNumber)
        && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var placeId)
        && int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
            ? new(partNumber, placeId, before)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part}.{PlaceId}.{Rows}");
}
