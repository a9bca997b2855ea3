using System.Globalization;

namespace TongKet.Exchange.UploadWorkbook;

/// <summary>Where one upload is looked at.</summary>
public static class UploadAddress
{
    public static string Of(long id) => "/nhap-so-lieu/" + id.ToString(CultureInfo.InvariantCulture);

    public static string Marked(long id) => Of(id) + "/tep-danh-dau-loi.xlsx";
}
