using TongKet.Domain.Access;

namespace TongKet.Tests.Support;

/// <summary>People of the tests, each in one role.</summary>
public static class Actors
{
    public static Actor Office(long organization) => With(Role.CommitteeOffice, organization);

    public static Actor Leader(long organization) => With(Role.Leader, organization);

    public static Actor Secretary(long cell) => With(Role.CellSecretary, cell);

    public static Actor Auditor(long organization) => With(Role.Auditor, organization);

    public static Actor Administrator() => With(Role.SystemAdministrator, null);

    public static Actor Member(long cell, long member) => With(Role.Member, cell) with { MemberId = member };

    private static Actor With(Role role, long? organization) =>
        new(
            1,
            $"{role}",
            [
                new RoleGrant
                {
                    Role = role,
                    OrganizationId = organization,
                    FromOn = new DateOnly(2020, 1, 1),
                },
            ]
        );
}
