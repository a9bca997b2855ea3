using TongKet.Domain.Reviews;
using TongKet.Reviews.FillSheet;

namespace TongKet.Reviews.WriteSelfReview;

/// <summary>The form as typed, with the mark of what stood in it when it was opened.</summary>
public sealed class SelfReviewInput
{
    public string? Strengths { get; set; }
    public string? Weaknesses { get; set; }
    public string? Remedies { get; set; }
    public string? Grade { get; set; }
    public string? Was { get; set; }

    /// <summary>What was typed; browsers send lines that end in two signs.</summary>
    public SelfReviewText Text => new(Told(Strengths), Told(Weaknesses), Told(Remedies), SheetForm.GradeOf(Grade));

    /// <param name="was">What stands there now: who saves this form again has seen it.</param>
    public static SelfReviewInput Of(SelfReviewText text, SelfReviewText was) =>
        new()
        {
            Strengths = text.Strengths,
            Weaknesses = text.Weaknesses,
            Remedies = text.Remedies,
            Grade = SheetForm.CodeOf(text.Grade, default),
            Was = SelfReviewMark.Of(was),
        };

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code switch
        {
            "reviews.self.strengths" => "Form.Strengths",
            "reviews.self.weaknesses" => "Form.Weaknesses",
            "reviews.self.remedies" => "Form.Remedies",
            _ => null,
        };

    private static string? Told(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.ReplaceLineEndings("\n").Trim();
}
