using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;

namespace TongKet.Demo;

/// <summary>
/// The grades of members of a year: whoever stands on the roster of its last day has a grade or the reason for having none,
/// under the rule set of that year. Within a grassroots organization the share of Excellent is kept, here and there passed.
/// </summary>
internal sealed class GradeKeeper(World world)
{
    private readonly Chance chance = world.Chance;

    /// <summary>Called on the first day after the year, before anything happens on it.</summary>
    public void Grade(int year)
    {
        var last = new DateOnly(year, 12, 31);
        var review = world.Rules.InForce(RuleBook.AnnualReview, last);
        var figures = FigureRules.On(world.Rules, last, review);
        foreach (var group in world.Register.Cells.GroupBy(c => Grassroots(c, figures)))
        {
            var subject = new List<Person>();
            foreach (var person in group.SelectMany(c => c.Members))
            {
                var reason = Reason(person, last);
                if (reason is null)
                {
                    subject.Add(person);
                }
                // Of very few nothing was written down at all.
                else if (reason != NoGradeReason.NotYetReviewed || !chance.Happens(0.07))
                {
                    Write(person, year, review, Domain.Reviews.Grade.None, reason.Value);
                }
            }

            Rank(subject, year, review);
        }
    }

    private void Rank(List<Person> subject, int year, RuleSet review)
    {
        var grades = subject.ToDictionary(
            p => p,
            _ =>
                chance.Happens(0.0035) ? Domain.Reviews.Grade.NotCompleted
                : chance.Happens(0.05) ? Domain.Reviews.Grade.Completed
                : Domain.Reviews.Grade.Good
        );
        var best = subject.Where(p => grades[p] == Domain.Reviews.Grade.Good).OrderByDescending(p => Merit(p)).ToList();
        foreach (var person in best.Take(Excellent(best.Count, review)))
        {
            grades[person] = Domain.Reviews.Grade.Excellent;
        }

        foreach (var person in subject)
        {
            Write(person, year, review, grades[person], NoGradeReason.None);
        }
    }

    /// <summary>As many as keep within the share of those graded Good; in a few organizations one or two more.</summary>
    private int Excellent(int goodOrBetter, RuleSet review)
    {
        var percent = review["excellent_cap_percent"].Decimal;
        var most = 0;
        while (most < goodOrBetter && (most + 1) * 100m <= percent * (goodOrBetter - most - 1))
        {
            most++;
        }

        return most >= 2 && chance.Happens(0.035)
            ? Math.Min(goodOrBetter, most + chance.Between(1, 2))
            : (int)(most * chance.Peaked(0.55, 0.95, 1.02));
    }

    /// <summary>Why he is outside the grading by what the register says of him; null where nothing does.</summary>
    internal static NoGradeReason? ReasonInTheRegister(Person person, DateOnly last) =>
        PeopleRegister.IsHeld(person, last)
            ? person.Condition!.Condition == MemberCondition.Exempt
                ? NoGradeReason.Exempt
                : NoGradeReason.Suspended
            : person.Record.AdmittedOn!.Value.AddMonths(6) > last.AddDays(1)
                ? NoGradeReason.AdmittedUnderSixMonths
                : null;

    private NoGradeReason? Reason(Person person, DateOnly last) =>
        ReasonInTheRegister(person, last) is { } known ? known
        : chance.Happens(person.Stay!.FromOn > last.AddDays(-25) ? 0.3 : 0.011) ? NoGradeReason.NotYetReviewed
        : null;

    private double Merit(Person person) =>
        chance.Fraction() + (person.Cell!.Posts.Exists(p => p.Holder == person) ? 0.45 : 0) + (person.IsOfficial ? 0.1 : -0.4);

    private static Unit Grassroots(Unit cell, FigureRules rules)
    {
        for (var unit = cell; unit is not null; unit = unit.Parent)
        {
            if (rules.GrassrootsCommitteeKinds.Contains(unit.Now.Kind) || rules.GrassrootsCellKinds.Contains(unit.Now.Kind))
            {
                return unit;
            }
        }

        return cell;
    }

    private void Write(Person person, int year, RuleSet review, Grade grade, NoGradeReason reason) =>
        world.Records.MemberGrades.Add(
            new()
            {
                Id = world.NextId(),
                MemberId = person.Record.Id,
                Year = year,
                CellId = person.Cell!.Id,
                Grade = grade,
                Reason = reason,
                RuleSet = review.Id,
                FromFile = true,
            }
        );
}
