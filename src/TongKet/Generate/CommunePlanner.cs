using TongKet.Demo;
using TongKet.Domain.Organizations;
using TongKet.Web;

namespace TongKet.Generate;

/// <summary>
/// Plans a commune of today: the old communes of a district that it takes over from, their cells, and the agencies, schools
/// and enterprises that stood under the district until it ended.
/// </summary>
internal sealed class CommunePlanner(NationDates dates, NationLists lists, Chance chance, IdRange ids)
{
    private readonly List<PlannedUnit> units = [];
    private int communes;

    public CommunePlan Plan(PlannedUnit province, PlannedUnit district, PlannedUnit bloc)
    {
        units.Clear();
        var name = lists.Commune(chance.Below(360));
        var commune = New(province, isOld: false);
        commune.Begin(
            OrganizationKind.CommuneOrganization,
            Words.Get("generate.name.commune", name),
            Words.Get("generate.group.commune"),
            dates.LevelsChangeOn
        );
        var old = OldCommunes(commune, district, name);
        for (var left = GrassrootsOf(communes++); left > 0; left--)
        {
            PlanGrassroots(commune, district, bloc, old[chance.Below(old.Count)]);
        }

        foreach (var one in old)
        {
            one.End(dates.LevelsChangeOn, commune);
        }

        foreach (var one in units.Where(u => u.IsCell && u.To is null && u.Now.Kind != OrganizationKind.PartyCell))
        {
            one.Change(dates.KindsChangeOn, OrganizationKind.PartyCell);
        }

        return new(commune, [.. units]);
    }

    /// <summary>From 5 to 25, and soon near their mean, so that a small nation has its share of members too.</summary>
    private static int GrassrootsOf(int commune) => 5 + (10 + 8 * commune) % 21;

    /// <summary>Two to four; one in ten had taken over another one before.</summary>
    private List<PlannedUnit> OldCommunes(PlannedUnit commune, PlannedUnit district, string name)
    {
        var old = Enumerable.Range(1, 2 + chance.Below(3)).Select(i => Commune(i)).ToList();
        if (chance.Happens(0.1))
        {
            var first = Commune(old.Count + 1);
            var cell = NewCell(first, Words.Get("generate.name.village", 0), OrganizationKind.SubordinateCell, dates.Eve);
            cell.Move(old[0], dates.FewMergeOn);
            first.End(dates.FewMergeOn, old[0]);
            cell.Move(commune, dates.LevelsChangeOn, OrganizationKind.GrassrootsCell);
            Count(cell, old[0], district, commune);
        }

        return old;

        PlannedUnit Commune(int at) =>
            Begin(
                New(district, isOld: true),
                OrganizationKind.GrassrootsPartyOrganization,
                Words.Get("generate.name.old-commune", name, at),
                Words.Get("generate.group.commune"),
                dates.Eve
            );
    }

    private void PlanGrassroots(PlannedUnit commune, PlannedUnit district, PlannedUnit bloc, PlannedUnit old)
    {
        var (isCell, isLocal) = (chance.Happens(0.35), chance.Happens(0.5));
        if (isCell && isLocal)
        {
            var cell = NewCell(old, Words.Get("generate.name.village", units.Count), OrganizationKind.SubordinateCell, dates.Eve);
            cell.Move(commune, dates.LevelsChangeOn, OrganizationKind.GrassrootsCell);
            Count(cell, old, district, commune);
        }
        else if (isCell)
        {
            var cell = NewCell(
                district,
                Words.Get("generate.name.grassroots-cell", chance.Pick(lists.Cells), units.Count),
                OrganizationKind.GrassrootsCell,
                dates.Eve,
                Words.Get("generate.group.school")
            );
            cell.Move(commune, dates.LevelsChangeOn);
            Count(cell, district, commune);
        }
        else if (isLocal)
        {
            var committee = Begin(
                New(commune, isOld: false),
                OrganizationKind.GrassrootsPartyOrganization,
                Words.Get("generate.name.village-committee", units.Count),
                Words.Get("generate.group.village"),
                dates.LevelsChangeOn
            );
            MakeCells(old, committee, 3 + chance.Below(10), u => Words.Get("generate.name.village", u), old, district, commune);
            committee.Change(dates.KindsChangeOn, OrganizationKind.SubGrassrootsOrganization);
        }
        else
        {
            PlanAgency(commune, district, bloc);
        }
    }

