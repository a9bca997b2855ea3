using TongKet.Domain.Regulations;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>A grade that may not be given, and why, in one sentence with its article.</summary>
/// <param name="Confirmed">Whether a published source confirms the condition.</param>
public sealed record BarredGrade(Grade Grade, Refusal Why, bool Confirmed);

/// <summary>What the rule set says to a subject's facts.</summary>
/// <param name="NotKnown">Codes of the facts that a condition asks for and nobody entered; words «reviews.fact.» + code.</param>
public sealed record GradeConditions(IReadOnlyList<BarredGrade> Barred, IReadOnlyList<string> NotKnown)
{
    /// <summary>Why this grade may not be given; nothing where it may.</summary>
    public IEnumerable<BarredGrade> Of(Grade grade) => Barred.Where(b => b.Grade == grade);

    /// <summary>The best grade that nothing stands against.</summary>
    public Grade Best => GradeConditionRule.Judged.Append(Grade.NotCompleted).First(grade => Barred.All(b => b.Grade != grade));
}

/// <summary>
/// Conditions of the grades (QĐ 124 art. 12; QĐ 366 art. 11; HD 21 part 2): each is a parameter
/// «grade_subject_fact»; one that no source tells asks nothing. A grade's conditions are those of every better one too.
/// </summary>
public static class GradeConditionRule
{
    /// <summary>The grades that have conditions, the best first.</summary>
    public static readonly IReadOnlyList<Grade> Judged = [Grade.Excellent, Grade.Good, Grade.Completed];

    public static GradeConditions Check(RuleSet set, ReviewSubject subject, ReviewFacts facts)
    {
        var whose = subject == ReviewSubject.MemberOutsideSystem ? ReviewSubject.Member : subject;
        var barred = new List<BarredGrade>();
        var notKnown = new List<string>();
        // The own conditions of a grade before those of lower ones, so that each grade is barred by the nearest.
        foreach (var grade in Judged)
        {
            foreach (var fact in GradeFact.All)
            {
                if (set.Find(fact.ParameterOf(grade, whose)) is not { IsUnknown: false } parameter)
                {
                    continue;
                }

                switch (fact.Meets(parameter, set, grade, facts))
                {
                    case null:
                        notKnown.Add(fact.Code);
                        break;
                    case false:
                        Bar(
                            grade,
                            "review.condition." + fact.Code,
                            parameter,
                            Confirms(fact, parameter),
                            fact.With(parameter, facts)
                        );
                        break;
                }
            }
        }

        if (whose is ReviewSubject.Leader or ReviewSubject.Member)
        {
            JudgeSickLeave();
        }

        return new([.. barred.OrderBy(b => b.Grade)], [.. notKnown.Distinct()]);

        void JudgeSickLeave()
        {
            var (months, best) = (set["sick_leave_months"], set["sick_leave_best_grade"]);
            if (months.Known is not { } limit || best.IsUnknown)
            {
                return;
            }

            if (facts.SickLeaveMonths is not { } sick)
            {
                notKnown.Add("sick-leave");
            }
            else if (sick >= limit)
            {
                Bar(Enum.Parse<Grade>(best.Text) - 1, "review.condition.sick-leave", months, months.Confirmed, [sick, limit]);
            }
        }

        bool Confirms(GradeFact fact, RuleParameter parameter) => fact.IsConfirmed(parameter, set, whose);

        void Bar(Grade from, string code, RuleParameter parameter, bool confirmed, object[] with)
        {
            foreach (var grade in Judged.Where(g => g <= from && barred.All(b => b.Grade != g || b.Why.Code != code)))
            {
                barred.Add(new(grade, new(code, parameter.Article, [grade, .. with]), confirmed));
            }
        }
    }
}
