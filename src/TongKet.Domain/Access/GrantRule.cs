using TongKet.Domain.Values;

namespace TongKet.Domain.Access;

/// <summary>Which role may be given to whom.</summary>
public static class GrantRule
{
    /// <summary>Null where the role may be given.</summary>
    public static Refusal? Check(
        Role role,
        long? organizationId,
        DateOnly fromOn,
        DateOnly? toOn,
        IEnumerable<RoleGrant> others,
        DateOnly today
    )
    {
        var running = others.Where(g => g.ToOn is null || g.ToOn > today).ToList();
        return role is Role.SystemAdministrator && organizationId is not null
                ? new("access.grant.administrator-has-no-organization")
            : role is not Role.SystemAdministrator && organizationId is null ? new("access.grant.needs-organization")
            : toOn <= fromOn ? new("access.grant.ends-before-it-begins")
            // Who keeps the machine does not read the records, and who works on the records does not make accounts.
            : running.Any(g => (g.Role is Role.SystemAdministrator) != (role is Role.SystemAdministrator))
                ? new("access.grant.administrator-stands-apart")
            : running.Any(g => g.Role == role && g.OrganizationId == organizationId) ? new("access.grant.is-there")
            : null;
    }
}
