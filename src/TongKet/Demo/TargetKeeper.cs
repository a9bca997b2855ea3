using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Web;

namespace TongKet.Demo;

/// <summary>Targets as they are assigned: by the upper levels in November for the year after, by the grassroots in January.</summary>
internal sealed class TargetKeeper(World world)
{
    private const double NotEnteredYet = 0.5;
    private readonly Chance chance = world.Chance;

    public void Plan()
    {
        for (var year = world.FirstDay.Year; year <= world.Time.Today.Year + 1; year++)
        {
            var of = year;
            world.Time.On(year == world.FirstDay.Year ? world.FirstDay : new(year - 1, 11, 12), _ => AssignAbove(of));
            world.Time.On(new(year, 1, 8), _ => AssignBelow(of));
        }
    }

    /// <summary>The communes that take over answer for the whole year, because figures follow the cells to them.</summary>
    public void AssignAfterTheChange(DateOnly on)
    {
        foreach (var commune in world.Register.OfKind(OrganizationKind.CommuneOrganization))
        {
            Assign(commune, "party", on.Year, 1);
            AssignBodies(commune, on.Year);
        }

        var district = world
            .Records.Versions.Where(v => v.Kind == OrganizationKind.DistrictOrganization && v.ToOn == on)
            .Select(v => v.OrganizationId)
            .ToHashSet();
        foreach (var target in world.Records.Targets.Where(t => t.Year == on.Year && district.Contains(t.OrganizationId)))
        {
            target.Note = Words.Get("demo.target.handed-over", VietnameseFormat.Date(on.AddDays(-1)));
        }
    }

    private void AssignAbove(int year)
    {
        foreach (var unit in world.Register.Open.Where(u => IsAbove(u.Now.Kind)).ToList())
        {
            Assign(unit, "party", year, 1);
            AssignBodies(unit, year);
        }
    }

    private void AssignBodies(Unit above, int year)
    {
        foreach (var body in above.Children.Where(c => c.Targets is not null))
        {
            Assign(body, body.Targets!, year, above.Parent is null ? 1 : 0.4m);
        }
    }

    private void AssignBelow(int year)
    {
        foreach (
            var unit in world
                .Register.Open.Where(u => u.IsPartyOrganization && !IsAbove(u.Now.Kind) && u.Now.DutyGroup is not null)
                .ToList()
        )
        {
            Assign(unit, unit.IsCell ? "cell" : "committee", year, 1);
        }
    }

    private static bool IsAbove(OrganizationKind kind) =>
        kind
            is OrganizationKind.ProvincialOrganization
                or OrganizationKind.DistrictOrganization
                or OrganizationKind.CommuneOrganization;

    private void Assign(Unit unit, string set, int year, decimal scale)
    {
        var members = unit.Headcount;
        foreach (var plan in world.Lists.Targets[set])
        {
            var value = Value(plan, members, scale);
            world.Records.Targets.Add(
                new()
                {
                    Id = world.NextId(),
                    OrganizationId = unit.Id,
                    Year = year,
                    Code = plan.Code,
                    Name = plan.Name,
                    Unit = plan.Unit,
                    BaseName = plan.Base,
                    Direction = plan.Direction,
                    AssignedValue = value,
                    FigureCode = plan.Figure,
                    ManualResult = Result(plan, value, year),
                }
            );
        }
    }

    /// <summary>A share keeps its value everywhere; a number is smaller where the organization or the time is.</summary>
    private static decimal Value(TargetPlan plan, int members, decimal scale) =>
        plan.PercentOfMembers > 0 ? Math.Max(1, Math.Round(members * plan.PercentOfMembers * scale / 100m))
        : plan.Unit == "%" || plan.Value == 0 ? plan.Value
        : Math.Max(1, Math.Round(plan.Value * scale));

    private decimal? Result(TargetPlan plan, decimal assigned, int year)
    {
        var today = world.Time.Today.Year;
        if (plan.Result is not [var lowest, var highest] || year > today || (year == today && chance.Happens(NotEnteredYet)))
        {
            return null;
        }

        if (chance.Happens(plan.Hits))
        {
            return assigned;
        }

        var share = plan.Unit == "%" || plan.Value == 0 ? 1 : assigned / plan.Value;
        return Math.Round((lowest + (highest - lowest) * (decimal)chance.Fraction()) * share, plan.Decimals);
    }
}
