using System.Globalization;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// The example row of each sheet of the templates, in the order of its columns. Its first cell begins with
/// <see cref="Mark"/>, by which the reader knows it again and passes it over. All in it is invented.
/// </summary>
public static class WorkbookExamples
{
    public const string Mark = "VÍ DỤ";

    public static IReadOnlyList<string?> Of(SheetForm form, int year)
    {
        var ofYear = year.ToString(CultureInfo.InvariantCulture);
        var day = $"12/05/{ofYear}";
        return form.Name switch
        {
            "Tổ chức" =>
            [
                $"{Mark} A.01",
                "Chi bộ Thôn Một",
                "Chi bộ trực thuộc",
                "A",
                "03/02/1995",
                "12-QĐ/ĐU",
                "Xã, thị trấn",
                "1",
                null,
            ],
            "Đảng viên" =>
            [
                Mark,
                "Nguyễn Văn A",
                "15/08/1990",
                "Nam",
                "Kinh",
                "Không",
                "Xã A, tỉnh B",
                "000090000001",
                null,
                "000001A",
                $"28/04/{ofYear}",
                day,
                null,
                null,
                "A.01",
                null,
                "Giáo viên",
                "Đại học",
                "Sơ cấp",
                "Kết nạp",
                day,
                "Đang sinh hoạt",
                null,
                null,
                null,
            ],
            "Xếp loại đảng viên" => [$"{Mark} 000090000001", "Nguyễn Văn A", "A.01", ofYear, "Hoàn thành tốt nhiệm vụ", null],
            "Xếp loại tổ chức" => [$"{Mark} A.01", ofYear, "Hoàn thành tốt nhiệm vụ", null],
            "Chỉ tiêu" =>
            [
                $"{Mark} CT01",
                "Kết nạp đảng viên mới",
                "A",
                ofYear,
                "đảng viên",
                ">=",
                "150",
                "new_member_count",
                null,
                null,
            ],
            _ => [$"{Mark} A.02", ofYear, $"31/12/{ofYear}", "party_member_total", "120", null],
        };
    }

    /// <summary>A line that still bears the mark though somebody has written a member over it: dropping it silently would lose him.</summary>
    internal static bool IsWrittenOver(SheetForm form, string? secondCell) =>
        form == WorkbookForm.Members && secondCell is not null && secondCell != Of(form, 0)[1];
}
