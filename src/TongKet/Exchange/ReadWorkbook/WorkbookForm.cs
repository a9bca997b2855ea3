namespace TongKet.Exchange.ReadWorkbook;

/// <summary>A sheet of the workbook: its name and its columns in the order of the template.</summary>
public sealed record SheetForm(string Name, IReadOnlyList<string> Columns);

/// <summary>
/// The form of the office's workbook: five sheets, and a sixth for units that send counts instead of names. Columns are
/// found by their header, in any order; their numbers here are places in <see cref="SheetForm.Columns"/>.
/// </summary>
public static class WorkbookForm
{
    public static readonly SheetForm Organizations = new(
        "Tổ chức",
        [
            "Mã tổ chức",
            "Tên tổ chức",
            "Loại hình",
            "Mã cấp trên",
            "Ngày thành lập",
            "Số quyết định",
            "Nhóm nhiệm vụ",
            "Thứ tự",
            "Ghi chú",
        ]
    );

    public static readonly SheetForm Members = new(
        "Đảng viên",
        [
            "Số TT",
            "Họ và tên",
            "Ngày sinh",
            "Giới tính",
            "Dân tộc",
            "Tôn giáo",
            "Quê quán",
            "Số CCCD",
            "Số thẻ đảng viên",
            "Số lý lịch",
            "Ngày quyết định kết nạp",
            "Ngày kết nạp",
            "Ngày chính thức",
            "Ngày quyết định công nhận",
            "Mã chi bộ",
            "Chức vụ đảng",
            "Nghề nghiệp",
            "Trình độ chuyên môn",
            "Lý luận chính trị",
            "Hình thức tăng",
            "Ngày tăng",
            "Trạng thái",
            "Từ ngày",
            "Nơi chuyển đến, đi",
            "Ghi chú",
        ]
    );

    public static readonly SheetForm MemberGrades = new(
        "Xếp loại đảng viên",
        ["Số CCCD", "Họ và tên", "Mã chi bộ", "Năm", "Mức xếp loại", "Lý do không xếp loại"]
    );

    public static readonly SheetForm OrganizationGrades = new(
        "Xếp loại tổ chức",
        ["Mã tổ chức", "Năm", "Mức xếp loại", "Lý do không xếp loại"]
    );

    public static readonly SheetForm Targets = new(
        "Chỉ tiêu",
        [
            "Mã chỉ tiêu",
            "Tên chỉ tiêu",
            "Mã tổ chức",
            "Năm",
            "Đơn vị tính",
            "Chiều",
            "Giá trị giao",
            "Số liệu tính",
            "Kết quả nhập tay",
            "Ghi chú",
        ]
    );

    public static readonly SheetForm Aggregates = new(
        "Số tổng hợp",
        ["Mã tổ chức", "Năm", "Ngày chốt", "Mã số liệu", "Giá trị", "Ghi chú"]
    );

    /// <summary>In the order of the template, which is also the order of issues.</summary>
    public static readonly IReadOnlyList<SheetForm> Sheets =
    [
        Organizations,
        Members,
        MemberGrades,
        OrganizationGrades,
        Targets,
        Aggregates,
    ];
}
