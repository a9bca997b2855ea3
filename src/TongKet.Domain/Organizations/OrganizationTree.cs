namespace TongKet.Domain.Organizations;

/// <summary>One organization in a tree: where it stands in preorder, and what it was on the tree's day.</summary>
/// <param name="ParentAt">Position of the parent in preorder; -1 for a top.</param>
/// <param name="End">Position behind the last of its subtree.</param>
/// <param name="HasEnded">It ended within the period and hangs under its successor, else under its last parent.</param>
public sealed record TreeNode(OrganizationVersion Version, int At, int ParentAt, int Depth, bool HasEnded)
{
    public int End { get; internal set; } = At + 1;
    public long Id => Version.OrganizationId;
    public string Name => Version.Name;
    public string Code => Version.Code;
    public OrganizationKind Kind => Version.Kind;
}

/// <summary>
/// The tree as it stood at the end of a day, in preorder and in the office's own order. Organizations that ended
/// since <see cref="PeriodStart"/> hang under their successor (else their last parent), so that a period's flows stay
/// countable. What has no parent in force hangs nowhere and is not counted (<see cref="Unplaced"/>).
/// </summary>
public sealed class OrganizationTree
{
    private readonly Dictionary<long, TreeNode> byId;

    private OrganizationTree(DateOnly on, DateOnly periodStart, List<TreeNode> nodes, List<OrganizationVersion> unplaced)
    {
        On = on;
        PeriodStart = periodStart;
        Nodes = nodes;
        Unplaced = unplaced;
        byId = nodes.ToDictionary(n => n.Id);
    }

    public DateOnly On { get; }
    public DateOnly PeriodStart { get; }

    /// <summary>All nodes in preorder.</summary>
    public IReadOnlyList<TreeNode> Nodes { get; }

    /// <summary>In force on the day but with no parent in force.</summary>
    public IReadOnlyList<OrganizationVersion> Unplaced { get; }

    public TreeNode? Find(long organizationId) => byId.GetValueOrDefault(organizationId);

    public TreeNode? FindByCode(string code) => Nodes.FirstOrDefault(n => !n.HasEnded && n.Code == code);

    public TreeNode? Parent(TreeNode node) => node.ParentAt < 0 ? null : Nodes[node.ParentAt];

    /// <summary>The organization itself; of a body that is no Party organization the one it works for.</summary>
    public TreeNode? PartyOrganizationOf(TreeNode node)
    {
        TreeNode? of = node;
        while (of is not null && !of.Kind.IsPartyOrganization())
        {
            of = Parent(of);
        }

        return of;
    }

    /// <summary>The organization itself and everything under it.</summary>
    public IEnumerable<TreeNode> Subtree(TreeNode node) => Nodes.Skip(node.At).Take(node.End - node.At);

    public IEnumerable<TreeNode> Children(TreeNode node)
    {
        for (var at = node.At + 1; at < node.End; at = Nodes[at].End)
        {
            yield return Nodes[at];
        }
    }

    /// <summary>From the top down to the organization itself.</summary>
    public IReadOnlyList<TreeNode> Path(TreeNode node)
    {
        var path = new List<TreeNode>();
        for (TreeNode? n = node; n is not null; n = Parent(n))
        {
            path.Insert(0, n);
        }

        return path;
    }

    public static bool Contains(TreeNode above, TreeNode below) => below.At >= above.At && below.At < above.End;

    /// <summary>The lowest organization that has both in its subtree; null where no top holds both.</summary>
    public TreeNode? LowestCommonAncestor(TreeNode a, TreeNode b)
    {
        for (TreeNode? n = a; n is not null; n = Parent(n))
        {
            if (Contains(n, b))
            {
                return n;
            }
        }

        return null;
    }

