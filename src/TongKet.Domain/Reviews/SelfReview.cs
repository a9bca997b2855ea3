using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// A member's review of himself (mẫu 02A, 2A …) with the grade he gives himself; typed by him, or for him from paper, which
/// is as good.
/// </summary>
public sealed class SelfReview
{
    /// <summary>No form has room for more.</summary>
    public const int MostLetters = 6_000;

    public long Id { get; init; }
    public long CycleId { get; init; }
    public long MemberId { get; init; }

    /// <summary>Ưu điểm, kết quả đạt được.</summary>
    public string? Strengths { get; set; }

    /// <summary>Hạn chế, khuyết điểm và nguyên nhân.</summary>
    public string? Weaknesses { get; set; }

    /// <summary>Kết quả khắc phục; phương hướng, biện pháp.</summary>
    public string? Remedies { get; set; }
    public Grade Grade { get; set; }

    /// <summary>Typed in for him from his paper.</summary>
    public bool FromPaper { get; set; }
    public DateOnly WrittenOn { get; set; }

    public static IReadOnlyList<Refusal> Check(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text?.Length > MostLetters)
            {
                return [new("review.self.too-long", null, MostLetters)];
            }
        }

        return [];
    }
}
