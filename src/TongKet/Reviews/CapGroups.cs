using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Reviews;

/// <summary>The group within which an organization's share of Excellent is kept, as the rule set of the review says.</summary>
public static class CapGroups
{
    private static readonly HashSet<string> Kinds = [.. Enum.GetNames<OrganizationKind>()];

    /// <summary>Empty where none is recorded of it.</summary>
    public static string KeyOf(RuleSet rules, TreeNode node) =>
        CapRules.OfOrganizations(rules).Grouping == CapGrouping.KindUnderSuperior
            ? node.Kind.ToString()
            : node.Version.DutyGroup ?? "";

    public static string NameOf(string key) => Kinds.Contains(key) ? Words.Of(Enum.Parse<OrganizationKind>(key)) : key;
}
