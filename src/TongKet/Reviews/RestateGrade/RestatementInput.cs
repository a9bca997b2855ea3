using TongKet.Reviews.FillSheet;
using TongKet.Web;

namespace TongKet.Reviews.RestateGrade;

/// <summary>The form as typed.</summary>
public sealed class RestatementInput
{
    public string? Grade { get; set; }
    public string? Why { get; set; }
    public string? Body { get; set; }
    public string? DecidedOn { get; set; }
    public string? Number { get; set; }

    public RestateGradeCommand Command(int year, long? memberId, long organizationId) =>
        new(
            year,
            memberId,
            organizationId,
            SheetForm.GradeOf(Grade),
            SheetForm.ReasonOf(Grade),
            Why,
            Body,
            VietnameseFormat.ReadDate(DecidedOn),
            Number
        );

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code switch
        {
            "review.restate.grade-missing" or "review.restate.same" => "Form.Grade",
            "review.restate.why-missing" or "reviews.restate.why" => "Form.Why",
            "review.decision.body.missing" or "reviews.decision.body" => "Form.Body",
            "review.decision.number.missing" or "reviews.decision.number" => "Form.Number",
            "review.decision.day.missing" or "review.decision.day.to-come" or "review.restate.before-the-year" =>
                "Form.DecidedOn",
            _ => null,
        };
}
