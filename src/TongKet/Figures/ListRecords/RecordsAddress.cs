using System.Globalization;
using TongKet.Web;

namespace TongKet.Figures.ListRecords;

/// <summary>Where the records behind a figure are: the same address from a page, a document and a list.</summary>
public static class RecordsAddress
{
    /// <param name="treeOn">The day of the tree where it is another than the figure's.</param>
    public static string Of(string code, long organizationId, int year, DateOnly asOf, DateOnly? treeOn = null)
    {
        var tree = treeOn is { } on ? $"&{PageContext.TreeParameter}={Day(on)}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/so-lieu/{code}?to-chuc={organizationId}&nam={year}&tinh-den={Day(asOf)}{tree}"
        );
    }

    private static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
