using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;

namespace TongKet.Domain.Reviews;

/// <summary>Which level decides on a grade, seen from whom it is decided on. Data of the rule set.</summary>
public enum DecidingLevel : byte
{
    /// <summary>The cell itself.</summary>
    Cell = 1,

    /// <summary>The grassroots committee it stands under.</summary>
    Grassroots = 2,

    /// <summary>The committee right above.</summary>
    DirectSuperior = 3,

    /// <summary>The level that manages the post.</summary>
    ManagingLevel = 4,
}

/// <summary>The organization whose body decides, and on what that rests.</summary>
/// <param name="Parameter">The parameter of the rule set that says so.</param>
public sealed record Decider(TreeNode Organization, string Parameter, string? Article, bool Confirmed);

/// <summary>
/// Who decides on whom (HD 25 section 3; HD 43): levels above see, count and may ask to reconsider, they do not decide
/// again. Null where nobody in the tree does, as on its top.
/// </summary>
/// <param name="Tree">As it stood when the roster was closed.</param>
/// <param name="GrassrootsKinds">What counts as TCCSĐ on that day.</param>
public sealed record DecidingLevelRule(RuleSet Set, OrganizationTree Tree, IReadOnlyCollection<OrganizationKind> GrassrootsKinds)
{
    /// <summary>On an organization, and on the collective that leads it.</summary>
    public Decider? OnOrganization(TreeNode organization) =>
        organization.HasEnded ? null
        : !organization.Kind.IsPartyOrganization() ? At("decides_on_leaders", organization)
        : IsGrassroots(organization) ? At("decides_on_grassroots", organization)
        : Grassroots(organization) is not null ? At("decides_on_subordinate_organizations", organization)
        : At("decides_on_higher_organizations", organization);

    /// <summary>On a member of a cell.</summary>
    public Decider? OnMember(TreeNode cell) =>
        cell.HasEnded ? null
        : IsGrassroots(cell) ? At("decides_on_members_of_grassroots_cells", cell)
        : At("decides_on_members", cell);

    /// <summary>On the leader of an organization or body, as a leader.</summary>
    public Decider? OnLeader(TreeNode leads) => leads.HasEnded ? null : At("decides_on_leaders", leads);

    private Decider? At(string name, TreeNode of)
    {
        var parameter = Set[name];
        var decides = Enum.Parse<DecidingLevel>(parameter.Text) switch
        {
            DecidingLevel.Cell => of,
            // A cell that stands under no grassroots committee is decided on by whatever stands above it.
            DecidingLevel.Grassroots => Grassroots(of) ?? Superior(of),
            // Whoever leads what a committee decides on is managed by that committee.
            DecidingLevel.ManagingLevel when of.Kind.IsPartyOrganization() && name == "decides_on_leaders" => OnOrganization(
                of
            )?.Organization,
            _ => Superior(of),
        };
        return decides is null ? null : new(decides, name, parameter.Article, parameter.Confirmed);
    }

    private bool IsGrassroots(TreeNode node) => GrassrootsKinds.Contains(node.Kind);

    /// <summary>The nearest grassroots organization, itself or above.</summary>
    private TreeNode? Grassroots(TreeNode node)
    {
        TreeNode? above = node;
        while (above is not null && !IsGrassroots(above))
        {
            above = Tree.Parent(above);
        }

        return above;
    }

    private TreeNode? Superior(TreeNode node) => Tree.Parent(node) is { } above ? Tree.PartyOrganizationOf(above) : null;
}
