using TongKet.Demo;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;

namespace TongKet.Generate;

internal sealed record GradeYear(int Year, DateOnly LastDay, string RuleSet);

internal readonly record struct PlannedGrade(long Member, GradeYear Year, Grade Grade, NoGradeReason Reason);

/// <summary>The years that are over, each with the rule set of its review, and grades as they fall out on the whole.</summary>
internal sealed class GradeYears(NationSize size, RuleBook rules)
{
    public IReadOnlyList<GradeYear> All { get; } =
    [
        .. size.GradedYears.Select(year =>
        {
            var last = new DateOnly(year, 12, 31);
            return new GradeYear(year, last, rules.InForce(RuleBook.AnnualReview, last).Id);
        }),
    ];

    /// <summary>Null where nothing at all was written down.</summary>
    public static (Grade Grade, NoGradeReason Reason)? Pick(Chance chance) =>
        chance.Below(1000) switch
        {
            < 3 => null,
            < 13 => (Grade.None, NoGradeReason.NotYetReviewed),
            < 180 => (Grade.Excellent, NoGradeReason.None),
            < 935 => (Grade.Good, NoGradeReason.None),
            < 995 => (Grade.Completed, NoGradeReason.None),
            _ => (Grade.NotCompleted, NoGradeReason.None),
        };

    public static MemberGrade Record(long id, long cell, PlannedGrade planned) =>
        new()
        {
            Id = id,
            MemberId = planned.Member,
            Year = planned.Year.Year,
            CellId = cell,
            Grade = planned.Grade,
            Reason = planned.Reason,
            RuleSet = planned.Year.RuleSet,
            FromFile = true,
        };

    /// <summary>The grades of an organization in the years at whose end it stood.</summary>
    public IEnumerable<OrganizationGrade> Of(PlannedUnit unit, Chance chance, IdRange ids)
    {
        foreach (var year in All.Where(y => unit.StandsOn(y.LastDay)))
        {
            if (Pick(chance) is var (grade, reason))
            {
                yield return new()
                {
                    Id = ids.Next(),
                    OrganizationId = unit.Id,
                    Year = year.Year,
                    Grade = grade,
                    Reason = reason,
                    RuleSet = year.RuleSet,
                    FromFile = true,
                };
            }
        }
    }
}
