using TongKet.Domain.Organizations;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>What a review of oneself says, with the grade that one gives oneself.</summary>
/// <param name="Strengths">Ưu điểm, kết quả đạt được.</param>
/// <param name="Weaknesses">Hạn chế, khuyết điểm và nguyên nhân.</param>
/// <param name="Remedies">Kết quả khắc phục; phương hướng, biện pháp.</param>
public sealed record SelfReviewText(string? Strengths, string? Weaknesses, string? Remedies, Grade Grade);

/// <summary>
/// A review of oneself: of a member (mẫu 02A, 2A …), of a leader for each post that a level manages (02B, 2B), of a
/// collective (01). Typed by who is reviewed, or for him from paper, which is as good.
/// </summary>
public sealed class SelfReview
{
    /// <summary>No form has room for more.</summary>
    public const int MostLetters = 6_000;

    public static readonly TextLength StrengthsLength = new("reviews.self.strengths", MostLetters);
    public static readonly TextLength WeaknessesLength = new("reviews.self.weaknesses", MostLetters);
    public static readonly TextLength RemediesLength = new("reviews.self.remedies", MostLetters);

    public long Id { get; init; }
    public long CycleId { get; init; }
    public ReviewSubject As { get; init; }

    /// <summary>The cell at which the member wrote it, the organization that the leader leads or whose collective it is.</summary>
    public long OrganizationId { get; set; }

    /// <summary>Null where it is a collective's.</summary>
    public long? MemberId { get; init; }
    public string? Strengths { get; set; }
    public string? Weaknesses { get; set; }
    public string? Remedies { get; set; }
    public Grade Grade { get; set; }

    /// <summary>Typed in for him from his paper.</summary>
    public bool FromPaper { get; set; }
    public DateOnly WrittenOn { get; set; }

    public LineKey Key => new(As, MemberId);

    public SelfReviewText Text => new(Strengths, Weaknesses, Remedies, Grade);

    public void Take(SelfReviewText text) => (Strengths, Weaknesses, Remedies, Grade) = text;

    /// <summary>
    /// Whether such a line of a sheet has one: whoever is a person, and the collective. A cell has no line for its collective
    /// beside its own, and reviews itself on that; for the organization that a committee leads its collective speaks.
    /// </summary>
    public static bool IsWrittenOf(OrganizationKind at, ReviewSubject subject) =>
        subject switch
        {
            ReviewSubject.Member or ReviewSubject.Organization => at.IsCell(),
            ReviewSubject.Leader or ReviewSubject.Collective => !at.IsCell(),
            _ => false,
        };

    public static IReadOnlyList<Refusal> Check(string? strengths, string? weaknesses, string? remedies) =>
        TextLength.Check((strengths, StrengthsLength), (weaknesses, WeaknessesLength), (remedies, RemediesLength));
}
