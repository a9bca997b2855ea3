using TongKet.Domain.Organizations;
using TongKet.Domain.Values;

namespace TongKet.Demo;

/// <summary>Founds, renames, moves, merges and ends the organizations of the demo world, as dated records.</summary>
internal sealed class OrganizationRegister(World world)
{
    private const int FirstOrderOfBodies = 800;
    private readonly List<Unit> units = [];

    public IEnumerable<Unit> Open => units.Where(u => u.IsOpen);
    public IEnumerable<Unit> Cells => Open.Where(u => u.IsCell);
    public Unit Province => units[0];

    public IEnumerable<Unit> OfKind(OrganizationKind kind) => Open.Where(u => u.Now.Kind == kind);

    /// <summary>A new organization; before the records begin, what was earlier is unknown.</summary>
    public Unit Found(Unit? parent, OrganizationKind kind, string name, DateOnly on, string? group = null, string? code = null)
    {
        var isKnown = on > world.Eve;
        var record = new Organization
        {
            Id = world.NextId(),
            FoundedOn = isKnown ? on : FoundingDay(kind),
            FoundingDecision = FoundingDecision(parent),
        };
        world.Records.Organizations.Add(record);
        var unit = new Unit(record)
        {
            Now = Keep(
                new OrganizationVersion
                {
                    Id = world.NextId(),
                    OrganizationId = record.Id,
                    Code = code ?? (parent is null ? world.Lists.Places.ProvinceCode : NextCode(parent, kind)),
                    Name = name,
                    NameFolded = VietnameseText.Fold(name),
                    Kind = kind,
                    DutyGroup = group,
                    SortOrder = NextOrder(parent, kind),
                    FromOn = on,
                    FromIsKnown = isKnown,
                }
            ),
            Place = Keep(
                new OrganizationPlace
                {
                    Id = world.NextId(),
                    OrganizationId = record.Id,
                    ParentId = parent?.Id,
                    FromOn = on,
                }
            ),
            Parent = parent,
            Home = parent?.Home,
            MinorityShare = parent?.MinorityShare ?? 0,
        };
        parent?.Children.Add(unit);
        units.Add(unit);
        return unit;
    }

    /// <summary>From this day on it is called otherwise, or is of another kind; what it was ends.</summary>
    public void Change(Unit unit, DateOnly on, Action<OrganizationVersion> change)
    {
        var before = unit.Now;
        if (before.FromOn < on)
        {
            before.ToOn = on;
            unit.Now = Keep(
                new OrganizationVersion
                {
                    Id = world.NextId(),
                    OrganizationId = before.OrganizationId,
                    Code = before.Code,
                    Name = before.Name,
                    NameFolded = before.NameFolded,
                    Kind = before.Kind,
                    DutyGroup = before.DutyGroup,
                    SortOrder = before.SortOrder,
                    CountsOnly = before.CountsOnly,
                    FromOn = on,
                }
            );
        }

        change(unit.Now);
        unit.Now.NameFolded = VietnameseText.Fold(unit.Now.Name);
    }

    /// <summary>Puts it under another organization, with a code and a place in the order there.</summary>
    public void Move(Unit unit, Unit parent, DateOnly on, Action<OrganizationVersion> change)
    {
        unit.Place.ToOn = on;
        unit.Place = Keep(
            new OrganizationPlace
            {
                Id = world.NextId(),
                OrganizationId = unit.Id,
                ParentId = parent.Id,
                FromOn = on,
            }
        );
        unit.Parent!.Children.Remove(unit);
        parent.Children.Add(unit);
        unit.Parent = parent;
        Change(
            unit,
            on,
            v =>
            {
                change(v);
                v.Code = NextCode(parent, v.Kind);
                v.SortOrder = NextOrder(parent, v.Kind);
            }
        );
        Recode(unit, on);
    }

    /// <summary>The code of a cell begins with the code of what it stands under.</summary>
    private void Recode(Unit above, DateOnly on)
    {
        above.LastCode = 0;
        foreach (var unit in above.Children)
        {
            Change(unit, on, v => v.Code = NextCode(above, v.Kind));
            Recode(unit, on);
        }
    }

    /// <summary>Ends it; nobody and nothing may be left in it.</summary>
    public void End(Unit unit, DateOnly on, Unit? successor = null)
    {
        if (unit.Members.Count > 0 || unit.Children.Count > 0)
        {
            throw new InvalidOperationException($"{unit.Now.Name} is not empty on {on:d}.");
        }

        PostKeeper.EndAll(unit, on);
        unit.Now.ToOn = on;
        unit.Place.ToOn = on;
        unit.Parent!.Children.Remove(unit);
        if (successor is not null)
        {
            world.Records.Successions.Add(
                new()
                {
                    Id = world.NextId(),
                    OldId = unit.Id,
                    NewId = successor.Id,
                    On = on,
                    Decision = FoundingDecision(successor.Parent),
                }
            );
        }
    }

    private static string NextCode(Unit parent, OrganizationKind kind) =>
        // Five parts: province, superior of grassroots, grassroots, committee between (000 where there is none), cell.
        parent.Now.Kind
            is OrganizationKind.GrassrootsPartyOrganization
                or OrganizationKind.SubGrassrootsOrganization
        && kind.IsCell()
            ? $"{parent.Now.Code}.000.{++parent.LastCode:000}"
            : $"{parent.Now.Code}.{++parent.LastCode:000}";

    private static int NextOrder(Unit? parent, OrganizationKind kind) =>
        parent is null ? 1
        : kind.IsPartyOrganization() ? ++parent.LastOrder
        : FirstOrderOfBodies + parent.Children.Count;

    private DateOnly FoundingDay(OrganizationKind kind) =>
        kind is OrganizationKind.ProvincialOrganization or OrganizationKind.DistrictOrganization
            ? world.Chance.Day(new(1945, 10, 1), new(1948, 12, 31))
            : world.Chance.Day(new(1961, 1, 3), new(2017, 12, 20));

    private string FoundingDecision(Unit? parent) =>
        $"{world.Chance.Between(12, 986)}-QĐ/"
        + parent?.Now.Kind switch
        {
            null or OrganizationKind.ProvincialOrganization => "TU",
            OrganizationKind.DistrictOrganization => "HU",
            _ => "ĐU",
        };

    private OrganizationVersion Keep(OrganizationVersion version)
    {
        world.Records.Versions.Add(version);
        return version;
    }

    private OrganizationPlace Keep(OrganizationPlace place)
    {
        world.Records.Places.Add(place);
        return place;
    }
}
