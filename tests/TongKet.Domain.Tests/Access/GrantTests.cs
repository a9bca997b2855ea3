using TongKet.Domain.Access;

namespace TongKet.Domain.Tests.Access;

public sealed class GrantTests
{
    private static readonly DateOnly From = new(2023, 3, 1);
    private static readonly DateOnly To = new(2023, 6, 1);

    [Theory]
    [InlineData("2023-02-28", false)]
    [InlineData("2023-03-01", true)]
    [InlineData("2023-05-31", true)]
    [InlineData("2023-06-01", false)]
    public void A_grant_holds_from_its_first_day_to_the_eve_of_its_end(string on, bool holds) =>
        Assert.Equal(holds, Grant(Role.Leader, 1, To).IsInForce(Iso(on)));

    [Fact]
    public void A_grant_without_an_end_goes_on() => Assert.True(Grant(Role.Leader, 1).IsInForce(new(2099, 12, 31)));

    [Fact]
    public void A_grant_for_no_day_is_never_in_force() => Assert.False(Grant(Role.Leader, 1, From).IsInForce(From));

    [Theory]
    [InlineData(Role.CommitteeOffice, 1L, null)]
    [InlineData(Role.SystemAdministrator, null, null)]
    [InlineData(Role.CommitteeOffice, null, "access.grant.needs-organization")]
    [InlineData(Role.SystemAdministrator, 1L, "access.grant.administrator-has-no-organization")]
    public void Every_role_but_the_administrators_has_an_organization(Role role, long? organization, string? refusal) =>
        Assert.Equal(refusal, GrantRule.Check(role, organization, From, null, [], From)?.Code);

    [Theory]
    [InlineData("2023-03-01")]
    [InlineData("2023-02-28")]
    public void A_grant_ends_after_it_begins(string to) =>
        Assert.Equal("access.grant.ends-before-it-begins", GrantRule.Check(Role.Leader, 1, From, Iso(to), [], From)?.Code);

    [Fact]
    public void Who_keeps_the_machine_has_no_part_in_the_records_and_the_other_way_round()
    {
        Assert.Equal(
            "access.grant.administrator-stands-apart",
            GrantRule.Check(Role.Leader, 1, From, null, [Grant(Role.SystemAdministrator, null)], From)?.Code
        );
        Assert.Equal(
            "access.grant.administrator-stands-apart",
            GrantRule.Check(Role.SystemAdministrator, null, From, null, [Grant(Role.Leader, 1)], From)?.Code
        );
    }

    [Fact]
    public void The_same_role_is_not_given_twice_while_it_runs()
    {
        var running = Grant(Role.Leader, 1, To);

        Assert.Equal("access.grant.is-there", GrantRule.Check(Role.Leader, 1, From, null, [running], new(2023, 5, 31))?.Code);
        Assert.Null(GrantRule.Check(Role.Leader, 1, To, null, [running], To));
        Assert.Null(GrantRule.Check(Role.Leader, 2, From, null, [running], From));
        Assert.Null(GrantRule.Check(Role.Auditor, 1, From, null, [running], From));
    }

    [Fact]
    public void An_invitation_is_open_until_its_hour_and_for_one_use()
    {
        var made = new DateTimeOffset(2023, 3, 1, 8, 0, 0, TimeSpan.Zero);
        var invitation = new Invitation
        {
            TokenHash = [],
            MadeAt = made,
            ExpiresAt = made + Invitation.Lifetime,
        };

        Assert.True(invitation.IsOpen(made + Invitation.Lifetime - TimeSpan.FromTicks(1)));
        Assert.False(invitation.IsOpen(made + Invitation.Lifetime));
        invitation.UsedAt = made;
        Assert.False(invitation.IsOpen(made));
    }

    private static DateOnly Iso(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static RoleGrant Grant(Role role, long? organization, DateOnly? to = null) =>
        new()
        {
            Role = role,
            OrganizationId = organization,
            FromOn = From,
            ToOn = to,
        };
}
