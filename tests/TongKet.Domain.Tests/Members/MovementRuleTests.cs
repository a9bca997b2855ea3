using TongKet.Domain.Members;

namespace TongKet.Domain.Tests.Members;

public sealed class MovementRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateOnly On = new(2023, 5, 19);
    private static readonly MovementCell Cell = new(2, "Chi bộ 2", true, false, null);

    [Fact]
    public void Who_is_in_the_head_count_can_leave_be_exempted_or_suspended()
    {
        var course = Course(new Stay { CellId = 1, FromOn = new(2020, 1, 1) });

        Assert.Equal(
            [
                MovementKind.TransferOut,
                MovementKind.Died,
                MovementKind.StruckOff,
                MovementKind.Expelled,
                MovementKind.Left,
                MovementKind.Exempted,
                MovementKind.Suspended,
            ],
            MovementRule.Possible(course)
        );
    }

    [Theory]
    [InlineData(HowOut.TransferredOut, MovementKind.TransferIn)]
    [InlineData(HowOut.StruckOff, MovementKind.Restored, MovementKind.Readmitted)]
    [InlineData(HowOut.Expelled, MovementKind.Restored, MovementKind.Readmitted)]
    [InlineData(HowOut.Left, MovementKind.Readmitted)]
    [InlineData(HowOut.Died)]
    public void How_he_left_says_how_he_can_come_back(HowOut how, params MovementKind[] ways)
    {
        var course = Course(Ended(how));

        Assert.Equal([.. ways, MovementKind.TakenBack], MovementRule.Possible(course));
    }

    [Fact]
    public void The_first_coming_cannot_be_taken_back()
    {
        var course = Course(new Stay { CellId = 1, FromOn = new(2020, 1, 1) });

        Assert.Equal(["member.movement-not-possible"], Codes(new(MovementKind.TakenBack, Today), course));
    }

    [Theory]
    [InlineData("2020-01-01", "member.movement-before-stay")]
    [InlineData("2026-11-23", "member.movement-in-future")]
    [InlineData("2026-11-22", null)]
    [InlineData("2020-01-02", null)]
    public void He_leaves_after_the_day_he_came_and_not_in_the_future(string day, string? refusal)
    {
        var course = Course(new Stay { CellId = 1, FromOn = new(2020, 1, 1) });

        Assert.Equal(
            refusal is null ? [] : [refusal],
            Codes(new(MovementKind.Died, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), course)
        );
    }

    [Fact]
    public void A_transfer_names_one_other_place()
    {
        var course = Course(new Stay { CellId = 1, FromOn = new(2020, 1, 1) });

        Assert.Equal(["member.no-other-place"], Codes(new(MovementKind.TransferOut, On), course));
        Assert.Equal(["member.two-other-places"], Codes(new(MovementKind.TransferOut, On, 2, "Đảng ủy Y"), course, Cell));
        Assert.Equal(["member.same-cell"], Codes(new(MovementKind.TransferOut, On, 1), course, Cell with { Id = 1 }));
        Assert.Empty(Codes(new(MovementKind.TransferOut, On, null, "Đảng ủy Y"), course));
        Assert.Empty(Codes(new(MovementKind.TransferOut, On, 2), course, Cell));
    }

    [Fact]
    public void The_other_cell_is_one_that_holds_names_on_that_day_and_after()
    {
        var course = Course(new Stay { CellId = 1, FromOn = new(2020, 1, 1) });
        var movement = new Movement(MovementKind.TransferOut, On, 2);

        Assert.Equal(["member.no-cell-on-day"], Codes(movement, course, null));
        Assert.Equal(["member.not-a-cell"], Codes(movement, course, Cell with { IsCell = false }));
        Assert.Equal(["member.cell-without-names"], Codes(movement, course, Cell with { CountsOnly = true }));
        Assert.Equal(["member.cell-ends"], Codes(movement, course, Cell with { EndsOn = new(2024, 1, 1) }));
    }

    [Fact]
    public void Nobody_comes_back_before_he_left()
    {
        var course = Course(Ended(HowOut.StruckOff));

        Assert.Equal(["member.movement-before-leaving"], Codes(new(MovementKind.Restored, new(2022, 12, 31), 2), course, Cell));
        Assert.Empty(Codes(new(MovementKind.Restored, new(2023, 1, 1), 2), course, Cell));
    }

    [Fact]
    public void Two_exemptions_do_not_overlap_and_end_after_they_began()
    {
        var span = new MemberConditionSpan
        {
            Condition = MemberCondition.Exempt,
            FromOn = new(2022, 1, 1),
            ToOn = new(2023, 1, 1),
        };
        var course = Course([new Stay { CellId = 1, FromOn = new(2020, 1, 1) }], span);

        Assert.Equal(["member.condition-overlaps"], Codes(new(MovementKind.Exempted, new(2022, 6, 1)), course));
        Assert.Equal(["member.condition-ends-before"], Codes(new(MovementKind.Exempted, On, Until: On), course));
        Assert.Empty(Codes(new(MovementKind.Exempted, new(2023, 1, 1)), course));
        Assert.Empty(Codes(new(MovementKind.Suspended, new(2022, 6, 1)), course));
    }

    [Fact]
    public void An_open_exemption_can_only_be_ended()
    {
        var span = new MemberConditionSpan { Condition = MemberCondition.Exempt, FromOn = new(2022, 1, 1) };
        var course = Course([new Stay { CellId = 1, FromOn = new(2020, 1, 1) }], span);

        Assert.Equal(["member.movement-not-possible"], Codes(new(MovementKind.Exempted, On), course));
        Assert.Equal(["member.condition-ends-before"], Codes(new(MovementKind.ExemptionEnded, new(2022, 1, 1)), course));
        Assert.Empty(Codes(new(MovementKind.ExemptionEnded, On), course));
    }

    private static Stay Ended(HowOut how) =>
        new()
        {
            CellId = 1,
            FromOn = new(2020, 1, 1),
            ToOn = new(2023, 1, 1),
            HowOut = how,
        };

    private static MemberCourse Course(params Stay[] stays) => Course(stays, []);

    private static MemberCourse Course(Stay[] stays, params MemberConditionSpan[] spans) =>
        new(
            new Member
            {
                FullName = "",
                NameFolded = "",
                NameSortKey = "",
            },
            stays,
            spans
        );

    private static IEnumerable<string> Codes(Movement movement, MemberCourse course, MovementCell? cell = null) =>
        MovementRule.Check(movement, course, cell, Today).Select(r => r.Code);
}
