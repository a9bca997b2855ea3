using TongKet.Domain.Figures;
using TongKet.Domain.Targets;

namespace TongKet.Domain.Tests.Targets;

/// <summary>A target that could not be measured at the year's end is refused when it is assigned.</summary>
public sealed class TargetCheckTests
{
    private static readonly Figure Share = new RatioFigure("member_good_or_better_rate", "a", "b");
    private static readonly Figure Count = new SumFigure("new_member_count", []);

    [Fact]
    public void A_percentage_entered_by_hand_must_name_its_base()
    {
        Assert.Equal(["target.base.missing"], Refused(By(t => t.Unit = "%"), null));
        Assert.Empty(Refused(By(t => (t.Unit, t.BaseName) = ("%", "tổng số đảng viên")), null));
    }

    [Fact]
    public void A_figure_that_is_a_share_names_its_base_itself() =>
        Assert.Empty(Refused(By(t => (t.Unit, t.FigureCode) = ("%", Share.Code)), Share));

    [Fact]
    public void The_unit_must_be_that_of_the_figure()
    {
        Assert.Equal(["target.unit.must-be-percent"], Refused(By(t => t.FigureCode = Share.Code), Share));
        Assert.Equal(["target.unit.must-be-count"], Refused(By(t => (t.Unit, t.FigureCode) = ("%", Count.Code)), Count));
    }

    [Fact]
    public void Of_a_whole_no_part_is_more_than_the_whole() =>
        Assert.Equal(
            ["target.value.over-hundred"],
            Refused(By(t => (t.Unit, t.FigureCode, t.AssignedValue) = ("%", Share.Code, 101m)), Share)
        );

    [Fact]
    public void No_figure_of_targets_measures_a_target() =>
        Assert.Equal(
            ["target.figure.unknown"],
            Refused(By(t => t.FigureCode = "target_total"), new OwnFigure("target_total", FigureUnit.Count))
        );

    [Fact]
    public void The_same_code_name_or_figure_is_not_assigned_twice_in_a_year()
    {
        var other = By(t => (t.Name, t.FigureCode) = ("KẾT NẠP đảng viên", Count.Code), id: 2);

        Assert.Equal(
            ["target.code.is-there", "target.name.is-there", "target.figure.is-there"],
            Refused(By(t => (t.Name, t.FigureCode) = ("Kết nạp Đảng viên", Count.Code)), Count, other)
        );
    }

    [Fact]
    public void A_figure_may_have_a_floor_and_a_ceiling()
    {
        var floor = By(t => (t.Unit, t.FigureCode) = ("%", Share.Code), id: 2, code: "A");
        var ceiling = By(t => (t.Unit, t.FigureCode, t.Direction) = ("%", Share.Code, TargetDirection.AtMost), code: "B");

        Assert.Empty(Refused(ceiling, Share, floor));
    }

    [Fact]
    public void A_target_that_is_changed_does_not_stand_in_its_own_way() =>
        Assert.Empty(Refused(By(_ => { }), null, By(_ => { })));

    [Fact]
    public void What_is_empty_is_named_all_at_once() =>
        Assert.Equal(
            ["target.code.missing", "target.name.missing", "target.unit.missing", "target.value.negative"],
            Refused(By(t => (t.Name, t.Unit, t.AssignedValue) = ("", "", -1m), code: ""), null)
        );

    private static IEnumerable<string> Refused(Target target, Figure? figure, params Target[] others) =>
        TargetCheck.Check(target, figure, others).Select(r => r.Code);

    private static Target By(Action<Target> change, long id = 1, string code = "CT01")
    {
        var target = new Target
        {
            Id = id,
            Code = code,
            Name = "Mô hình dân vận khéo",
            Unit = "mô hình",
            Direction = TargetDirection.AtLeast,
            AssignedValue = 12m,
        };
        change(target);
        return target;
    }
}
