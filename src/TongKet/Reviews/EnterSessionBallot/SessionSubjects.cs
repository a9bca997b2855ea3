using TongKet.Domain.Reviews;

namespace TongKet.Reviews.EnterSessionBallot;

/// <summary>Whose grades a session votes on, as the address has it.</summary>
public static class SessionSubjects
{
    public static readonly IReadOnlyList<(string Code, ReviewSubject Subject)> All =
    [
        ("dang-vien", ReviewSubject.Member),
        ("can-bo", ReviewSubject.Leader),
        ("tap-the", ReviewSubject.Collective),
        ("to-chuc", ReviewSubject.Organization),
    ];

    public static ReviewSubject Of(string? code) => All.FirstOrDefault(s => s.Code == code, All[0]).Subject;

    /// <summary>Null for members, who come first.</summary>
    public static string? CodeOf(ReviewSubject subject) =>
        subject == ReviewSubject.Member ? null : All.First(s => s.Subject == subject).Code;
}
