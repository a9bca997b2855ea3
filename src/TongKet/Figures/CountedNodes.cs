using TongKet.Domain.Organizations;

namespace TongKet.Figures;

/// <summary>
/// The organizations that a table counts: some subtrees, each a stretch of the tree's preorder. A district's table is
/// as small as the district, whatever else there is.
/// </summary>
public sealed class CountedNodes
{
    private readonly List<(int At, int End, int First)> stretches = [];

    public CountedNodes(OrganizationTree tree, IEnumerable<TreeNode> tops)
    {
        foreach (var top in tops.OrderBy(t => t.At).ThenByDescending(t => t.End))
        {
            if (stretches.Count > 0 && top.At < stretches[^1].End)
            {
                continue;
            }

            if (stretches.Count > 0 && top.At == stretches[^1].End)
            {
                stretches[^1] = stretches[^1] with { End = top.End };
            }
            else
            {
                stretches.Add((top.At, top.End, Count));
            }

            Count += top.End - top.At;
        }

        IsWhole = Count == tree.Nodes.Count;
    }

    /// <summary>One organization's row alone.</summary>
    public CountedNodes(TreeNode only)
    {
        stretches.Add((only.At, only.At + 1, 0));
        Count = 1;
    }

    /// <summary>The rows of these organizations alone, in the order of the tree.</summary>
    public static CountedNodes Only(IEnumerable<TreeNode> nodes)
    {
        var only = new CountedNodes();
        foreach (var node in nodes.OrderBy(n => n.At))
        {
            only.stretches.Add((node.At, node.At + 1, only.Count++));
        }

        return only;
    }

    private CountedNodes() { }

    public int Count { get; private set; }

    /// <summary>Every organization of the tree.</summary>
    public bool IsWhole { get; }

    /// <summary>The row of a node of the tree; -1 where it is not counted.</summary>
    public int RowOf(int at)
    {
        var (low, high) = (0, stretches.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var stretch = stretches[middle];
            if (at < stretch.At)
            {
                high = middle - 1;
            }
            else if (at >= stretch.End)
            {
                low = middle + 1;
            }
            else
            {
                return stretch.First + at - stretch.At;
            }
        }

        return -1;
    }

    /// <summary>The position in the tree of a row.</summary>
    public int PositionOf(int row)
    {
        var stretch = stretches.FindLast(s => s.First <= row);
        return stretch.At + row - stretch.First;
    }

    /// <summary>Positions in the tree, in the order of rows.</summary>
    public IEnumerable<int> Positions => stretches.SelectMany(s => Enumerable.Range(s.At, s.End - s.At));
}
