using System.Runtime.CompilerServices;
using TongKet.Domain.Organizations;

namespace TongKet.Figures.Engine;

/// <summary>
/// The stretches of rows of subtrees: neighbours joined with the room between them, whose rows are not live. Kept until
/// rows of an organization are laid elsewhere.
/// </summary>
public sealed class RowRuns(ColumnTable rows)
{
    private const int Most = 1024;
    private readonly ConditionalWeakTable<OrganizationTree, Dictionary<int, RowStretch[]>> kept = [];
    private int moved = -1;

    public ReadOnlySpan<RowStretch> Of(OrganizationTree tree, TreeNode top, OrganizationSlots slots)
    {
        if (moved != rows.Moves)
        {
            kept.Clear();
            moved = rows.Moves;
        }

        var runs = kept.GetOrCreateValue(tree);
        if (!runs.TryGetValue(top.At, out var found))
        {
            if (runs.Count >= Most)
            {
                runs.Clear();
            }

            runs[top.At] = found = Join(tree, top, slots);
        }

        return found;
    }

    private RowStretch[] Join(OrganizationTree tree, TreeNode top, OrganizationSlots slots)
    {
        var rooms = new List<(int Start, int Room)>(top.End - top.At);
        for (var at = top.At; at < top.End; at++)
        {
            if (tree.Nodes[at].Kind.IsPartyOrganization() && rows.RoomAt(slots.Of(tree.Nodes[at].Id)) is { Room: > 0 } room)
            {
                rooms.Add(room);
            }
        }

        rooms.Sort();
        var runs = new List<RowStretch>();
        foreach (var (start, room) in rooms)
        {
            if (runs.Count > 0 && runs[^1].Start + runs[^1].Length == start)
            {
                runs[^1] = runs[^1] with { Length = runs[^1].Length + room };
            }
            else
            {
                runs.Add(new(start, room, 0));
            }
        }

        return [.. runs];
    }
}
