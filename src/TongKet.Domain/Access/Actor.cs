namespace TongKet.Domain.Access;

/// <summary>
/// Who acts: an account with the grants in force today, or the machine's operator on the command line, to whom
/// counts are open and names of persons are not.
/// </summary>
/// <param name="MemberId">The member the account belongs to, where it is a member's.</param>
public sealed record Actor(
    long? AccountId,
    string Name,
    IReadOnlyList<RoleGrant> Grants,
    bool IsOperator = false,
    long? MemberId = null
)
{
    /// <summary>Who has not signed in.</summary>
    public static readonly Actor Nobody = new(null, "", []);

    public static Actor Operator(string machineUser) => new(null, machineUser, [], IsOperator: true);

    /// <summary>The grants with which he may do something at least somewhere.</summary>
    public IEnumerable<(RoleGrant Grant, Reach Reach)> GrantsFor(Act act) =>
        Grants.Select(g => (g, act.ReachOf(g.Role))).Where(g => g.Item2 != Reach.Nowhere);

    /// <summary>Acts on the machine, not on records.</summary>
    public bool MayOnSystem(Act act) => IsOperator || GrantsFor(act).Any(g => g.Reach == Reach.System);
}
