using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// Khiếu nại kết quả xếp loại: against the grade of a year, by whom it was given to, and what the level that decides
/// answered. The grade itself changes by nothing but a <see cref="GradeRestatement"/>.
/// </summary>
public sealed class GradeComplaint
{
    public static readonly TextLength ComplaintLength = new("reviews.complaint.text", 4_000);
    public static readonly TextLength AnswerLength = new("reviews.complaint.answer-text", 4_000);

    public long Id { get; init; }
    public int Year { get; init; }

    /// <summary>Who complains; null where an organization does.</summary>
    public long? MemberId { get; init; }

    /// <summary>The organization that complains, or the cell at which the member's grade counts.</summary>
    public long OrganizationId { get; init; }

    /// <summary>The day on which it was handed in, on paper or here.</summary>
    public DateOnly FiledOn { get; init; }

    /// <summary>The moment of it: now for who complains here, the end of the day for a paper of an earlier day.</summary>
    public DateTimeOffset FiledAt { get; init; }
    public required string Text { get; init; }

    /// <summary>Typed in for the complainer from his paper, which is as good.</summary>
    public bool FromPaper { get; init; }
    public required string FiledBy { get; init; }
    public long? FiledByAccountId { get; init; }

    /// <summary>Null while nobody has answered.</summary>
    public DateOnly? AnsweredOn { get; set; }
    public string? Answer { get; set; }
    public string? AnsweredBy { get; set; }
    public long? AnsweredByAccountId { get; set; }

    /// <summary>The complaint is right, and the grade is to be given anew.</summary>
    public bool? IsUpheld { get; set; }

    public bool IsOpen => AnsweredOn is null;
}
