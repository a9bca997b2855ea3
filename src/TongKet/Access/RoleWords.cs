using TongKet.Domain.Access;
using TongKet.Web;

namespace TongKet.Access;

/// <summary>What a role is called: in words on a page, in one word on the command line.</summary>
public static class RoleWords
{
    public static readonly IReadOnlyList<(Role Role, string Code)> Codes =
    [
        (Role.SystemAdministrator, "administrator"),
        (Role.CommitteeOffice, "office"),
        (Role.Leader, "leader"),
        (Role.CellSecretary, "secretary"),
        (Role.Member, "member"),
        (Role.Auditor, "auditor"),
    ];

    public static string Of(Role role) =>
        role switch
        {
            Role.SystemAdministrator => Words.Get("access.role.system-administrator"),
            Role.CommitteeOffice => Words.Get("access.role.committee-office"),
            Role.Leader => Words.Get("access.role.leader"),
            Role.CellSecretary => Words.Get("access.role.cell-secretary"),
            Role.Member => Words.Get("access.role.member"),
            Role.Auditor => Words.Get("access.role.auditor"),
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };

    /// <summary>All roles somebody holds, each once; null where there is none.</summary>
    public static string? Of(IEnumerable<RoleGrant> grants)
    {
        var roles = grants.Select(grant => grant.Role).Distinct().Select(Of).ToList();
        return roles.Count == 0 ? null : string.Join(", ", roles);
    }
}