    /// <summary>Builds the tree of the end of <paramref name="on"/>; flows are counted from <paramref name="periodStart"/>.</summary>
    public static OrganizationTree Build(
        IEnumerable<OrganizationVersion> versions,
        IEnumerable<OrganizationPlace> places,
        IEnumerable<OrganizationSuccession> successions,
        DateOnly on,
        DateOnly periodStart
    )
    {
        var inForce = new Dictionary<long, OrganizationVersion>();
        var ended = new Dictionary<long, OrganizationVersion>();
        foreach (var v in versions.OrderBy(v => v.FromOn).ThenBy(v => v.Id))
        {
            if (v.FromOn <= on && (v.ToOn is null || v.ToOn > on))
            {
                inForce[v.OrganizationId] = v;
            }
            else if (v.FromOn <= on && v.ToOn >= periodStart)
            {
                ended[v.OrganizationId] = v;
            }
        }

        var parent = new Dictionary<long, long?>();
        var lastParent = new Dictionary<long, long?>();
        foreach (var p in places.OrderBy(p => p.FromOn).ThenBy(p => p.Id))
        {
            if (p.FromOn <= on && (p.ToOn is null || p.ToOn > on))
            {
                parent[p.OrganizationId] = p.ParentId;
            }

            // Also of a place left open: what ended hangs under its last parent, however that was closed.
            if (p.FromOn <= on)
            {
                lastParent[p.OrganizationId] = p.ParentId;
            }
        }

        foreach (var (id, _) in inForce)
        {
            ended.Remove(id);
        }

        // Of several that share what ended, the latest named takes the flows, whatever order the records come in.
        var successor = successions
            .Where(s => s.On <= on)
            .OrderBy(s => s.On)
            .ThenBy(s => s.Id)
            .GroupBy(s => s.OldId)
            .ToDictionary(g => g.Key, g => g.Last().NewId);
        foreach (var (id, _) in ended)
        {
            parent[id] = successor.TryGetValue(id, out var next) ? next : lastParent.GetValueOrDefault(id);
        }

        return Order(on, periodStart, inForce, ended, parent);
    }

    private static OrganizationTree Order(
        DateOnly on,
        DateOnly periodStart,
        Dictionary<long, OrganizationVersion> inForce,
        Dictionary<long, OrganizationVersion> ended,
        Dictionary<long, long?> parent
    )
    {
        var all = inForce.Values.Concat(ended.Values).Where(v => parent.ContainsKey(v.OrganizationId)).ToList();
        var children = all.Where(v => parent[v.OrganizationId] is not null).ToLookup(v => parent[v.OrganizationId]!.Value);
        var nodes = new List<TreeNode>(all.Count);
        var stack = new Stack<(OrganizationVersion Version, int ParentAt, int Depth)>();
        Push(all.Where(v => parent[v.OrganizationId] is null && inForce.ContainsKey(v.OrganizationId)), -1, 0);
        while (stack.TryPop(out var next))
        {
            var node = new TreeNode(
                next.Version,
                nodes.Count,
                next.ParentAt,
                next.Depth,
                ended.ContainsKey(next.Version.OrganizationId)
            );
            nodes.Add(node);
            Push(children[node.Id], node.At, next.Depth + 1);
        }

        for (var at = nodes.Count - 1; at >= 0; at--)
        {
            if (nodes[at].ParentAt >= 0)
            {
                var above = nodes[nodes[at].ParentAt];
                above.End = Math.Max(above.End, nodes[at].End);
            }
        }

        var placed = nodes.Select(n => n.Id).ToHashSet();
        return new(on, periodStart, nodes, inForce.Values.Where(v => !placed.Contains(v.OrganizationId)).ToList());

        void Push(IEnumerable<OrganizationVersion> brothers, int parentAt, int depth)
        {
            foreach (var v in brothers.OrderByDescending(v => v.SortOrder).ThenByDescending(v => v.Code, StringComparer.Ordinal))
            {
                stack.Push((v, parentAt, depth));
            }
        }
    }
}
