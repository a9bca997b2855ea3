using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;

namespace TongKet.Demo;

/// <summary>
/// The grades of organizations of a year: within a group of similar duty under one superior the share of Excellent is kept,
/// in one or two groups it is passed by one.
/// </summary>
internal sealed class OrganizationGrader(World world)
{
    private const int GroupsOverTheCap = 2;
    private const int SmallestGroupOver = 6;
    private readonly Chance chance = world.Chance;

    public void Grade(int year)
    {
        var last = new DateOnly(year, 12, 31);
        var review = world.Rules.InForce(RuleBook.AnnualReview, last);
        var graded = world.Register.Open.Where(u => u.IsPartyOrganization && u.Parent is not null).ToList();
        var groups = graded.GroupBy(u => (u.Parent!.Id, u.Now.DutyGroup)).Select(g => g.ToList()).ToList();
        var over = chance
            .Shuffled(groups.Where(g => g.Count >= SmallestGroupOver && g[0].Now.DutyGroup is not null))
            .Take(GroupsOverTheCap)
            .ToList();
        foreach (var group in groups)
        {
            Rank(group, over.Contains(group), year, last, review);
        }
    }

    private void Rank(List<Unit> group, bool isOver, int year, DateOnly last, RuleSet review)
    {
        var subject = new List<Unit>();
        foreach (var unit in group)
        {
            var reason =
                unit.Record.FoundedOn?.AddMonths(6) > last.AddDays(1) ? NoGradeReason.FoundedUnderSixMonths
                : chance.Happens(0.004) ? NoGradeReason.NotYetReviewed
                : NoGradeReason.None;
            if (reason == NoGradeReason.None)
            {
                subject.Add(unit);
            }
            else
            {
                Write(unit, year, review, Domain.Reviews.Grade.None, reason);
            }
        }

        var low = subject.ToDictionary(
            u => u,
            _ =>
                chance.Happens(0.005) ? 2
                : chance.Happens(0.11) ? 1
                : 0
        );
        var best = chance
            .Shuffled(subject.Where(u => low[u] == 0))
            .OrderByDescending(u => chance.Fraction() + (u.Headcount > 9 ? 0.2 : 0))
            .ToList();
        var excellent = best.Take(Excellent(best.Count, isOver, review)).ToHashSet();
        foreach (var unit in subject)
        {
            Write(
                unit,
                year,
                review,
                excellent.Contains(unit) ? Domain.Reviews.Grade.Excellent
                    : low[unit] == 2 ? Domain.Reviews.Grade.NotCompleted
                    : low[unit] == 1 ? Domain.Reviews.Grade.Completed
                    : Domain.Reviews.Grade.Good,
                NoGradeReason.None
            );
        }
    }

    private int Excellent(int goodOrBetter, bool isOver, RuleSet review)
    {
        var percent = review["excellent_cap_percent"].Decimal;
        var most = 0;
        while (most < goodOrBetter && (most + 1) * 100m <= percent * (goodOrBetter - most - 1))
        {
            most++;
        }

        return isOver ? most + 1
            : chance.Happens(0.85) ? most
            : Math.Max(0, most - 1);
    }

    private void Write(Unit unit, int year, RuleSet review, Grade grade, NoGradeReason reason) =>
        world.Records.OrganizationGrades.Add(
            new()
            {
                Id = world.NextId(),
                OrganizationId = unit.Id,
                Year = year,
                Grade = grade,
                Reason = reason,
                RuleSet = review.Id,
                FromFile = true,
            }
        );
}
