using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Organizations.ShowOrganization;

/// <summary>Where it stood on [From, To): the name of the parent is that of the first day.</summary>
public sealed record PlaceLine(long? ParentId, string? Parent, DateOnly FromOn, DateOnly? ToOn, bool MaySee);

/// <summary>An organization it came from, or that it went into.</summary>
/// <param name="SeenOn">A day on which that organization is on the tree, for the link to it.</param>
public sealed record KinLine(long Id, string Name, DateOnly On, string? Decision, DateOnly SeenOn, bool IsPredecessor);

public sealed record ChildLine(TreeNode Node, bool KindIsGone, IReadOnlyList<TreeNumber> Numbers);

/// <param name="Node">Null where it is not on the tree of the day; then only its history is shown.</param>
/// <param name="Latest">What it was called in the day's version, or in its last.</param>
/// <param name="SeenSeq">The last change of its records, which forms remember.</param>
public sealed record OrganizationView(
    Organization Organization,
    OrganizationVersion Latest,
    TreeNode? Node,
    TreeNode? Parent,
    bool KindIsGone,
    string Document,
    IReadOnlyList<OrganizationVersion> Versions,
    IReadOnlyList<PlaceLine> Places,
    IReadOnlyList<KinLine> Kin,
    IReadOnlyList<TreeColumn> Columns,
    IReadOnlyList<ChildLine> Children,
    bool MayChange,
    IReadOnlyList<ChangeReading>? Changes
)
{
    /// <summary>The end of the last year that it saw the end of, where it is on no tree of the day any more.</summary>
    public DateOnly? LastYearEnd =>
        Node is null
        && Versions[^1].ToOn is { } ended
        && new DateOnly(ended.Year - 1, 12, 31) is var day
        && Versions[0].FromOn <= day
            ? day
            : null;
}

/// <summary>One organization: what it is on a day, what it was, and what stands under it.</summary>
public sealed class OrganizationQuery(
    AppStore store,
    TreeReader trees,
    StructureRulesOn rules,
    ChangeHistory history,
    OrganizationNames names,
    IEnumerable<TreeNumbers> numbers,
    OrganizationChangeWords changeWords
)
{
    private const int MostChanges = 50;

    /// <summary>Null where it never stood within the actor's reach.</summary>
    public async Task<OrganizationView?> AskAsync(Actor actor, long id, DateOnly on, CancellationToken cancel)
    {
        var versions = await store
            .Set<OrganizationVersion>()
            .AsNoTracking()
            .Where(v => v.OrganizationId == id)
            .OrderBy(v => v.FromOn)
            .ToListAsync(cancel);
        if (versions.Count == 0)
        {
            return null;
        }

        var tree = await trees.ReadAsync(on, cancel);
        var node = tree.Find(id) is { HasEnded: false } now ? now : null;
        var (scopeTree, scopeNode) = (tree, node);
        if (scopeNode is null)
        {
            var last = versions[^1];
            var day = last.ToOn is { } end && end <= on ? end.AddDays(-1) : last.FromOn;
            scopeTree = await trees.ReadAsync(day, cancel);
            scopeNode = scopeTree.Find(id);
        }

        if (scopeNode is null || !ScopeRule.May(actor, Acts.SeeOrganizations, scopeTree, scopeNode))
        {
            return null;
        }

        var places = await store
            .Set<OrganizationPlace>()
            .AsNoTracking()
            .Where(p => p.OrganizationId == id)
            .OrderBy(p => p.FromOn)
            .ToListAsync(cancel);
        var structure = rules.Find(on);
        var source = numbers.FirstOrDefault();
        var parent = scopeTree.Parent(scopeNode);
        return new(
            await store.Set<Organization>().AsNoTracking().FirstAsync(o => o.Id == id, cancel),
            node?.Version ?? versions[^1],
            node,
            parent is not null && ScopeRule.May(actor, Acts.SeeOrganizations, scopeTree, parent) ? parent : null,
            node is not null && !structure.Exists(node.Kind),
            structure.Document,
            versions,
            await PlacesAsync(actor, tree, places, cancel),
            await KinAsync(id, cancel),
            source?.Columns ?? [],
            node is null ? [] : await ChildrenAsync(actor, tree, node, structure, source, cancel),
            node is not null && ScopeRule.May(actor, Acts.ChangeOrganizations, tree, node),
            ScopeRule.May(actor, Acts.SeeChanges, scopeTree, scopeNode) ? await ChangesAsync(id, versions, places, cancel) : null
        );
    }

    private async Task<IReadOnlyList<PlaceLine>> PlacesAsync(
        Actor actor,
        OrganizationTree tree,
        List<OrganizationPlace> places,
        CancellationToken cancel
    )
    {
        var called = await names.ReadAsync(places.Select(p => p.ParentId), cancel);
        return
        [
            .. places.Select(p => new PlaceLine(
                p.ParentId,
                called.On(p.ParentId, p.FromOn),
                p.FromOn,
                p.ToOn,
                p.ParentId is { } above && ScopeRule.May(actor, Acts.SeeOrganizations, tree, above)
            )),
        ];
    }

    private async Task<IReadOnlyList<KinLine>> KinAsync(long id, CancellationToken cancel)
    {
        var successions = await store
            .Set<OrganizationSuccession>()
            .AsNoTracking()
            .Where(s => s.OldId == id || s.NewId == id)
            .OrderBy(s => s.On)
            .ToListAsync(cancel);
        var called = await names.ReadAsync(successions.Select(s => (long?)(s.OldId == id ? s.NewId : s.OldId)), cancel);
        return
        [
            .. successions.Select(s =>
            {
                var isPredecessor = s.NewId == id;
                var other = isPredecessor ? s.OldId : s.NewId;
                var day = isPredecessor ? s.On.AddDays(-1) : s.On;
                return new KinLine(other, called.On(other, day)!, s.On, s.Decision, day, isPredecessor);
            }),
        ];
    }

    private static async Task<IReadOnlyList<ChildLine>> ChildrenAsync(
        Actor actor,
        OrganizationTree tree,
        TreeNode node,
        StructureRules structure,
        TreeNumbers? source,
        CancellationToken cancel
    )
    {
        var children = tree.Children(node)
            .Where(n => !n.HasEnded && ScopeRule.May(actor, Acts.SeeOrganizations, tree, n))
            .ToList();
        var count = source is null || children.Count == 0 ? null : await source.CountAsync(children, tree.On, cancel);
        return
        [
            .. children.Select(n => new ChildLine(
                n,
                !structure.Exists(n.Kind),
                count is null ? [] : [.. source!.Columns.Select(c => count(n.Id, c.Code))]
            )),
        ];
    }

    private async Task<IReadOnlyList<ChangeReading>> ChangesAsync(
        long id,
        List<OrganizationVersion> versions,
        List<OrganizationPlace> places,
        CancellationToken cancel
    )
    {
        var entries = await history.ReadAsync(
            [
                history.Of<Organization>(id),
                .. versions.Select(v => history.Of<OrganizationVersion>(v.Id)),
                .. places.Select(p => history.Of<OrganizationPlace>(p.Id)),
            ],
            MostChanges,
            cancel
        );
        var words = await changeWords.OfAsync(entries, cancel);
        return [.. entries.Select(words.Read)];
    }
}
