using TongKet.Domain.Organizations;

namespace TongKet.Demo;

/// <summary>The province with its district as it stood when the records began: communes, agencies, schools, enterprises.</summary>
internal sealed class DistrictMaker(World world)
{
    private const int CellsOfACommune = 13;
    private readonly OrganizationList lists = world.Lists.Organizations;
    private readonly PlaceList places = world.Lists.Places;
    private Queue<string> villages = new();

    public void Make()
    {
        var on = world.Eve;
        villages = new(world.Chance.Shuffled(places.VillageFirst.SelectMany(_ => places.VillageSecond, (a, b) => $"{a} {b}")));
        var province = world.Register.Found(null, OrganizationKind.ProvincialOrganization, $"Đảng bộ tỉnh {places.Province}", on);
        province.Record.Note = places.Note;
        province.LastCode = 100;
        var district = world.Register.Found(
            province,
            OrganizationKind.DistrictOrganization,
            $"Đảng bộ huyện {places.District}",
            on,
            code: $"{places.ProvinceCode}.{places.DistrictCode}"
        );
        district.MinorityShare = 0.06;
        var (communes, committees, cells) = Shares();
        MakeCommunes(district, communes, committees.Sum(c => c.Count), cells.Count);
        foreach (var (plan, count) in committees)
        {
            MakeCommittee(district, plan, count);
        }

        foreach (var plan in cells)
        {
            var cell = world.Register.Found(district, OrganizationKind.GrassrootsCell, plan.Name, on, lists.Groups[plan.Group]);
            (cell.Site, cell.Fate, cell.Later, cell.Home) = (
                plan.Site,
                plan.Fate,
                plan.Later,
                Home($"xã {world.Chance.Pick(places.Communes)}")
            );
        }

        MakeBodies(province, "province");
        MakeBodies(district, "district");
    }

    /// <summary>How many of the grassroots organizations are communes, committees of agencies, and single cells.</summary>
    private (int Communes, List<(CommitteePlan Plan, int Count)> Committees, List<CellPlan> Cells) Shares()
    {
        var all = world.Size.GrassrootsOrganizations;
        var communes = Math.Clamp((int)Math.Round(all * 0.3), 3, places.Communes.Count);
        var few = Math.Clamp((int)Math.Round(all * 0.1), 1, lists.Committees.Count);
        var committees = lists
            .Committees.Take(few)
            .Select(p => (p, p.Fate == Fate.CountsOnly ? 0 : Math.Min(p.Cells.Count, world.Size.Cells / 20 + 1)));
        return (communes, committees.ToList(), [.. lists.Cells.Take(all - communes - few)]);
    }

    private void MakeCommunes(Unit district, int communes, int ofCommittees, int single)
    {
        var left = world.Size.Cells - ofCommittees - single;
        for (var i = 0; i < communes; i++)
        {
            var isTown = i == 0;
            var place = isTown ? places.Town : places.Communes[i - 1];
            var name = $"{(isTown ? "thị trấn" : "xã")} {place}";
            var unit = world.Register.Found(
                district,
                OrganizationKind.GrassrootsPartyOrganization,
                $"Đảng bộ {name}",
                world.Eve,
                lists.Groups["commune"]
            );
            (unit.Home, unit.PlaceName) = (Home(name), place);
            unit.MinorityShare = places.MinorityCommunes.Contains(place) ? 0.47 : 0.055;
            var fair = left / (communes - i);
            var cells = i == communes - 1 ? left : Math.Max(3, fair + (fair > 5 ? world.Chance.Between(-2, 2) : 0));
            left -= cells;
            MakeCommuneCells(unit, place, name, isTown, cells);
        }
    }

    private void MakeCommuneCells(Unit commune, string place, string name, bool isTown, int count)
    {
        // A small commune has fewer schools, never no village.
        var names = lists.CommuneCells;
        var beside = new List<(string Site, string Name)> { ("police", string.Format(names.Police, name)) };
        beside.AddRange(names.Schools.Select(s => (s.Value, string.Format(s.Key, place))));
        beside.Add(("militia", string.Format(names.Militia, name)));
        beside.Add(("clinic", string.Format(names.Clinic, name)));
        beside = [.. beside.Take(Math.Clamp(count * beside.Count / CellsOfACommune, 1, count - 2))];
        AddCell(commune, "office", string.Format(names.Office, name));
        for (var i = 1; i <= count - 1 - beside.Count; i++)
        {
            AddCell(
                commune,
                "village",
                isTown ? string.Format(names.Quarter, i) : string.Format(names.Village, villages.Dequeue())
            );
        }

        foreach (var (site, cellName) in beside)
        {
            AddCell(commune, site, cellName);
        }
    }

    private void MakeCommittee(Unit district, CommitteePlan plan, int count)
    {
        var unit = world.Register.Found(
            district,
            OrganizationKind.GrassrootsPartyOrganization,
            plan.Name,
            world.Eve,
            lists.Groups[plan.Group]
        );
        (unit.Fate, unit.Later, unit.Home) = (plan.Fate, plan.Later, Home($"xã {world.Chance.Pick(places.Communes)}"));
        unit.Now.CountsOnly = plan.Fate == Fate.CountsOnly;
        var above = unit;
        for (var i = 0; i < count; i++)
        {
            if (i == 2 && plan.Section is not null)
            {
                above = world.Register.Found(unit, OrganizationKind.SectionalOrganization, plan.Section, world.Eve);
            }

            AddCell(above, plan.Site, plan.Cells[i]);
        }
    }

    private void AddCell(Unit above, string site, string name) =>
        world.Register.Found(above, OrganizationKind.SubordinateCell, name, world.Eve).Site = site;

    private void MakeBodies(Unit above, string level)
    {
        foreach (var plan in lists.Bodies[level])
        {
            var body = world.Register.Found(above, plan.Kind, plan.Name, world.Eve, code: $"{above.Now.Code}.{plan.Code}");
            (body.Later, body.Targets) = (plan.Later, plan.Targets);
        }
    }

    private string Home(string commune) => $"{commune}, huyện {places.District}, tỉnh {places.Province}";
}
