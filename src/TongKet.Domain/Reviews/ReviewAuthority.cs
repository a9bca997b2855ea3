using TongKet.Domain.Access;
using TongKet.Domain.Organizations;

namespace TongKet.Domain.Reviews;

/// <summary>
/// Which organization's body decides on whom, and who may see what is not announced yet: the proposing and the deciding
/// body, and whoever stands between them (HD 25 section 3; levels above count, and do not decide again).
/// </summary>
public sealed class ReviewAuthority(DecidingLevelRule levels)
{
    /// <summary>As what a sheet has lines.</summary>
    public static readonly IReadOnlyList<ReviewSubject> Subjects =
    [
        ReviewSubject.Member,
        ReviewSubject.Leader,
        ReviewSubject.Collective,
        ReviewSubject.Organization,
    ];

    /// <summary>Whose body decides on an organization, its collective, its leaders, or the members in it; null where none in the tree does.</summary>
    public TreeNode? DecidesOn(TreeNode node, ReviewSubject subject) =>
        subject switch
        {
            ReviewSubject.Member => levels.OnMember(node),
            ReviewSubject.Leader => levels.OnLeader(node),
            _ => levels.OnOrganization(node),
        }
            is { } decider
            ? decider.Organization
            : null;

    /// <summary>The same of one line: on a leader whose post is managed by a level that is recorded, that one decides.</summary>
    public TreeNode? DecidesOn(TreeNode node, ReviewSubject subject, long? managedById) =>
        subject == ReviewSubject.Leader && levels.Tree.Find(managedById ?? 0) is { HasEnded: false } manager
            ? manager
            : DecidesOn(node, subject);

    /// <summary>Owes a sheet: a Party organization in force with names, and no group inside a cell.</summary>
    public static bool OwesSheet(TreeNode node) =>
        !node.HasEnded
        && node.Kind.IsPartyOrganization()
        && node.Kind is not (OrganizationKind.PartyGroup or OrganizationKind.WholeParty)
        && !node.Version.CountsOnly;

    /// <summary>May fill in and send the sheet of an organization.</summary>
    public bool MayFill(Actor actor, TreeNode node) => IsBetween(actor, Acts.ProposeGrades, node);

    /// <summary>May see it before it is announced.</summary>
    public bool MaySee(Actor actor, TreeNode node) => IsBetween(actor, Acts.SeeProposals, node);

    /// <summary>Writes down what the body of this very organization decided.</summary>
    public bool MayDecide(Actor actor, TreeNode body) => ScopeRule.May(actor, Acts.DecideGrades, levels.Tree, body);

    /// <summary>
    /// May see what the session of this very body has before it: what stands there is proposed to it, and whoever stands
    /// above sees no more than how far it is.
    /// </summary>
    public bool MaySeeSession(Actor actor, TreeNode body) =>
        MayDecide(actor, body)
        || (!actor.IsOperator && actor.GrantsFor(Acts.SeeProposals).Any(g => g.Grant.OrganizationId == body.Id));

    private bool IsBetween(Actor actor, Act act, TreeNode node)
    {
        if (actor.IsOperator)
        {
            return false;
        }

        var top = DecidesOn(node, ReviewSubject.Organization) ?? node;
        return actor
            .GrantsFor(act)
            .Any(g =>
                levels.Tree.Find(g.Grant.OrganizationId ?? 0) is { } own
                && (own == node || (g.Reach == Reach.OwnAndBelow && Between(own, node, top)))
            );
    }

    private static bool Between(TreeNode own, TreeNode node, TreeNode top) =>
        OrganizationTree.Contains(own, node) && OrganizationTree.Contains(top, own);
}
