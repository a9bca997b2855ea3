using TongKet.Demo;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;

namespace TongKet.Generate;

/// <summary>Targets of each year: three of the upper levels, one of a grassroots organization, counted or entered by hand.</summary>
internal sealed class TargetMaker(NationSize size, DemoLists lists, Chance chance, IdRange ids)
{
    private readonly IReadOnlyList<TargetPlan> ofUpper =
    [
        lists.Targets["party"].First(p => p.Figure is not null && p.PercentOfMembers > 0),
        lists.Targets["party"].First(p => p.Unit == "%" && p.Figure is not null),
        lists.Targets["party"].First(p => p.Result is not null),
    ];
    private readonly IReadOnlyList<TargetPlan> ofGrassroots = [lists.Targets["committee"][0]];

    public IEnumerable<Target> Of(PlannedUnit unit)
    {
        var plans = unit.Versions[0].Kind switch
        {
            OrganizationKind.ProvincialOrganization
            or OrganizationKind.DistrictOrganization
            or OrganizationKind.CommuneOrganization => ofUpper,
            OrganizationKind.GrassrootsPartyOrganization or OrganizationKind.GrassrootsCell => ofGrassroots,
            _ => [],
        };
        return from year in Enumerable.Range(size.FirstYear, size.LastDay.Year - size.FirstYear + 1)
            where unit.StandsOn(new DateOnly(year, 1, 1))
            from plan in plans
            select Target(unit, year, plan);
    }

    private Target Target(PlannedUnit unit, int year, TargetPlan plan) =>
        new()
        {
            Id = ids.Next(),
            OrganizationId = unit.Id,
            Year = year,
            Code = plan.Code,
            Name = plan.Name,
            Unit = plan.Unit,
            BaseName = plan.Base,
            Direction = plan.Direction,
            AssignedValue =
                plan.PercentOfMembers > 0 ? Math.Max(1, Math.Round(unit.Members * plan.PercentOfMembers / 100m)) : plan.Value,
            FigureCode = plan.Figure,
            ManualResult =
                plan.Result is [var lowest, var highest] && year < size.LastDay.Year
                    ? Math.Round(lowest + (highest - lowest) * (decimal)chance.Fraction(), 1)
                    : null,
        };
}
