using TongKet.Demo;
using TongKet.Domain.Organizations;
using TongKet.Web;

namespace TongKet.Generate;

/// <summary>Plans the organizations of one province of today and of the provinces and districts it was made of.</summary>
internal sealed class ProvincePlanner(NationDates dates, NationLists lists, PlannedUnit root)
{
    private const int CommunesOfDistrict = 5;

    /// <param name="firstOld">How many old provinces the provinces before this one were made of.</param>
    public ProvincePlan Plan(int firstOld, int old, int communes, Chance chance, IdRange ids)
    {
        var upper = new List<PlannedUnit>();
        var provinces = Enumerable.Range(0, old).Select(i => Province(firstOld + i)).ToList();
        var districts = new List<(PlannedUnit District, PlannedUnit Bloc, int Communes)>();
        for (var i = 0; i < old; i++)
        {
            var (province, ofOld) = (provinces[i], (i + 1) * communes / old - i * communes / old);
            var bloc = Old(province, OrganizationKind.BlocOrganization, Words.Get("generate.name.bloc", NameOf(firstOld + i)));
            for (var left = ofOld; left > 0; left -= CommunesOfDistrict)
            {
                var name = Words.Get("generate.name.district", lists.Commune(chance.Below(300)));
                var district = Old(province, OrganizationKind.DistrictOrganization, name);
                districts.Add((district, bloc, Math.Min(left, CommunesOfDistrict)));
            }
        }

        Old(
            provinces[0],
            OrganizationKind.GrassrootsPartyOrganization,
            Words.Get("generate.name.forces", NameOf(firstOld)),
            countsOnly: true
        );
        if (old > 1)
        {
            provinces[0]
                .Change(dates.LevelsChangeOn, name: Words.Get("generate.name.merged", NameOf(firstOld), NameOf(firstOld + 1)));
        }

        var planner = new CommunePlanner(dates, lists, chance, ids);
        var made = new List<CommunePlan>();
        foreach (var (district, bloc, count) in districts)
        {
            for (var i = 0; i < count; i++)
            {
                made.Add(planner.Plan(provinces[0], district, bloc));
            }
        }

        foreach (
            var ended in upper.Where(u =>
                u.Now.Kind is OrganizationKind.DistrictOrganization or OrganizationKind.BlocOrganization
            )
        )
        {
            ended.End(dates.LevelsChangeOn);
        }

        foreach (var province in provinces.Skip(1))
        {
            province.End(dates.LevelsChangeOn, provinces[0]);
        }

        return new(provinces[0], upper, made);

        PlannedUnit Province(int at)
        {
            var name = Words.Get("generate.name.province", NameOf(at));
            return Old(root, OrganizationKind.ProvincialOrganization, name, code: $"{at + 1:00}");
        }

        PlannedUnit Old(PlannedUnit above, OrganizationKind kind, string name, string? code = null, bool countsOnly = false)
        {
            var unit = new PlannedUnit(ids.Next(), above, isOld: true) { CountsOnly = countsOnly };
            unit.Begin(kind, name, null, dates.Eve, code);
            upper.Add(unit);
            return unit;
        }
    }

    private string NameOf(int province) => lists.Province(province);
}
