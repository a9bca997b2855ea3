using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.FillSheet;

namespace TongKet.Reviews.WriteSelfReview;

/// <summary>The form as typed.</summary>
public sealed class SelfReviewInput
{
    public string? Strengths { get; set; }
    public string? Weaknesses { get; set; }
    public string? Remedies { get; set; }
    public string? Grade { get; set; }

    public static SelfReviewInput Of(SelfReview? review) =>
        review is null
            ? new()
            : new()
            {
                Strengths = review.Strengths,
                Weaknesses = review.Weaknesses,
                Remedies = review.Remedies,
                Grade = SheetForm.CodeOf(review.Grade, default),
            };

    public WriteSelfReviewCommand Command(long cycleId, long memberId) =>
        new(cycleId, memberId, Told(Strengths), Told(Weaknesses), Told(Remedies), SheetForm.GradeOf(Grade));

    private static string? Told(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
