using TongKet.Domain.Organizations;
using TongKet.Domain.Tests.Support;
using TongKet.Domain.Values;

namespace TongKet.Domain.Tests.Organizations;

public sealed class OrganizationChangeRuleTests
{
    private const long District = 1;
    private const long First = 2;
    private const long Second = 3;
    private const long Cell = 4;

    private static readonly DateOnly Begin = new(2020, 1, 1);
    private static readonly DateOnly On = new(2023, 7, 1);

    private readonly SmallRegister register = new SmallRegister()
        .Found(District, null, Begin, OrganizationKind.DistrictOrganization)
        .Found(First, District, Begin, order: 1)
        .Found(Second, District, Begin, order: 2)
        .Found(Cell, First, Begin, OrganizationKind.SubordinateCell);

    [Fact]
    public void A_new_name_follows_the_present_one()
    {
        Assert.Empty(Change(First, Form(OrganizationKind.GrassrootsPartyOrganization), On));
        Assert.Empty(Change(First, Form(OrganizationKind.GrassrootsPartyOrganization), Begin));
        Assert.Equal(
            ["organization.later-change"],
            Change(First, Form(OrganizationKind.GrassrootsPartyOrganization), Begin.AddDays(-1))
        );
    }

    [Fact]
    public void A_kind_must_exist_fit_its_parent_and_hold_what_stands_under_it()
    {
        Assert.Equal(["organization.kind-gone"], Change(First, Form(OrganizationKind.PartyCell), On)[..1]);
        Assert.Contains("organization.kind-not-under", Change(Cell, Form(OrganizationKind.GrassrootsCell), On));
        Assert.Equal(["organization.child-does-not-fit"], Change(First, Form(OrganizationKind.GrassrootsCell), On));
        Assert.Empty(Change(Second, Form(OrganizationKind.GrassrootsCell), On));
    }

    [Fact]
    public void Name_and_code_are_needed_and_the_code_is_free()
    {
        var form = Form(OrganizationKind.GrassrootsPartyOrganization) with { Name = "", Code = "" };

        Assert.Equal(["organization.no-name", "organization.no-code"], Change(First, form, On));
        Assert.Equal(
            ["organization.code-taken"],
            Change(First, Form(OrganizationKind.GrassrootsPartyOrganization), On, "Đảng bộ xã Y")
        );
    }

    [Fact]
    public void It_moves_beneath_what_may_hold_it_and_never_beneath_itself()
    {
        Assert.Empty(Move(Cell, Second));
        Assert.Equal(["organization.same-parent"], Move(Cell, First));
        Assert.Equal(["organization.circle"], Move(First, Cell));
        Assert.Equal(["organization.circle"], Move(First, First));
        Assert.Equal(["organization.kind-not-under"], Move(First, Second));
        Assert.Equal(["organization.no-parent-on-day"], Move(Cell, 99));
        Assert.Equal(["organization.parent-ends"], Move(Cell, Second, new(2024, 1, 1)));
    }

    [Fact]
    public void A_circle_that_would_only_close_later_is_found_too()
    {
        register.Move(Second, Cell, new(2024, 1, 1));

        Assert.Equal(["organization.circle"], Move(Cell, Second));
    }

    [Fact]
    public void A_move_follows_the_last_one()
    {
        register.Move(Cell, Second, new(2023, 8, 1));

        Assert.Equal(["organization.later-change"], Move(Cell, First));
    }

    [Fact]
    public void What_ended_is_not_changed_moved_or_ended_again()
    {
        register.End(Cell, new(2023, 1, 1));

        Assert.Equal(["organization.has-ended"], Change(Cell, Form(OrganizationKind.SubordinateCell), On));
        Assert.Equal(["organization.has-ended"], Move(Cell, Second));
        Assert.Equal(["organization.has-ended"], End(Cell, null, false));
    }

    [Fact]
    public void It_ends_only_when_nothing_is_left_under_it_or_the_successor_takes_it()
    {
        Assert.Empty(End(Cell, null, false));
        Assert.Equal(["organization.has-children"], End(First, null, false));
        Assert.Equal(["organization.has-children"], End(First, Second, false));
        Assert.Empty(End(First, Second, true));
        Assert.Equal(["organization.child-does-not-fit"], End(First, District, true));
        Assert.Equal(["organization.no-successor-on-day"], End(First, Cell, true));
        Assert.Equal(["organization.no-successor-on-day"], End(First, First, true));
    }

    [Fact]
    public void The_kinds_are_those_of_the_rule_set_of_the_day()
    {
        Assert.Empty(Found(OrganizationKind.GrassrootsCell, District, On));
        Assert.Equal(["organization.kind-gone"], Found(OrganizationKind.SubGrassrootsOrganization, First, On));
        // A body that is no Party organization stands beneath any.
        Assert.Empty(Found(OrganizationKind.CommitteeOffice, District, On));
    }

    private List<string> Change(long id, OrganizationForm form, DateOnly from, string? takenBy = null) =>
        Codes(OrganizationChangeRule.Change(register.Record(id), form, from, register.Tree(from), Rules(from), takenBy));

    private List<string> Move(long id, long parent, DateOnly? parentEnds = null) =>
        Codes(
            OrganizationChangeRule.Move(
                register.Record(id),
                parent,
                On,
                [register.Tree(On), register.Tree(new(2079, 12, 31))],
                Rules(On),
                parentEnds
            )
        );

    private List<string> End(long id, long? successor, bool takes) =>
        Codes(OrganizationChangeRule.End(register.Record(id), On, successor, takes, register.Tree(On), Rules(On)));

    private List<string> Found(OrganizationKind kind, long parent, DateOnly from) =>
        Codes(OrganizationChangeRule.Found(Form(kind), parent, from, register.Tree(from), Rules(from), null, null));

    private static StructureRules Rules(DateOnly on) => Regulation.Book.StructureOn(on);

    private static OrganizationForm Form(OrganizationKind kind) => new("Tên mới", "MM", kind, null, 1, false);

    private static List<string> Codes(IReadOnlyList<Refusal> refusals) => [.. refusals.Select(r => r.Code)];
}
