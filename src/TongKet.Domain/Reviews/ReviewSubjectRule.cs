using TongKet.Domain.Members;
using TongKet.Domain.Regulations;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>Whether somebody is reviewed and whether he is graded: two facts, of which the second may fail alone (HD 21).</summary>
/// <param name="Reason">Why not graded; <see cref="NoGradeReason.None"/> where he is.</param>
/// <param name="Why">The same as a sentence with its article; null where graded.</param>
/// <param name="Confirmed">Whether a published source confirms what this rests on.</param>
public sealed record ReviewStanding(bool IsReviewed, bool IsGraded, NoGradeReason Reason, Refusal? Why, bool Confirmed);

/// <summary>Who is reviewed and graded, from dated facts on the day the roster was closed (QĐ 124 art. 5; HD 21; QĐ 366).</summary>
public static class ReviewSubjectRule
{
    /// <param name="admittedOn">The ceremony, else the decision; unknown keeps nobody out.</param>
    /// <param name="conditions">Exempt and suspended, of any time.</param>
    public static ReviewStanding OfMember(
        RuleSet set,
        DateOnly rosterOn,
        DateOnly? admittedOn,
        IEnumerable<MemberConditionSpan> conditions
    )
    {
        var held = conditions
            .Where(c => c.FromOn <= rosterOn && (c.ToOn is null || c.ToOn > rosterOn))
            .Select(c => c.Condition)
            .ToHashSet();
        return Of(
            set,
            "",
            (NoGradeReason.Exempt, held.Contains(MemberCondition.Exempt)),
            (NoGradeReason.Suspended, held.Contains(MemberCondition.Suspended)),
            (NoGradeReason.AdmittedUnderSixMonths, IsYounger(admittedOn, set["new_member_months"], rosterOn))
        );
    }

    /// <param name="foundedOn">Unknown keeps none out.</param>
    public static ReviewStanding OfOrganization(RuleSet set, DateOnly rosterOn, DateOnly? foundedOn) =>
        Of(
            set,
            "_of_organizations",
            (NoGradeReason.FoundedUnderSixMonths, IsYounger(foundedOn, set["new_organization_months"], rosterOn))
        );

    private static ReviewStanding Of(RuleSet set, string whose, params ReadOnlySpan<(NoGradeReason Reason, bool Holds)> facts)
    {
        var (notReviewed, notGraded) = (set["not_reviewed_reasons" + whose], set["not_graded_reasons" + whose]);
        var (outsideReview, outsideGrading) = (notReviewed.Names<NoGradeReason>(), notGraded.Names<NoGradeReason>());
        var isReviewed = true;
        var reason = NoGradeReason.None;
        foreach (var (fact, holds) in facts)
        {
            if (holds && outsideReview.Contains(fact))
            {
                isReviewed = false;
            }

            // The first that holds is named; who is exempt and newly admitted is exempt.
            if (holds && reason == NoGradeReason.None && outsideGrading.Contains(fact))
            {
                reason = fact;
            }
        }

        return reason == NoGradeReason.None
            ? new(isReviewed, true, reason, null, notReviewed.Confirmed && notGraded.Confirmed)
            : new(
                isReviewed,
                false,
                reason,
                new(isReviewed ? "review.standing.reviewed-only" : "review.standing.outside", notGraded.Article, reason),
                notReviewed.Confirmed && notGraded.Confirmed
            );
    }

    /// <summary>Not yet so many months old at the end of the day.</summary>
    private static bool IsYounger(DateOnly? begunOn, RuleParameter months, DateOnly rosterOn) =>
        begunOn is { } on && !months.IsUnknown && on.AddMonths(months.Int) > rosterOn;
}
