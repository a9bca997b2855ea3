using TongKet.Demo;
using TongKet.Domain.Members;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;

namespace TongKet.Generate;

/// <summary>Makes the members of a commune's cells with their stays, conditions and grades, each gathered by cell.</summary>
internal sealed class CommunePeople(
    NationDates dates,
    CoursePlanner courses,
    MemberMaker maker,
    GradeYears years,
    Chance chance,
    IdRange ids
)
{
    private const double LeftAMember = 0.1;
    private const int OldestCanBeExempt = 70;
    private readonly Dictionary<long, List<(long Member, PlannedStay Stay)>> stays = [];
    private readonly Dictionary<long, List<PlannedGrade>> grades = [];

    public void Add(PartRecords part, CommunePlan commune)
    {
        stays.Clear();
        grades.Clear();
        foreach (var cell in commune.Cells)
        {
            Add(part, commune, cell);
        }

        foreach (var (cell, ofCell) in stays)
        {
            part.Stays.Add(cell, ofCell.Select(s => s.Stay.Record(ids.Next(), s.Member)));
        }

        foreach (var (cell, ofCell) in grades)
        {
            part.MemberGrades.Add(cell, ofCell.Select(g => GradeYears.Record(ids.Next(), cell, g)));
        }
    }

    private void Add(PartRecords part, CommunePlan commune, PlannedUnit cell)
    {
        var here = cell.Members;
        var all = here + (int)(here * LeftAMember + chance.Fraction());
        // Their ids follow each other, so they are taken before anything else takes one.
        var first = ids.Next();
        for (var i = 1; i < all; i++)
        {
            ids.Next();
        }

        var members = new List<Member>(all);
        var spans = new List<MemberConditionSpan>();
        var course = new Course();
        for (var i = 0; i < all; i++)
        {
            var admitted = courses.Plan(course, cell, commune, hasLeft: i >= here);
            var member = Make(first + i, i + 1, admitted, course.To);
            members.Add(member);
            foreach (var stay in course.Stays)
            {
                At(stays, stay.Cell).Add((member.Id, stay));
            }

            var exemptFrom = ExemptFrom(member, course);
            if (exemptFrom is { } from)
            {
                spans.Add(
                    new()
                    {
                        Id = ids.Next(),
                        MemberId = member.Id,
                        Condition = MemberCondition.Exempt,
                        FromOn = from,
                        ToOn = course.To,
                    }
                );
            }

            Grade(member, course, exemptFrom);
        }

        part.Members.Add(cell.Id, members);
        part.Conditions.Add(cell.Id, spans);
    }

    private Member Make(long id, int order, DateOnly admitted, DateOnly? left)
    {
        var born = admitted.AddDays(-6_800 - (int)(chance.Fraction() * chance.Fraction() * 9_000));
        var official = admitted.AddYears(1);
        var recognized = official.AddDays(5 + chance.Below(40));
        var isOfficial = recognized < (left ?? dates.LastDay);
        return maker.Make(id, order, born, admitted, isOfficial ? official : null, isOfficial ? recognized : null);
    }

    private DateOnly? ExemptFrom(Member member, Course course)
    {
        var old = member.BornOn!.Value.AddYears(OldestCanBeExempt + chance.Below(9));
        var from = old > course.From ? old : course.From;
        return from < (course.To ?? dates.LastDay) && chance.Happens(0.4) ? from : null;
    }

    private void Grade(Member member, Course course, DateOnly? exemptFrom)
    {
        foreach (var year in years.All)
        {
            if (course.CellOn(year.LastDay) is { } cell && Pick(member, year, exemptFrom) is var (grade, reason))
            {
                At(grades, cell).Add(new(member.Id, year, grade, reason));
            }
        }
    }

    private (Grade, NoGradeReason)? Pick(Member member, GradeYear year, DateOnly? exemptFrom) =>
        exemptFrom <= year.LastDay ? (Domain.Reviews.Grade.None, NoGradeReason.Exempt)
        : member.AdmittedOn!.Value.AddMonths(6) > year.LastDay.AddDays(1)
            ? (Domain.Reviews.Grade.None, NoGradeReason.AdmittedUnderSixMonths)
        : GradeYears.Pick(chance);

    private static List<T> At<T>(Dictionary<long, List<T>> byCell, long cell)
    {
        if (!byCell.TryGetValue(cell, out var list))
        {
            byCell[cell] = list = [];
        }

        return list;
    }
}
