namespace TongKet.Domain.Reviews;

/// <summary>
/// As what somebody or something is reviewed and graded (QĐ 124 art. 5; QĐ 366): the same person may be graded as a
/// member and as a leader, a committee beside the organization that it leads.
/// </summary>
public enum ReviewSubject : byte
{
    /// <summary>Đảng bộ, chi bộ.</summary>
    Organization = 1,

    /// <summary>Tập thể lãnh đạo: cấp ủy, ban thường vụ, tập thể lãnh đạo cơ quan.</summary>
    Collective = 2,

    /// <summary>Cán bộ lãnh đạo, quản lý.</summary>
    Leader = 3,

    /// <summary>Đảng viên không giữ chức vụ lãnh đạo, quản lý.</summary>
    Member = 4,

    /// <summary>Đảng viên ngoài hệ thống chính trị, with a form of its own since QĐ 366.</summary>
    MemberOutsideSystem = 5,
}
