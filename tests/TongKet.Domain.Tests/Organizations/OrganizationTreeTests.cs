using TongKet.Domain.Organizations;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Organizations;

/// <summary>The tree of a day: who stands where on the eve of a change and on its day.</summary>
public sealed class OrganizationTreeTests
{
    private const long Province = 1;
    private const long District = 2;
    private const long Other = 3;
    private const long Cell = 4;

    private static readonly DateOnly Start = new(2020, 1, 1);
    private static readonly DateOnly Change = new(2023, 7, 1);
    private static readonly DateOnly Eve = new(2023, 6, 30);
    private static readonly DateOnly YearEnd = new(2023, 12, 31);

    private static SmallRegister Register() =>
        new SmallRegister()
            .Found(Province, null, Start)
            .Found(District, Province, Start, order: 1)
            .Found(Other, Province, Start, order: 2)
            .Found(Cell, District, Start, OrganizationKind.SubordinateCell);

    [Fact]
    public void A_move_holds_from_its_day_and_not_on_the_eve()
    {
        var register = Register().Move(Cell, Other, Change);

        Assert.Equal(District, ParentOf(register.Tree(Eve), Cell));
        Assert.Equal(Other, ParentOf(register.Tree(Change), Cell));
        Assert.Equal(Other, ParentOf(register.Tree(YearEnd), Cell));
    }

    [Fact]
    public void An_organization_is_there_from_the_day_of_its_founding()
    {
        var register = Register().Found(5, Province, Change);

        Assert.Null(register.Tree(Eve).Find(5));
        Assert.NotNull(register.Tree(Change).Find(5));
    }

    [Fact]
    public void A_name_holds_on_its_days()
    {
        var register = Register()
            .End(Cell, Change, alsoItsPlace: false)
            .Found(Cell, District, Change, OrganizationKind.GrassrootsCell);

        Assert.Equal(OrganizationKind.SubordinateCell, register.Tree(Eve).Find(Cell)!.Kind);
        Assert.Equal(OrganizationKind.GrassrootsCell, register.Tree(Change).Find(Cell)!.Kind);
        Assert.False(register.Tree(Change).Find(Cell)!.HasEnded);
    }

    [Fact]
    public void What_ended_within_the_period_hangs_under_its_successor()
    {
        var tree = Register().End(Cell, Change).Succeed(Cell, Other, Change).Tree(YearEnd);

        Assert.Equal(Other, ParentOf(tree, Cell));
        Assert.True(tree.Find(Cell)!.HasEnded);
        Assert.Null(tree.FindByCode("O4"));
    }

    [Fact]
    public void On_the_day_of_its_end_an_organization_is_there_no_more_and_its_flows_still_are()
    {
        var register = Register().End(Cell, Change);

        Assert.False(register.Tree(Eve).Find(Cell)!.HasEnded);
        Assert.True(register.Tree(Change).Find(Cell)!.HasEnded);
    }

    [Fact]
    public void What_ended_without_a_successor_hangs_under_its_last_parent()
    {
        var register = Register().Move(Cell, Other, new(2023, 3, 1)).End(Cell, Change);

        Assert.Equal(Other, ParentOf(register.Tree(YearEnd), Cell));
    }

    [Fact]
    public void What_ended_while_its_place_goes_on_hangs_there()
    {
        var tree = Register().End(Cell, Change, alsoItsPlace: false).Tree(YearEnd);

        Assert.Equal(District, ParentOf(tree, Cell));
        Assert.True(tree.Find(Cell)!.HasEnded);
    }

    [Fact]
    public void A_succession_that_is_still_to_come_says_nothing()
    {
        var register = Register().End(Cell, Change).Succeed(Cell, Other, new(2023, 9, 1));

        Assert.Equal(District, ParentOf(register.Tree(new(2023, 8, 31)), Cell));
        Assert.Equal(Other, ParentOf(register.Tree(new(2023, 9, 1)), Cell));
    }

    [Fact]
    public void Of_several_successors_one_is_taken_in_whatever_order_the_records_come()
    {
        var register = Register().End(Cell, Change).Succeed(Cell, District, Change).Succeed(Cell, Other, Change);

        Assert.Equal(Other, ParentOf(register.Tree(YearEnd), Cell));
        Assert.Equal(Other, ParentOf(register.Tree(YearEnd, reversed: true), Cell));
    }

    [Fact]
    public void What_ended_before_the_period_is_gone_and_what_ended_on_its_first_day_is_not()
    {
        // The movements of 1 January belong to the period, and a stay that ends that day ends in a cell of that day.
        Assert.NotNull(Register().End(Cell, new(2023, 1, 1)).Tree(YearEnd).Find(Cell));
        Assert.Null(Register().End(Cell, new(2022, 12, 31)).Tree(YearEnd).Find(Cell));
    }

    [Fact]
    public void Whole_levels_that_ended_hang_with_all_that_stood_under_them()
    {
        var tree = Register().End(District, Change).End(Cell, Change).Succeed(District, Other, Change).Tree(YearEnd);

        Assert.Equal([Province, Other, District, Cell], tree.Path(tree.Find(Cell)!).Select(n => n.Id));
    }

    [Fact]
    public void What_has_no_parent_in_force_is_told_and_not_counted()
    {
        var register = Register().End(District, Change);

        var tree = register.Tree(new(2024, 12, 31));
        Assert.Null(tree.Find(Cell));
        Assert.Equal([Cell], tree.Unplaced.Select(v => v.OrganizationId));
    }

    [Fact]
    public void Two_that_stand_under_each_other_are_told_and_not_walked_round()
    {
        var tree = Register().Move(District, Cell, Change).Tree(YearEnd);

        Assert.Equal([Province, Other], tree.Nodes.Select(n => n.Id));
        Assert.Equal([District, Cell], tree.Unplaced.Select(v => v.OrganizationId).Order());
    }

    [Fact]
    public void Brothers_stand_in_the_order_of_the_office_and_then_of_their_codes()
    {
        var tree = new SmallRegister()
            .Found(1, null, Start)
            .Found(9, 1, Start, order: 1)
            .Found(8, 1, Start, order: 3)
            .Found(7, 1, Start, order: 2)
            .Found(6, 1, Start, order: 2)
            .Tree(YearEnd);

        Assert.Equal([1, 9, 6, 7, 8], tree.Nodes.Select(n => n.Id));
    }

    private static long? ParentOf(OrganizationTree tree, long id) => tree.Parent(tree.Find(id)!)?.Id;
}
