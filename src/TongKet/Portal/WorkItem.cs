using TongKet.Domain.Access;
using TongKet.Domain.Organizations;

namespace TongKet.Portal;

/// <summary>How pressing it is; lists stand in this order.</summary>
public enum WorkKind : byte
{
    /// <summary>Disagrees with a rule or with itself.</summary>
    Wrong = 1,

    /// <summary>To be done by a day.</summary>
    Due = 2,

    /// <summary>Not there yet.</summary>
    Missing = 3,
}

/// <summary>Something that waits for the one who looks: a sentence, the day it is due, and where it is done.</summary>
/// <param name="Count">How many it concerns, set off before the sentence.</param>
/// <param name="Examples">The first of them by name.</param>
public sealed record WorkItem(
    WorkKind Kind,
    string Sentence,
    string Address,
    int? Count = null,
    DateOnly? DueOn = null,
    IReadOnlyList<string>? Examples = null
);

/// <summary>For whom and on which tree work is looked for.</summary>
public sealed record WorkQuestion(
    Actor Actor,
    OrganizationTree Tree,
    TreeNode Organization,
    int Year,
    DateOnly AsOf,
    DateOnly Today
)
{
    public bool May(Act act) => ScopeRule.May(Actor, act, Tree, Organization);

    /// <summary>Holds a role in this organization, or in one above it.</summary>
    public bool Is(Role role) =>
        Actor.Grants.Any(g =>
            g.Role == role
            && g.OrganizationId is { } id
            && Tree.Find(id) is { } own
            && OrganizationTree.Contains(own, Organization)
        );

    /// <summary>Party organizations of the day in this organization and below.</summary>
    public IEnumerable<TreeNode> Organizations =>
        Tree.Subtree(Organization).Where(n => !n.HasEnded && n.Kind.IsPartyOrganization());
}

/// <summary>
/// Finds work that another room knows of (files that have not arrived, sheets of a review that are due). It is
/// registered as a singleton and asked with the services of the request.
/// </summary>
public sealed record WorkSource(Func<IServiceProvider, WorkQuestion, CancellationToken, Task<IReadOnlyList<WorkItem>>> FindAsync);

/// <summary>A way on the home page to something that has no entry of its own on the left; shown to who may do the act.</summary>
public sealed record WorkShortcut(int Order, string TitleKey, string Address, string Icon, string? Act = null);
