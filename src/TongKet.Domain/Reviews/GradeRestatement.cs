using System.Globalization;
using TongKet.Domain.Regulations;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// A grade given anew after a later finding: what it was, what it is, why and by whom. Nothing is overwritten unseen; who
/// used the old figure can be told.
/// </summary>
public sealed class GradeRestatement
{
    public static readonly TextLength WhyLength = new("reviews.restate.why", 1_000);

    public long Id { get; init; }
    public int Year { get; init; }

    /// <summary>Null where the grade is an organization's.</summary>
    public long? MemberId { get; init; }

    /// <summary>The organization graded, or the cell at which the member's grade counts.</summary>
    public long OrganizationId { get; init; }
    public Grade OldGrade { get; init; }
    public NoGradeReason OldReason { get; init; }
    public Grade NewGrade { get; init; }
    public NoGradeReason NewReason { get; init; }
    public required string Why { get; init; }
    public required string Body { get; init; }
    public DateOnly DecidedOn { get; init; }
    public required string Number { get; init; }

    public DateOnly EnteredOn { get; init; }

    /// <summary>The moment of that day: what left the program before it has the old grade.</summary>
    public DateTimeOffset EnteredAt { get; init; }
}

/// <summary>What grading anew needs.</summary>
public static class RestatementRule
{
    /// <param name="decidedBefore">The day of the decision that gave the grade; null where it came by file.</param>
    public static IReadOnlyList<Refusal> Check(
        (Grade Grade, NoGradeReason Reason) old,
        (Grade Grade, NoGradeReason Reason) now,
        string? why,
        string? body,
        DateOnly? decidedOn,
        string? number,
        int year,
        DateOnly? decidedBefore,
        DateOnly today
    )
    {
        var refusals = new List<Refusal>();
        Refuse(now is (Grade.None, NoGradeReason.None), "review.restate.grade-missing");
        Refuse(now == old && now != default, "review.restate.same");
        Refuse(string.IsNullOrWhiteSpace(why), "review.restate.why-missing");
        Refuse(string.IsNullOrWhiteSpace(body), "review.decision.body.missing");
        Refuse(string.IsNullOrWhiteSpace(number), "review.decision.number.missing");
        Refuse(decidedOn is null, "review.decision.day.missing");
        Refuse(decidedOn > today, "review.decision.day.to-come");
        Refuse(
            decidedOn < new DateOnly(year, 1, 1),
            "review.restate.before-the-year",
            year.ToString(CultureInfo.InvariantCulture)
        );
        refusals.AddRange(
            TextLength.Check(
                (why, GradeRestatement.WhyLength),
                (body, GradeDecision.BodyLength),
                (number, GradeDecision.NumberLength)
            )
        );
        Refuse(decidedOn < decidedBefore, "review.restate.before-decision", decidedBefore ?? default);
        return refusals;

        void Refuse(bool isWrong, string code, params object[] with)
        {
            if (isWrong)
            {
                refusals.Add(new(code, null, with));
            }
        }
    }
}
