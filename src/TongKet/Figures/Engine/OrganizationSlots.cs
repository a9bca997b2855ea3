using System.Runtime.CompilerServices;
using TongKet.Domain.Organizations;

namespace TongKet.Figures.Engine;

/// <summary>
/// A small number for each organization, in the order in which their rows lie: preorder of the tree that stood when
/// the columns were laid, later ones behind.
/// </summary>
public sealed class OrganizationSlots
{
    private readonly Dictionary<long, int> slots = [];
    private readonly List<long> ids = [];
    private readonly ConditionalWeakTable<OrganizationTree, int[]> positions = [];

    public OrganizationSlots(IEnumerable<long> organizations)
    {
        foreach (var id in organizations)
        {
            Of(id);
        }
    }

    public int Count => ids.Count;

    public ReadOnlySpan<long> Ids => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids);

    public long Bytes => 40L * ids.Count;

    public int Of(long organizationId)
    {
        if (!slots.TryGetValue(organizationId, out var slot))
        {
            slots[organizationId] = slot = ids.Count;
            ids.Add(organizationId);
        }

        return slot;
    }

    public long IdOf(int slot) => ids[slot];

    /// <summary>Where each slot stands in a tree; -1 where it does not, or is no Party organization.</summary>
    public int[] PositionsIn(OrganizationTree tree)
    {
        if (positions.TryGetValue(tree, out var kept))
        {
            return kept;
        }

        foreach (var node in tree.Nodes)
        {
            Of(node.Id);
        }

        var made = new int[Count];
        Array.Fill(made, -1);
        foreach (var node in tree.Nodes.Where(n => n.Kind.IsPartyOrganization()))
        {
            made[Of(node.Id)] = node.At;
        }

        positions.AddOrUpdate(tree, made);
        return made;
    }
}
