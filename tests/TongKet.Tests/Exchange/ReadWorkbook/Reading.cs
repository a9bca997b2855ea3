using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.ReadWorkbook;

/// <summary>A small right workbook to spoil, and its issues in one line each.</summary>
internal static class Reading
{
    public const string Excellent = "Hoàn thành xuất sắc nhiệm vụ";
    public const string Good = "Hoàn thành tốt nhiệm vụ";

    /// <summary>A district, an organization with two cells, a grassroots cell; members at rows 2 to 5.</summary>
    public static WorkbookBuilder Right() =>
        new WorkbookBuilder()
            .Organization("A", "Đảng bộ huyện A", "Đảng bộ huyện")
            .Organization("A.1", "Đảng bộ xã Một", "Đảng bộ cơ sở", "A", group: "Xã")
            .Organization("A.1.1", "Chi bộ thôn Một", "Chi bộ trực thuộc", "A.1")
            .Organization("A.1.2", "Chi bộ thôn Hai", "Chi bộ trực thuộc", "A.1")
            .Organization("A.2", "Chi bộ Trường học", "Chi bộ cơ sở", "A", group: "Trường học")
            .Member("Nguyễn Văn An", "A.1.1")
            .Member("Trần Thị Bình", "A.1.2", sex: "Nữ")
            .Member("Lê Văn Cường", "A.2", howIn: "Kết nạp", cameOn: new DateOnly(2023, 3, 3))
            .Member(
                "Đỗ Thị Dung",
                "A.2",
                sex: "Nữ",
                state: "Chuyển đi",
                stateOn: new DateOnly(2023, 8, 1),
                place: "Đảng bộ huyện B"
            )
            .Grade("Nguyễn Văn An", Excellent)
            .Grade("Trần Thị Bình", reason: "Miễn sinh hoạt")
            .Grade("Lê Văn Cường", Good)
            .OrganizationGrade("A.1", Good)
            .OrganizationGrade("A.2", reason: "Thành lập dưới 6 tháng")
            .Target("CT01", "A", 150, figure: "new_member_count")
            .Aggregate("A.2", "party_member_total", 12);

    public static Workbook Read(this WorkbookBuilder builder, int? yearAsked = null, int latestYear = int.MaxValue) =>
        WorkbookReader.Read(builder.ToStream(), "tep.xlsx", yearAsked, latestYear);

    /// <summary>Errors as «sheet row column code», the code without its room.</summary>
    public static IEnumerable<string> Errors(this Workbook workbook) =>
        workbook.Issues.Where(issue => issue.IsError).Select(Line);

    public static IEnumerable<string> Warnings(this Workbook workbook) =>
        workbook.Issues.Where(issue => !issue.IsError).Select(Line);

    /// <summary>The right workbook with one cell of the members' sheet changed.</summary>
    public static Workbook WithMember(int row, string column, object? value) =>
        Right().Set(WorkbookForm.Members, row, column, value).Read();

    private static string Line(WorkbookIssue issue) =>
        $"{issue.Sheet} {issue.Row} {issue.Column}: {issue.Code["exchange.".Length..]}";
}
