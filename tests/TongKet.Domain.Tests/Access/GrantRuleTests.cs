using TongKet.Domain.Access;

namespace TongKet.Domain.Tests.Access;

public sealed class GrantRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_role_on_records_needs_an_organization_and_administration_has_none()
    {
        Assert.Equal("access.grant.needs-organization", Check(Role.CommitteeOffice, null));
        Assert.Equal("access.grant.administrator-has-no-organization", Check(Role.SystemAdministrator, 5));
        Assert.Null(Check(Role.CommitteeOffice, 5));
        Assert.Null(Check(Role.SystemAdministrator, null));
    }

    [Fact]
    public void Nobody_keeps_the_machine_and_works_on_the_records_at_one_time()
    {
        Assert.Equal("access.grant.administrator-stands-apart", Check(Role.SystemAdministrator, null, Given(Role.Leader, 5)));
        Assert.Equal("access.grant.administrator-stands-apart", Check(Role.Leader, 5, Given(Role.SystemAdministrator, null)));
        Assert.Null(Check(Role.Leader, 5, Given(Role.SystemAdministrator, null, to: Today)));
    }

    [Fact]
    public void The_same_role_is_given_once_and_ends_after_it_begins()
    {
        Assert.Equal("access.grant.is-there", Check(Role.Leader, 5, Given(Role.Leader, 5)));
        Assert.Null(Check(Role.Leader, 6, Given(Role.Leader, 5)));
        Assert.Equal("access.grant.ends-before-it-begins", GrantRule.Check(Role.Leader, 5, Today, Today, [], Today)?.Code);
    }

    private static string? Check(Role role, long? organization, params RoleGrant[] others) =>
        GrantRule.Check(role, organization, Today, null, others, Today)?.Code;

    private static RoleGrant Given(Role role, long? organization, DateOnly? to = null) =>
        new()
        {
            Role = role,
            OrganizationId = organization,
            FromOn = new(2020, 1, 1),
            ToOn = to,
        };
}
