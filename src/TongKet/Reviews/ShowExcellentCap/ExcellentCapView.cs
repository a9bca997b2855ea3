using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Reviews.ShowExcellentCap;

/// <summary>The share of Excellent of one group in every reading; <see cref="InForce"/> is the one of the rule set.</summary>
/// <param name="Organizations">The organizations of the group; of members' shares the one they belong to.</param>
/// <param name="Allowance">The document by which this group may have more; null is the usual share.</param>
/// <param name="Usual">The reading in force as it would be without that document.</param>
public sealed record CapGroupView(
    CapGroup Group,
    IReadOnlyList<TreeNode> Organizations,
    IReadOnlyList<CapReading> Readings,
    CapReading InForce,
    CapAllowance? Allowance,
    CapReading Usual
)
{
    public bool IsOver => InForce.Room < 0;

    /// <summary>More than the usual share: whoever reads the figures is told why.</summary>
    public bool IsOverUsual => Usual.Room < 0;

    public string Name => Group.Name.Length > 0 ? Group.Name : Words.Get("reviews.cap.no-group");
}

/// <summary>
/// Organizations by group of similar duty, and members by grassroots organization, with the rule set they are read by.
/// </summary>
public sealed record ExcellentCapView(
    TreeNode Organization,
    int Year,
    RuleSet RuleSet,
    decimal Percent,
    IReadOnlyList<CapGroupView> Groups,
    IReadOnlyList<CapGroupView> Members
);
