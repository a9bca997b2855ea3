namespace TongKet.Domain.Reviews;

/// <summary>The four grades of the annual review since 2018 (QĐ 132, QĐ 124, QĐ 366).</summary>
public enum Grade : byte
{
    /// <summary>Not graded; then there is a reason, or the member is not yet reviewed.</summary>
    None = 0,
    Excellent = 1,
    Good = 2,
    Completed = 3,
    NotCompleted = 4,
}

/// <summary>Why a member or an organization has no grade of a year.</summary>
public enum NoGradeReason : byte
{
    None = 0,

    /// <summary>Được miễn công tác và sinh hoạt đảng: not subject to grading.</summary>
    Exempt = 1,

    /// <summary>Mới kết nạp chưa đủ 6 tháng: not subject to grading.</summary>
    AdmittedUnderSixMonths = 2,

    /// <summary>Bị đình chỉ sinh hoạt đảng: not subject to grading.</summary>
    Suspended = 3,

    /// <summary>Thuộc diện nhưng chưa kiểm điểm.</summary>
    NotYetReviewed = 4,

    /// <summary>Thành lập dưới 6 tháng (organizations only).</summary>
    FoundedUnderSixMonths = 5,
}
