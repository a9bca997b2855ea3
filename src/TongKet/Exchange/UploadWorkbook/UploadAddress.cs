using System.Globalization;
using TongKet.Exchange.ImportWorkbook;

namespace TongKet.Exchange.UploadWorkbook;

/// <summary>Where one upload is looked at.</summary>
public static class UploadAddress
{
    public static string Of(long id) => "/nhap-so-lieu/" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the page says after applying, so that loading it again applies nothing again.</summary>
    public static IEnumerable<(string Name, string? Value)> Done(ImportResult result) =>
        [
            ("da-ghi", result.FileName),
            ("cua-nam", result.Year?.ToString(CultureInfo.InvariantCulture)),
            ("them", result.Add.ToString(CultureInfo.InvariantCulture)),
            ("sua", result.Change.ToString(CultureInfo.InvariantCulture)),
            ("giu", result.Same.ToString(CultureInfo.InvariantCulture)),
        ];

    public static string Marked(long id) => Of(id) + "/tep-danh-dau-loi.xlsx";
}
