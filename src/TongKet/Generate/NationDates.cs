using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;

namespace TongKet.Generate;

/// <summary>The days on which the structure of all organizations changes, as the rule sets have them.</summary>
internal sealed class NationDates(NationSize size, RuleBook rules)
{
    public DateOnly Eve { get; } = size.Eve;
    public DateOnly LastDay { get; } = size.LastDay;

    /// <summary>From this day on there is no district any more; provinces and communes are merged.</summary>
    public DateOnly LevelsChangeOn { get; } =
        Structures(rules)
            .First(r => !r["kinds"].Names<OrganizationKind>().Contains(OrganizationKind.DistrictOrganization))
            .EffectiveFrom;

    /// <summary>From this day on a commune is a grassroots organization and every cell is a «chi bộ».</summary>
    public DateOnly KindsChangeOn { get; } =
        Structures(rules).First(r => r["kinds"].Names<OrganizationKind>().Contains(OrganizationKind.PartyCell)).EffectiveFrom;

    /// <summary>An earlier round of mergers, of a few communes.</summary>
    public DateOnly FewMergeOn { get; } = new(size.FirstYear + 4, 1, 1);

    /// <summary>Any day of the years in which districts stood, for what happens here and there.</summary>
    public DateOnly Any(Demo.Chance chance) => chance.Day(Eve.AddDays(400), LevelsChangeOn.AddDays(-400));

    private static IEnumerable<RuleSet> Structures(RuleBook rules) =>
        rules.All.Where(r => r.Subject == RuleBook.OrganizationStructure);
}
