using TongKet.Web;

namespace TongKet.Reviews.HandleComplaint;

/// <summary>A complaint as typed.</summary>
public sealed class ComplaintInput
{
    public string? Text { get; set; }
    public string? FiledOn { get; set; }

    public FileComplaintCommand Command(int year, long? memberId, long organizationId) =>
        new(year, memberId, organizationId, Text, VietnameseFormat.ReadDate(FiledOn));

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code switch
        {
            "review.complaint.text-missing" or "reviews.complaint.text" => "Form.Text",
            "review.complaint.filed-missing"
            or "review.complaint.filed-to-come"
            or "review.complaint.filed-too-early"
            or "review.complaint.too-late" => "Form.FiledOn",
            _ => null,
        };
}

/// <summary>An answer as typed.</summary>
public sealed class AnswerInput
{
    public const string Upheld = "dung";
    public const string Rejected = "khong";

    public long? Complaint { get; set; }
    public string? Outcome { get; set; }
    public string? Text { get; set; }
    public string? On { get; set; }

    public AnswerComplaintCommand Command() =>
        new(
            Complaint ?? 0,
            Outcome switch
            {
                Upheld => true,
                Rejected => false,
                _ => null,
            },
            Text,
            VietnameseFormat.ReadDate(On)
        );

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code switch
        {
            "review.complaint.answer-missing" or "reviews.complaint.answer-text" => "Answer.Text",
            "review.complaint.upheld-missing" => "Answer.Outcome",
            "review.complaint.answered-missing" or "review.complaint.answered-day" => "Answer.On",
            _ => null,
        };
}
