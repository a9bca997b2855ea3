using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Commendations;
using TongKet.Domain.Organizations;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Commendations.RecordCommendation;

/// <summary>What the form begins with: the organization, and the commendation where one is changed.</summary>
/// <param name="Suggestions">Organizations that may be typed, by name; none where they are too many for a list.</param>
public sealed record CommendationFormView(TreeNode Organization, NamedCommendation? Of, IReadOnlyList<string> Suggestions);

public sealed class CommendationFormQuery(AppStore store, TreeReader trees)
{
    private const int MostSuggestions = 400;

    /// <summary>For a new one in an organization; null where it is not there or not in reach.</summary>
    public async Task<CommendationFormView?> NewAsync(Actor actor, long organizationId, DateOnly day, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(day, cancel);
        return Reached(actor, tree, organizationId) is { } node ? new(node, null, Suggestions(tree, node)) : null;
    }

    /// <summary>For one that is there; null where it is not there or not in reach.</summary>
    public async Task<CommendationFormView?> FindAsync(Actor actor, long id, DateOnly day, CancellationToken cancel)
    {
        var found = await CommendationsRoom.NameAsync(
            store,
            store.Set<Commendation>().AsNoTracking().Where(c => c.Id == id),
            day,
            cancel
        );
        var tree = await trees.ReadAsync(day, cancel);
        return found is [var of] && Reached(actor, tree, of.Of.OrganizationId) is { } node ? new(node, of, []) : null;
    }

    private static TreeNode? Reached(Actor actor, OrganizationTree tree, long organizationId) =>
        tree.Find(organizationId) is { } node && ScopeRule.May(actor, Acts.ChangeCommendations, tree, node) ? node : null;

    private static List<string> Suggestions(OrganizationTree tree, TreeNode node)
    {
        var below = tree.Subtree(node).Where(n => !n.HasEnded && n.Kind.IsPartyOrganization()).ToList();
        return below.Count > MostSuggestions ? [] : [.. below.Select(n => n.Name)];
    }
}
