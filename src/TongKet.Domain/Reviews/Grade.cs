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
