using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Reviews.AllowOverCap;

/// <summary>The document as typed.</summary>
public sealed class AllowanceInput
{
    public string? Group { get; set; }
    public string? Kind { get; set; }
    public string? Percent { get; set; }
    public string? Number { get; set; }
    public string? SignedOn { get; set; }

    public AllowOverCapCommand Command(long cycleId, long bodyId) =>
        new(
            cycleId,
            bodyId,
            CapKey.Read(Group),
            Enum.TryParse<CapAllowanceKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null,
            VietnameseFormat.ReadNumber(Percent),
            Number,
            VietnameseFormat.ReadDate(SignedOn)
        );

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code switch
        {
            "review.allowance.group-missing" or "review.allowance.there" => "Form.Group",
            "review.allowance.kind-missing" or "review.allowance.blocked" or "review.cap.small-group-not-allowed" => "Form.Kind",
            "review.allowance.percent-missing"
            or "review.cap.exception-too-high"
            or "review.cap.exception-too-low"
            or "review.cap.no-exception" => "Form.Percent",
            "review.cap.decision-without-number" or "reviews.allowance.number" => "Form.Number",
            "review.allowance.day-missing" or "review.allowance.day-to-come" => "Form.SignedOn",
            _ => null,
        };
}
