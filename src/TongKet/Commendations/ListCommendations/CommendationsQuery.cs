using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Commendations;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Values;
using TongKet.Figures;
using TongKet.Store;

namespace TongKet.Commendations.ListCommendations;

/// <summary>A commendation as the list shows it; the name of a person is masked where the actor does not see members.</summary>
public sealed record CommendationLine(Commendation Of, string Name, TreeNode? Place, bool MayChange)
{
    /// <summary>A Party badge is for Party age: it counts apart from the commended.</summary>
    public bool IsBadge => Of.Form == CommendationForm.PartyBadge;

    public bool IsCollective => !IsBadge && Of.Subject is (CommendationSubject.Organization or CommendationSubject.Collective);

    public bool IsIndividual => !IsBadge && Of.Subject is (CommendationSubject.Member or CommendationSubject.Individual);
}

/// <param name="Counts">The figures of the room, in the order of the catalogue; null is not known.</param>
public sealed record CommendationsView(
    OrganizationTree Tree,
    TreeNode Organization,
    int Year,
    DateOnly AsOf,
    IReadOnlyList<(string Code, decimal? Value)> Counts,
    IReadOnlyList<CommendationLine> Collectives,
    IReadOnlyList<CommendationLine> Individuals,
    IReadOnlyList<CommendationLine> Badges,
    bool MayRecord
);

/// <summary>Who was commended for the year in an organization and below, in the office's order.</summary>
public sealed class CommendationsQuery(AppStore store, FigureBook book, RuleBook rules)
{
    private const int MostOrganizations = 2_000;

    /// <summary>Null where the organization is not there or not in reach.</summary>
    public async Task<CommendationsView?> AskAsync(
        Actor actor,
        long organizationId,
        int year,
        DateOnly? day,
        CancellationToken cancel
    )
    {
        var table = await book.CountBranchAsync(organizationId, AsOf.At(rules, year, day), cancel);
        if (
            table?.Tree.Find(organizationId) is not { HasEnded: false } node
            || !ScopeRule.May(actor, Acts.SeeCommendations, table.Tree, node)
        )
        {
            return null;
        }

        var lines = await LinesAsync(store, actor, table.Tree, node, table.On, cancel);
        return new(
            table.Tree,
            node,
            year,
            table.On.Day,
            [.. CommendationFigures.All.Select(f => (f.Code, table.Value(node.Id, f.Code)))],
            [.. lines.Where(l => l.IsCollective)],
            [.. lines.Where(l => l.IsIndividual)],
            [.. lines.Where(l => l.IsBadge)],
            ScopeRule.May(actor, Acts.ChangeCommendations, table.Tree, node)
        );
    }

    /// <summary>In a larger organization the figures open by subordinate organization instead.</summary>
    public static bool IsListed(TreeNode node) => node.End - node.At <= MostOrganizations;

    /// <summary>The lines alone, for a page or a report that has its tree already.</summary>
    public static async Task<IReadOnlyList<CommendationLine>> LinesAsync(
        AppStore store,
        Actor actor,
        OrganizationTree tree,
        TreeNode node,
        AsOf on,
        CancellationToken cancel
    )
    {
        if (!IsListed(node))
        {
            return [];
        }

        // A body that is no Party organization stands outside every sum, so its commendations are on its own page only.
        var places = tree.Subtree(node).Where(n => n.Kind.IsPartyOrganization() || n == node).Select(n => n.Id).ToArray();
        var (year, day, isOver) = (on.Year, on.Day, on.YearIsOver);
        var named = await CommendationsRoom.NameAsync(
            store,
            store
                .Set<Commendation>()
                .AsNoTracking()
                .Where(c => places.Contains(c.OrganizationId) && c.Year == year && (isOver || c.DecidedOn <= day)),
            on.Day,
            cancel
        );
        return [.. named.Select(c => Line(actor, tree, c)).OrderBy(l => l.Of.Subject).ThenBy(l => l.Place?.At)];
    }

    private static CommendationLine Line(Actor actor, OrganizationTree tree, NamedCommendation c)
    {
        var place = tree.Find(c.Of.OrganizationId);
        var mayName =
            !c.IsPerson || (!actor.IsOperator && place is not null && ScopeRule.May(actor, Acts.SeeMembers, tree, place));
        return new(
            c.Of,
            mayName ? c.Name : Masking.Name(c.Name),
            place,
            place is not null && ScopeRule.May(actor, Acts.ChangeCommendations, tree, place)
        );
    }
}
