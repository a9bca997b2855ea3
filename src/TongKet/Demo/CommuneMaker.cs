using TongKet.Domain.Organizations;

namespace TongKet.Demo;

/// <summary>A commune that took over from old ones, and the cells of its own agencies.</summary>
internal sealed record NewCommune(Unit Commune, IReadOnlyList<string> Merged, List<Unit> Offices);

/// <summary>
/// Makes the Party organization of a new commune: two committees of its agencies; villages, schools, police and the rest as
/// grassroots cells right under it.
/// </summary>
internal sealed class CommuneMaker(World world)
{
    private const int FewestInACell = 4;
    private readonly OrganizationRegister register = world.Register;
    private readonly OrganizationList lists = world.Lists.Organizations;

    public NewCommune Make(Unit province, int at, List<Unit> old, DateOnly on)
    {
        var name = $"{(at == 0 ? "phường" : "xã")} {world.Lists.Places.Successors[at]}";
        var commune = register.Found(
            province,
            OrganizationKind.CommuneOrganization,
            $"Đảng bộ {name}",
            on,
            lists.Groups["successor"]
        );
        commune.Home = $"{name}, tỉnh {world.Lists.Places.Province}";
        commune.MinorityShare = old.Average(o => o.MinorityShare);
        var merged = old.ConvertAll(o => o.PlaceName!);
        var cells = old.SelectMany(o => o.Cells()).ToList();
        var offices = MakeAgencies(commune, name, cells.Where(c => c.Site == "office").ToList(), on);
        foreach (var site in (string[])["police", "militia", "clinic"])
        {
            Join(commune, cells.Where(c => c.Site == site).ToList(), Name(site, name), on);
        }

        // In every third commune the schools stand under the committee of the People's Committee.
        var government = commune.Children[1];
        foreach (
            var cell in cells.Where(c =>
                c.IsOpen && c.Parent!.Now.Kind == OrganizationKind.GrassrootsPartyOrganization && old.Contains(c.Parent)
            )
        )
        {
            var isUnder = cell.Site is "school" or "kindergarten" && at % 3 == 1;
            TakeOver(cell, isUnder ? government : commune, on);
        }

        foreach (var unit in old)
        {
            register.End(unit, on, commune);
        }

        foreach (var plan in lists.Bodies["successor"])
        {
            var body = register.Found(
                commune,
                plan.Kind,
                string.Format(plan.Name, name),
                on,
                code: $"{commune.Now.Code}.{plan.Code}"
            );
            body.Targets = plan.Targets;
        }

        return new(commune, merged, offices);
    }

    public void TakeOver(Unit unit, NewCommune to, DateOnly on) => TakeOver(unit, to.Commune, on);

    private void TakeOver(Unit unit, Unit above, DateOnly on) =>
        register.Move(
            unit,
            above,
            on,
            v =>
            {
                v.Name = unit.Later ?? v.Name;
                v.Kind =
                    !v.Kind.IsCell() ? v.Kind
                    : above.Now.Kind == OrganizationKind.CommuneOrganization ? OrganizationKind.GrassrootsCell
                    : OrganizationKind.SubordinateCell;
                v.DutyGroup = v.Kind == OrganizationKind.SubordinateCell ? null : v.DutyGroup ?? Group(unit.Site);
            }
        );

    /// <summary>The offices of the old communes become the first cells of the new agencies; the others are founded.</summary>
    private List<Unit> MakeAgencies(Unit commune, string name, List<Unit> old, DateOnly on)
    {
        var group = lists.Groups["communeOffice"];
        var party = register.Found(
            commune,
            OrganizationKind.GrassrootsPartyOrganization,
            string.Format(lists.Successor.Party, name),
            on,
            group
        );
        var government = register.Found(
            commune,
            OrganizationKind.GrassrootsPartyOrganization,
            string.Format(lists.Successor.Government, name),
            on,
            group
        );
        var (partyNames, governmentNames) = (lists.Successor.PartyCells, lists.Successor.GovernmentCells);
        // Kept first: the committee's office, the People's Committee's office, then the divisions.
        (Unit Above, string Name)[] slots =
        [
            (party, partyNames[0]),
            .. governmentNames.Select(n => (government, n)),
            .. partyNames.Skip(1).Select(n => (party, n)),
        ];
        var made = new List<Unit>();
        for (var i = 0; i < slots.Length; i++)
        {
            var (above, cellName) = (slots[i].Above, string.Format(slots[i].Name, name));
            var cell = i < old.Count ? old[i] : register.Found(above, OrganizationKind.SubordinateCell, cellName, on);
            if (i < old.Count)
            {
                cell.Later = cellName;
                TakeOver(cell, above, on);
            }

            cell.Site = "office";
            made.Add(cell);
        }

        foreach (var cell in made.Where(c => c.Members.Count == 0))
        {
            Staff(cell, made, on);
        }

        return made;
    }

    /// <summary>A cell needs members from its first day: from the largest of the commune's offices.</summary>
    private void Staff(Unit cell, List<Unit> offices, DateOnly on)
    {
        while (cell.Members.Count < FewestInACell)
        {
            var largest = offices.MaxBy(c => c.Members.Count(p => p.IsOfficial && p.Stay!.FromOn < on))!;
            var free = largest
                .Members.Where(p => p.IsOfficial && p.Stay!.FromOn < on && largest.Posts.TrueForAll(held => held.Holder != p))
                .ToList();
            if (largest.Members.Count <= FewestInACell || free.Count == 0)
            {
                return;
            }

            world.People.Move(world.Chance.Pick(free), cell, on);
        }
    }

    /// <summary>Of several small cells of one kind one goes on for the whole commune; the others merge into it.</summary>
    private void Join(Unit commune, List<Unit> cells, string name, DateOnly on)
    {
        if (cells.Count == 0)
        {
            return;
        }

        cells[0].Later = name;
        foreach (var cell in cells.Skip(1))
        {
            world.People.MoveAll(cell, cells[0], on);
            register.End(cell, on, cells[0]);
        }

        TakeOver(cells[0], commune, on);
    }

    private string Name(string site, string commune)
    {
        var names = lists.CommuneCells;
        return string.Format(
            site == "police" ? names.Police
                : site == "militia" ? names.Militia
                : names.Clinic,
            commune
        );
    }

    private string Group(string? site) =>
        lists.Groups[
            site switch
            {
                "village" => "village",
                "school" or "kindergarten" or "highSchool" => "school",
                "police" or "militia" => "force",
                "clinic" or "hospital" => "service",
                "enterprise" => "enterprise",
                _ => "communeOffice",
            }
        ];
}
