namespace TongKet.Domain.Regulations;

/// <summary>
/// Why a member or an organization has no grade of a year; which of them are outside the grading is data of the rule
/// set of the review.
/// </summary>
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
