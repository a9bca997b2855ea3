using System.Globalization;

namespace TongKet.Figures.ListRecords;

/// <summary>Where the records behind a figure are: the same address from a page, a document and a list.</summary>
public static class RecordsAddress
{
    public static string Of(string code, long organizationId, int year, DateOnly asOf) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/so-lieu/{code}?to-chuc={organizationId}&nam={year}&tinh-den={asOf.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)}"
        );
}
