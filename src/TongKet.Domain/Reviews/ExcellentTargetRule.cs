using TongKet.Domain.Regulations;
using TongKet.Domain.Targets;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// A target for the share of Excellent that the cap makes impossible (rules.md §14): 20% of those graded Good is at most
/// a sixth of all graded, even if all others are Good.
/// </summary>
public static class ExcellentTargetRule
{
    private static readonly string[] OfMembers = ["member_excellent_rate"];
    private static readonly string[] OfOrganizations = ["org_excellent_rate", "cell_excellent_rate"];

    /// <summary>Null where nothing stands against the target.</summary>
    public static Refusal? Find(RuleBook rules, Target target)
    {
        var parameter =
            OfMembers.Contains(target.FigureCode) ? "excellent_cap_base_members"
            : OfOrganizations.Contains(target.FigureCode) ? "excellent_cap_base_organizations"
            : null;
        if (parameter is null || target.Direction == TargetDirection.AtMost)
        {
            return null;
        }

        var set = rules.InForce(RuleBook.AnnualReview, new DateOnly(target.Year, 12, 31));
        var highest = HighestShare(set["excellent_cap_percent"].Decimal, Enum.Parse<CapBase>(set[parameter].Text));
        return target.AssignedValue > highest
            ? new("review.target-over-cap", set["excellent_cap_percent"].Article, target.AssignedValue, highest, set.Document)
            : null;
    }

    /// <summary>The highest share of all graded in percent that a cap on a base leaves, cut off at one decimal.</summary>
    public static decimal HighestShare(decimal capPercent, CapBase @base) =>
        @base == CapBase.GoodOnly ? Math.Floor(capPercent * 1000m / (100m + capPercent)) / 10m : capPercent;
}
