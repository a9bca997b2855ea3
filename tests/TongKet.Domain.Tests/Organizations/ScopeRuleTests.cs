using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Organizations;

public sealed class ScopeRuleTests
{
    private const long Province = 1;
    private const long District = 2;
    private const long Cell = 3;
    private const long Neighbour = 4;

    private static readonly OrganizationTree Tree = new SmallRegister()
        .Found(Province, null, new(2020, 1, 1))
        .Found(District, Province, new(2020, 1, 1), order: 1)
        .Found(Cell, District, new(2020, 1, 1))
        .Found(Neighbour, Province, new(2020, 1, 1), order: 2)
        .Tree(new(2023, 12, 31));

    [Fact]
    public void An_office_reaches_its_own_and_below_and_neither_above_nor_beside() =>
        Assert.Equal([District, Cell], Reached(Role.CommitteeOffice, District));

    [Fact]
    public void A_secretary_reaches_his_cell_alone()
    {
        Assert.Equal([Cell], Reached(Role.CellSecretary, Cell));
        Assert.Equal([District], Reached(Role.CellSecretary, District));
    }

    [Fact]
    public void A_member_and_the_administrator_of_the_machine_reach_no_organization()
    {
        Assert.Empty(Reached(Role.Member, Cell));
        Assert.Empty(Reached(Role.SystemAdministrator, null));
    }

    [Fact]
    public void The_operator_of_the_machine_reaches_all() =>
        Assert.All(Tree.Nodes, n => Assert.True(ScopeRule.May(Actor.Operator("root"), Acts.SeeMembers, Tree, n)));

    [Fact]
    public void Who_has_not_signed_in_reaches_nothing() =>
        Assert.All(Acts.All, act => Assert.DoesNotContain(Tree.Nodes, n => ScopeRule.May(Actor.Nobody, act, Tree, n)));

    [Fact]
    public void What_is_not_on_the_tree_is_reached_by_nobody() =>
        Assert.False(ScopeRule.May(Actor.Operator("root"), Acts.SeeMembers, Tree, 99));

    [Fact]
    public void A_grant_in_what_is_not_on_the_tree_reaches_nothing() => Assert.Empty(Reached(Role.CommitteeOffice, 99));

    [Fact]
    public void An_act_that_a_role_has_not_reaches_nowhere()
    {
        var leader = new Actor(1, "l", [Grant(Role.Leader, District)]);

        Assert.True(ScopeRule.May(leader, Acts.SeeMembers, Tree, Cell));
        Assert.False(ScopeRule.May(leader, Acts.ChangeMembers, Tree, Cell));
        Assert.False(ScopeRule.May(leader, Acts.ImportWorkbooks, Tree, District));
    }

    [Fact]
    public void Overlapping_grants_reach_each_organization_once_and_begin_at_the_highest()
    {
        var actor = new Actor(
            1,
            "o",
            [Grant(Role.CommitteeOffice, Cell), Grant(Role.Leader, District), Grant(Role.CellSecretary, Neighbour)]
        );

        Assert.Equal([District, Cell, Neighbour], ScopeRule.Reached(actor, Acts.SeeMembers, Tree).Select(n => n.Id));
        Assert.Equal([District, Neighbour], ScopeRule.Tops(actor, Acts.SeeMembers, Tree).Select(n => n.Id));
        Assert.Equal([Cell], ScopeRule.Tops(actor, Acts.ImportWorkbooks, Tree).Select(n => n.Id));
    }

    private static IEnumerable<long> Reached(Role role, long? organization) =>
        ScopeRule.Reached(new Actor(1, "a", [Grant(role, organization)]), Acts.SeeMembers, Tree).Select(n => n.Id);

    private static RoleGrant Grant(Role role, long? organization) =>
        new()
        {
            Role = role,
            OrganizationId = organization,
            FromOn = new(2020, 1, 1),
        };
}
