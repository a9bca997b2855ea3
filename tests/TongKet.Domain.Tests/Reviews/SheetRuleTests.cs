using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;

namespace TongKet.Domain.Tests.Reviews;

public sealed class SheetRuleTests
{
    private static readonly DateOnly Today = new(2026, 12, 5);
    private static readonly SheetEntry Good = SheetEntry.Empty with { Proposed = Grade.Good };
    private static readonly SheetEntry Excellent = SheetEntry.Empty with { Proposed = Grade.Excellent };

    [Fact]
    public void What_only_the_other_one_changed_stays_as_he_left_it() =>
        AssertMerges(Good, [], SheetRule.Merge(stored: Good, was: SheetEntry.Empty, typed: SheetEntry.Empty));

    [Fact]
    public void What_only_the_later_one_changed_is_taken_from_him() =>
        AssertMerges(Excellent, [], SheetRule.Merge(stored: Good, was: Good, typed: Excellent));

    [Fact]
    public void Two_who_came_to_the_same_do_not_conflict() =>
        AssertMerges(Good, [], SheetRule.Merge(stored: Good, was: SheetEntry.Empty, typed: Good));

    [Fact]
    public void Two_who_came_to_different_grades_are_told() =>
        AssertMerges(Excellent, [SheetPart.Proposed], SheetRule.Merge(stored: Good, was: SheetEntry.Empty, typed: Excellent));

    [Fact]
    public void A_members_own_grade_and_his_cells_proposal_at_once_both_stand()
    {
        var (own, proposed) = (SheetEntry.Empty with { Self = Grade.Good }, Good with { Note = "Điều dưỡng" });
        var merged = SheetRule.Merge(stored: own, was: SheetEntry.Empty, typed: proposed);
        AssertMerges(proposed with { Self = Grade.Good }, [], merged);

        var against = SheetRule.Merge(stored: own, was: SheetEntry.Empty, typed: Good with { Self = Grade.Excellent });
        AssertMerges(Good with { Self = Grade.Excellent }, [SheetPart.Self], against);
    }

    [Fact]
    public void Before_a_meeting_nothing_is_proposed_and_the_meeting_is_not_to_come()
    {
        Assert.Equal(["review.sheet.met.missing"], Codes(null, "12-BB/CB", hasProposals: true));
        Assert.Equal(["review.sheet.minutes.missing"], Codes(Today, " ", hasProposals: true));
        Assert.Equal(["review.sheet.met.to-come"], Codes(Today.AddDays(1), "12-BB/CB", hasProposals: true));
        Assert.Empty(Codes(Today, "12-BB/CB", hasProposals: true));
        Assert.Empty(Codes(null, null, hasProposals: false));
    }

    [Fact]
    public void A_sheet_is_sent_only_when_everybody_is_accounted_for()
    {
        var lacking = SheetRule.CheckComplete(["A", "B", "C", "D", "E", "G"], hasOwn: true, hasMinutes: true).Single();
        Assert.Equal("review.sheet.incomplete", lacking.Code);
        Assert.Equal([6, "A, B, C, D, E, …"], lacking.With);
        Assert.Equal("review.sheet.own.missing", SheetRule.CheckComplete([], hasOwn: false, hasMinutes: true).Single().Code);
        Assert.Empty(SheetRule.CheckComplete([], hasOwn: true, hasMinutes: true));
    }

    [Fact]
    public void What_the_session_noted_goes_before_the_proposal()
    {
        var line = new Assessment { Proposed = Grade.Excellent };
        Assert.Equal(Grade.Excellent, line.Effective);
        line.Decided = Grade.Good;
        Assert.Equal(Grade.Good, line.Effective);
        (line.Decided, line.DecidedReason) = (Grade.None, NoGradeReason.NotYetReviewed);
        Assert.Equal((Grade.None, NoGradeReason.NotYetReviewed), (line.Effective, line.EffectiveReason));
    }

    private static IEnumerable<string> Codes(DateOnly? metOn, string? minutes, bool hasProposals) =>
        SheetRule.CheckMeeting(metOn, minutes, hasProposals, Today).Select(r => r.Code);

    private static void AssertMerges(
        SheetEntry entry,
        SheetPart[] conflicts,
        (SheetEntry Entry, IReadOnlyList<SheetPart> Conflicts) merged
    )
    {
        Assert.Equal(entry, merged.Entry);
        Assert.Equal(conflicts, merged.Conflicts);
    }
}