    private void PlanAgency(PlannedUnit commune, PlannedUnit district, PlannedUnit bloc)
    {
        // Here and there one stood under the bloc of the province for some years.
        var first = chance.Happens(0.06) ? bloc : district;
        var committee = Begin(
            New(first, isOld: true),
            OrganizationKind.GrassrootsPartyOrganization,
            Words.Get("generate.name.committee", chance.Pick(lists.Committees), units.Count),
            Words.Get("generate.group.enterprise"),
            dates.Eve
        );
        var sections = new List<PlannedUnit>();
        var from = units.Count;
        for (var left = chance.Happens(0.08) ? 2 + chance.Below(3) : 0; left > 0; left--)
        {
            var section = Begin(
                New(committee, isOld: true),
                OrganizationKind.SectionalOrganization,
                Words.Get("generate.name.section", units.Count),
                null,
                dates.Eve
            );
            sections.Add(section);
            MakeCells(section, null, 3 + chance.Below(6), Department, committee, district, commune);
        }

        if (sections.Count == 0)
        {
            MakeCells(committee, null, 3 + chance.Below(10), Department, district, commune);
        }

        var inside = units.Skip(from).ToList();
        if (first == bloc)
        {
            MoveWhole(committee, district, dates.Any(chance), inside);
        }

        MoveWhole(committee, commune, dates.LevelsChangeOn, inside);
        committee.Change(dates.KindsChangeOn, OrganizationKind.SubGrassrootsOrganization);
        foreach (var cell in inside.Where(u => u.IsCell && u.To is null && u.Above != committee))
        {
            cell.Move(committee, dates.KindsChangeOn, OrganizationKind.PartyCell);
        }

        foreach (var section in sections)
        {
            section.End(dates.KindsChangeOn, committee);
        }
    }

    /// <summary>
    /// The first stands through all years; here and there one is split off from it later, and one merged into it.
    /// </summary>
    private void MakeCells(
        PlannedUnit above,
        PlannedUnit? later,
        int count,
        Func<int, string> name,
        params IReadOnlyList<PlannedUnit> ancestors
    )
    {
        PlannedUnit? first = null;
        for (var i = 0; i < count; i++)
        {
            var isSplit = first is not null && chance.Happens(0.02);
            var from = isSplit ? dates.Any(chance) : dates.Eve;
            var cell = NewCell(above, name(i + 1), OrganizationKind.SubordinateCell, from, null, isSplit ? first : null);
            if (later is not null)
            {
                cell.Move(later, dates.LevelsChangeOn);
            }

            Count(cell, [above, .. ancestors]);
            first ??= cell;
            if (chance.Happens(0.03))
            {
                var merged = NewCell(above, name(count + i + 1), OrganizationKind.SubordinateCell, dates.Eve, null, first);
                merged.End(dates.Any(chance), first);
            }
        }
    }

    /// <summary>With everything inside, whose codes begin with its own.</summary>
    private static void MoveWhole(PlannedUnit committee, PlannedUnit to, DateOnly on, IEnumerable<PlannedUnit> inside)
    {
        committee.Move(to, on);
        foreach (var unit in inside.Where(u => u.To is null && u.From < on))
        {
            unit.Recode(on);
        }
    }

    private string Department(int at) => Words.Get("generate.name.department", chance.Pick(lists.Departments), at);

    private PlannedUnit NewCell(
        PlannedUnit above,
        string name,
        OrganizationKind kind,
        DateOnly from,
        string? group = null,
        PlannedUnit? sibling = null
    )
    {
        var size = 3 + Math.Min(57, (int)(-Math.Log(1 - chance.Fraction()) * 17.7));
        var cell = new PlannedUnit(ids.Next(), above, isOld: from == dates.Eve) { Sibling = sibling, Members = size };
        cell.Begin(kind, name, group, from);
        units.Add(cell);
        return cell;
    }

    private PlannedUnit New(PlannedUnit above, bool isOld)
    {
        var unit = new PlannedUnit(ids.Next(), above, isOld);
        units.Add(unit);
        return unit;
    }

    private static PlannedUnit Begin(PlannedUnit unit, OrganizationKind kind, string name, string? group, DateOnly from)
    {
        unit.Begin(kind, name, group, from);
        return unit;
    }

    private static void Count(PlannedUnit cell, params IReadOnlyList<PlannedUnit> ancestors)
    {
        foreach (var above in ancestors)
        {
            above.Members += cell.Members;
        }
    }
}
