using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Reviews;

public sealed class GradeConditionRuleTests
{
    [Fact]
    public void What_is_not_known_bars_nothing_and_is_named()
    {
        var conditions = GradeConditionRule.Check(Regulation.Set("hd-43-2025"), ReviewSubject.Member, new());

        Assert.Empty(conditions.Barred);
        Assert.Equal(
            ["points", "on-time", "above-plan", "remedied", "disciplined", "done", "late", "sick-leave"],
            conditions.NotKnown
        );
    }

    [Fact]
    public void A_condition_that_no_source_tells_asks_nothing() =>
        Assert.DoesNotContain(
            "state",
            GradeConditionRule.Check(Regulation.Set("hd-43-2025"), ReviewSubject.Member, new()).NotKnown
        );

    [Fact]
    public void A_grade_is_barred_by_the_conditions_of_every_lower_one()
    {
        var conditions = GradeConditionRule.Check(Regulation.Set("hd-43-2025"), ReviewSubject.Member, new() { DonePercent = 90 });

        Assert.Equal(
            [Grade.Excellent, Grade.Good, Grade.Completed],
            conditions.Barred.Where(b => b.Why.Code == "review.condition.done").Select(b => b.Grade)
        );
        Assert.Equal(Grade.NotCompleted, conditions.Best);
    }

    [Fact]
    public void The_sentence_names_the_grade_what_is_and_what_is_asked()
    {
        var why = Assert.Single(
            GradeConditionRule
                .Check(Regulation.Set("hd-25-2023"), ReviewSubject.Member, new() { AbovePlanPercent = 40 })
                .Of(Grade.Excellent)
        );

        Assert.Equal(("QĐ 124, Điều 12", true), (why.Why.Article, why.Confirmed));
        Assert.Equal([Grade.Excellent, 40m, 50m], why.Why.With);
    }

    [Fact]
    public void What_was_found_and_set_right_does_not_excuse_for_Excellent() =>
        Assert.Equal(
            [Grade.Excellent],
            GradeConditionRule
                .Check(
                    Regulation.Set("hd-25-2023"),
                    ReviewSubject.Collective,
                    new() { IsDisciplined = true, DisciplineWasSelfFound = true }
                )
                .Barred.Select(b => b.Grade)
        );

    [Fact]
    public void A_member_outside_the_system_is_held_to_what_members_are() =>
        Assert.Equal(
            Grade.Good,
            GradeConditionRule.Check(Regulation.Set("hd-43-2025"), ReviewSubject.MemberOutsideSystem, new() { Points = 89 }).Best
        );

    [Fact]
    public void Sick_leave_concerns_people_alone() =>
        Assert.Equal(
            Grade.Excellent,
            GradeConditionRule
                .Check(Regulation.Set("hd-21-2019"), ReviewSubject.Organization, new() { SickLeaveMonths = 12 })
                .Best
        );
}
