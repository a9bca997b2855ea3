using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>The closed lists of the workbook, for reading it and for the drop-downs of the templates.</summary>
public static class WorkbookWords
{
    public static readonly WordList<OrganizationKind> Kinds = new(
        (OrganizationKind.ProvincialOrganization, "Đảng bộ tỉnh", ["Đảng bộ tỉnh, thành phố"]),
        (OrganizationKind.DistrictOrganization, "Đảng bộ huyện", ["Đảng bộ quận", "Đảng bộ thị xã"]),
        (
            OrganizationKind.BlocOrganization,
            "Đảng bộ khối",
            ["Đảng bộ khối các cơ quan", "Đảng bộ khối doanh nghiệp", "Đảng bộ khối các cơ quan và doanh nghiệp"]
        ),
        (OrganizationKind.CommuneOrganization, "Đảng bộ xã", ["Đảng bộ phường", "Đảng bộ đặc khu"]),
        (OrganizationKind.SuperiorOfGrassroots, "Đảng bộ cấp trên trực tiếp cơ sở", []),
        (OrganizationKind.GrassrootsPartyOrganization, "Đảng bộ cơ sở", []),
        (OrganizationKind.SectionalOrganization, "Đảng bộ bộ phận", []),
        (OrganizationKind.SubGrassrootsOrganization, "Đảng bộ trực thuộc cơ sở", []),
        (OrganizationKind.GrassrootsCell, "Chi bộ cơ sở", []),
        (OrganizationKind.SubordinateCell, "Chi bộ trực thuộc", ["Chi bộ trực thuộc đảng ủy cơ sở"]),
        (OrganizationKind.PartyCell, "Chi bộ", []),
        (OrganizationKind.PartyGroup, "Tổ đảng", []),
        (OrganizationKind.Commission, "Ban", ["Ban tham mưu", "Ban của cấp ủy", "Ban tham mưu của cấp ủy"]),
        (OrganizationKind.InspectionCommission, "Ủy ban kiểm tra", ["UBKT"]),
        (OrganizationKind.CommitteeOffice, "Văn phòng", ["Văn phòng cấp ủy"]),
        (OrganizationKind.Front, "Mặt trận", ["Mặt trận Tổ quốc", "MTTQ"]),
        (OrganizationKind.MassOrganization, "Đoàn thể", ["Đoàn thể chính trị - xã hội"]),
        (OrganizationKind.Agency, "Cơ quan", ["Cơ quan, đơn vị", "Đơn vị"])
    );

    public static readonly WordList<Sex> Sexes = new((Sex.Male, "Nam", []), (Sex.Female, "Nữ", []));

    public static readonly WordList<HowIn> HowIn = new(
        (Domain.Members.HowIn.Admitted, "Kết nạp", ["Kết nạp mới"]),
        (Domain.Members.HowIn.TransferredIn, "Chuyển đến", ["Chuyển sinh hoạt đến"]),
        (
            Domain.Members.HowIn.Restored,
            "Khôi phục",
            ["Phục hồi", "Khôi phục quyền đảng viên", "Phục hồi quyền đảng viên", "Khôi phục đảng tịch", "Phục hồi đảng tịch"]
        ),
        (Domain.Members.HowIn.Readmitted, "Kết nạp lại", [])
    );

    public static readonly WordList<MemberState> States = new(
        (MemberState.Active, "Đang sinh hoạt", ["Đang sinh hoạt đảng"]),
        (
            MemberState.Exempt,
            "Miễn sinh hoạt",
            ["Miễn sinh hoạt đảng", "Miễn công tác và sinh hoạt đảng", "Được miễn công tác và sinh hoạt đảng"]
        ),
        (MemberState.Suspended, "Đình chỉ sinh hoạt", ["Đình chỉ sinh hoạt đảng", "Bị đình chỉ sinh hoạt đảng"]),
        (MemberState.TransferredOut, "Chuyển đi", ["Chuyển sinh hoạt đi"]),
        (MemberState.Died, "Từ trần", ["Qua đời"]),
        (MemberState.StruckOff, "Xóa tên", ["Xóa tên trong danh sách đảng viên"]),
        (MemberState.Expelled, "Khai trừ", ["Khai trừ khỏi Đảng"]),
        (MemberState.Left, "Xin ra", ["Xin ra khỏi Đảng", "Cho ra khỏi Đảng"])
    );

    public static readonly WordList<Grade> Grades = new(
        (Grade.Excellent, "Hoàn thành xuất sắc nhiệm vụ", ["Hoàn thành xuất sắc", "HTXSNV"]),
        (Grade.Good, "Hoàn thành tốt nhiệm vụ", ["Hoàn thành tốt", "HTTNV"]),
        (Grade.Completed, "Hoàn thành nhiệm vụ", ["Hoàn thành", "HTNV"]),
        (Grade.NotCompleted, "Không hoàn thành nhiệm vụ", ["Không hoàn thành", "KHTNV"])
    );

    public static readonly WordList<NoGradeReason> MemberReasons = new(
        (NoGradeReason.Exempt, "Miễn sinh hoạt", ["Miễn sinh hoạt đảng", "Được miễn công tác và sinh hoạt đảng"]),
        (
            NoGradeReason.AdmittedUnderSixMonths,
            "Kết nạp dưới 6 tháng",
            ["Kết nạp chưa đủ 6 tháng", "Mới kết nạp dưới 6 tháng", "Mới kết nạp chưa đủ 6 tháng"]
        ),
        (NoGradeReason.Suspended, "Đình chỉ sinh hoạt", ["Đình chỉ sinh hoạt đảng", "Bị đình chỉ sinh hoạt đảng"]),
        (NoGradeReason.NotYetReviewed, "Chưa kiểm điểm", ["Chưa kiểm điểm, xếp loại"])
    );

    public static readonly WordList<NoGradeReason> OrganizationReasons = new(
        (
            NoGradeReason.FoundedUnderSixMonths,
            "Thành lập dưới 6 tháng",
            ["Thành lập chưa đủ 6 tháng", "Mới thành lập dưới 6 tháng"]
        ),
        (NoGradeReason.NotYetReviewed, "Chưa kiểm điểm", ["Chưa kiểm điểm, xếp loại"])
    );

    public static readonly WordList<TargetDirection> Directions = new(
        (TargetDirection.AtLeast, ">=", ["≥", "=>", "Không dưới", "Ít nhất"]),
        (TargetDirection.AtMost, "<=", ["≤", "=<", "Không quá", "Nhiều nhất"]),
        (TargetDirection.Exactly, "=", ["Bằng"])
    );
}
