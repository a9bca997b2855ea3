using TongKet.Domain.Members;
using TongKet.Domain.Organizations;

namespace TongKet.Demo;

/// <summary>
/// The day on which the district ends: its communes merge into few, right under the province; cells keep their identity and
/// move; agencies of the district end and their people go elsewhere one by one.
/// </summary>
internal sealed class LevelChange(World world, CommuneMaker communes)
{
    private readonly Chance chance = world.Chance;
    private readonly OrganizationList lists = world.Lists.Organizations;

    public void Happen(DateOnly on)
    {
        var province = world.Register.Province;
        var district = world.Register.OfKind(OrganizationKind.DistrictOrganization).Single();
        var old = district.Children.Where(u => u.Now.DutyGroup == lists.Groups["commune"]).ToList();
        var made = Groups(old).Select((group, i) => communes.Make(province, i, group, on)).ToList();
        foreach (
            var unit in district.Children.Where(u => u.IsPartyOrganization && u.Fate is Fate.Moves or Fate.CountsOnly).ToList()
        )
        {
            if (unit.Fate == Fate.CountsOnly)
            {
                world.Register.Move(unit, province, on, v => v.Name = unit.Later ?? v.Name);
            }
            else
            {
                communes.TakeOver(unit, WhereItLies(unit, made), on);
            }
        }

        foreach (var unit in district.Children.Where(u => u.IsPartyOrganization).ToList())
        {
            foreach (var cell in unit.Cells().ToList())
            {
                SendAway(cell, made, on);
            }

            Dissolve(unit, on);
        }

        foreach (var body in district.Children.ToList())
        {
            world.Register.End(body, on);
        }

        world.Register.End(district, on);
        foreach (
            var unit in made.SelectMany(m => m.Commune.Below()).Where(u => u.IsPartyOrganization && u.Posts.Count == 0).ToList()
        )
        {
            world.Posts.Seat(unit, on);
        }
    }

    /// <summary>The district's police end some months earlier: to the communes' police, or to the province's.</summary>
    public void EndPolice(DateOnly on)
    {
        foreach (var unit in world.Register.Open.Where(u => u.Fate == Fate.Police).ToList())
        {
            var posts = world.Register.Cells.Where(c => c.Site == "police" && !unit.Contains(c)).ToList();
            foreach (var person in unit.Cells().SelectMany(c => c.Members).ToList())
            {
                if (chance.Happens(0.45) || posts.Count == 0)
                {
                    world.People.Part(person, on, HowOut.TransferredOut, world.Lists.Places.ProvincialPolice);
                }
                else
                {
                    world.People.Move(person, posts.MinBy(c => c.Members.Count)!, on);
                }
            }

            Dissolve(unit, on);
        }
    }

    /// <summary>Neighbours in the list merge: two or three communes into one.</summary>
    private List<List<Unit>> Groups(List<Unit> old)
    {
        var count = Math.Clamp((int)Math.Round(old.Count / 2.6), 2, world.Lists.Places.Successors.Count);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => old.Skip(i * old.Count / count).Take((i + 1) * old.Count / count - i * old.Count / count).ToList()),
        ];
    }

    /// <summary>A school lies in the commune that its name tells, an enterprise anywhere, what serves the whole region in the ward.</summary>
    private NewCommune WhereItLies(Unit unit, List<NewCommune> made) =>
        made.Skip(1).FirstOrDefault(m => m.Merged.Any(o => unit.Now.Name.Contains(o, StringComparison.Ordinal)))
        ?? (unit.Now.DutyGroup == lists.Groups["enterprise"] && chance.Happens(0.5) ? chance.Pick(made) : made[0]);

    private void SendAway(Unit cell, List<NewCommune> made, DateOnly on)
    {
        var offices = made.SelectMany(m => m.Offices).ToList();
        foreach (var person in cell.Members.ToList())
        {
            if (chance.Happens(0.3))
            {
                world.People.Part(person, on, HowOut.TransferredOut, chance.Pick(world.Lists.Places.ProvincialAgencies));
            }
            else if (person.Age(on) >= 54 && chance.Happens(0.6))
            {
                person.Record.Occupation = "Hưu trí";
                world.People.Move(
                    person,
                    chance.Pick(world.Register.Cells.Where(c => c.Site == "village" && c.Members.Count < 50).ToList()),
                    on
                );
            }
            else
            {
                world.People.Move(person, offices.MinBy(c => c.Members.Count)!, on);
            }
        }
    }

    /// <summary>Ends it with all that is under it, from below.</summary>
    private void Dissolve(Unit unit, DateOnly on)
    {
        foreach (var child in unit.Children.ToList())
        {
            Dissolve(child, on);
        }

        world.Register.End(unit, on);
    }
}
