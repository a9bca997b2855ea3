using TongKet.Web.Components;

namespace TongKet.Web.Pages;

/// <summary>Invented numbers of a size that pages really have, long names among them.</summary>
public static class GallerySamples
{
    private const string LongName = "Đảng bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên liên xã";

    public static readonly IReadOnlyList<FigureReading> Readings =
    [
        new("Tổng số đảng viên", 6120)
        {
            Unit = "đảng viên",
            Before = 6043,
            BeforeLabel = "năm 2022",
            RecordsAddress = "#bang",
        },
        new("Đảng viên mới kết nạp", 152)
        {
            Unit = "đảng viên",
            Target = 147,
            Achieved = 103.4m,
            YearIsOver = true,
            Before = 140,
            BeforeLabel = "năm 2022",
            RecordsAddress = "#bang",
        },
        new("Đảng viên hoàn thành tốt nhiệm vụ trở lên", 88.64m)
        {
            IsRate = true,
            BaseLabel = "đảng viên được xếp loại",
            BaseValue = 5410,
            Target = 90,
            Achieved = 98.5m,
            YearIsOver = true,
            Before = 71.34m,
            BeforeLabel = "năm 2022",
            RecordsAddress = "#bang",
            UnapprovedSheets = 2,
        },
        new("Đảng viên mới kết nạp 6 tháng", 88)
        {
            Unit = "đảng viên",
            Target = 147,
            Achieved = 59.9m,
            Before = 95,
            BeforeLabel = "cùng kỳ năm trước",
            RecordsAddress = "#bang",
        },
        new("Đảng viên bị thi hành kỷ luật", null) { Before = 12, BeforeLabel = "năm 2022" },
        new("Đảng viên trong lực lượng vũ trang", 318) { Unit = "đảng viên", HoldsCountsOnly = true },
        new("Tổ chức cơ sở đảng", 62)
        {
            Unit = "tổ chức",
            Before = 61,
            BeforeLabel = "năm 2022",
            IsNotComparable = true,
        },
    ];

    public static readonly IReadOnlyList<Share> Shares =
    [
        new("Hoàn thành xuất sắc nhiệm vụ", 792, 1, "#bang"),
        new("Hoàn thành tốt nhiệm vụ", 4012, 2, "#bang"),
        new("Hoàn thành nhiệm vụ", 590, 3, "#bang"),
        new("Không hoàn thành nhiệm vụ", 16, 4, "#bang"),
        new("Thuộc diện nhưng chưa kiểm điểm, xếp loại", 83, 5, "#bang"),
        new("Không thuộc diện đánh giá, xếp loại", 627, 6, "#bang"),
    ];

    public static readonly IReadOnlyList<BarTable.BarRow> Bars =
    [
        new("Đảng bộ xã Tân Lĩnh", [24, 19]),
        new(LongName, [3, 5]),
        new("Đảng bộ Công an", [11, null]),
    ];

    public static readonly IReadOnlyList<(string Label, decimal? Value)> Years =
    [
        ("2018", 131),
        ("2019", 126),
        ("2020", null),
        ("2021", 98),
        ("2022", 140),
        ("2023", 152),
    ];

    public static readonly IReadOnlyList<OrganizationChoice> Choices =
    [
        new(1, "Đảng bộ tỉnh Đông Sơn", ChoicePosition.Above),
        new(2, "Đảng bộ huyện Tân Lĩnh", ChoicePosition.Here),
        new(3, "Đảng bộ xã Tân Lĩnh"),
        new(4, "Chi bộ thôn Thượng", Depth: 1),
        new(5, LongName),
    ];

    public static IEnumerable<SampleRow> Rows(int count) =>
        Enumerable
            .Range(1, count)
            .Select(i => new SampleRow(
                i % 7 == 0 ? LongName : $"Đảng bộ xã số {i}",
                1200 + (i * 37 % 400),
                1100 + (i * 31 % 300),
                i % 9 == 0 ? null : 80 + (i * 7 % 200 / 10m),
                i % 5
            ));

    public sealed record SampleRow(string Name, int Members, int Rated, decimal? Rate, int Grade);
}
