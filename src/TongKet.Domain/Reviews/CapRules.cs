using TongKet.Domain.Regulations;

namespace TongKet.Domain.Reviews;

/// <summary>Within what the share of Excellent is kept. Data of the rule set (QĐ 124 art. 12; HD 21).</summary>
public enum CapGrouping : byte
{
    /// <summary>Organizations of similar role, function and duty.</summary>
    DutyGroup,

    /// <summary>Organizations of one kind under the same superior.</summary>
    KindUnderSuperior,

    /// <summary>Members of one TCCSĐ.</summary>
    GrassrootsOrganization,
}

/// <summary>What the competent level decided for one group, in writing.</summary>
/// <param name="Number">Number and day of the decision.</param>
/// <param name="Percent">A higher share, where results are outstanding (QĐ 366); null keeps the usual one.</param>
/// <param name="AllowsOne">One Excellent in a group too small for the share to reach one.</param>
public sealed record CapDecision(string Number, decimal? Percent = null, bool AllowsOne = false);

/// <summary>The share of Excellent of one kind of object, as the rule set has it.</summary>
/// <param name="ExceptionPercent">The highest share that may be decided for a group; null where none is known.</param>
/// <param name="Blocks">Exceeding is refused; else it is warned of.</param>
/// <param name="IsConfirmed">Percent, base and grouping are all confirmed by a published source.</param>
public sealed record CapRules(
    decimal Percent,
    decimal? ExceptionPercent,
    CapBase Base,
    CapGrouping Grouping,
    bool RoundsDown,
    bool AllowsOneInSmallGroup,
    bool Blocks,
    string? Article,
    bool IsConfirmed
)
{
    public static CapRules OfOrganizations(RuleSet set) => Of(set, "organizations");

    public static CapRules OfMembers(RuleSet set) => Of(set, "members");

    private static CapRules Of(RuleSet set, string whose)
    {
        var (percent, @base, group) = (
            set["excellent_cap_percent"],
            set["excellent_cap_base_" + whose],
            set["excellent_cap_group_" + whose]
        );
        return new(
            percent.Decimal,
            set["excellent_cap_exception_percent"].Known,
            Enum.Parse<CapBase>(@base.Text),
            Enum.Parse<CapGrouping>(group.Text),
            set["excellent_cap_rounds_down"].Flag,
            set["excellent_cap_small_group_allows_one"].Flag,
            set["excellent_cap_exceeding"].Text == "Blocks",
            percent.Article,
            percent.Confirmed && @base.Confirmed && group.Confirmed
        );
    }
}
