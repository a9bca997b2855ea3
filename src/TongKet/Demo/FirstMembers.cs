using TongKet.Domain.Members;

namespace TongKet.Demo;

/// <summary>Those who were there before the records begin: the cells filled, posts held, the old exempt.</summary>
internal sealed class FirstMembers(World world, PersonMaker maker, MemberLife life)
{
    private const int Smallest = 5;
    private const int Largest = 58;

    /// <summary>By so much the head-count grows in a year of the demo world.</summary>
    private const double GrowthAYear = 0.016;
    private const double AdmittedLastYear = 0.031;
    private readonly Chance chance = world.Chance;

    public void Make()
    {
        var years = (world.LevelsChangeOn.DayNumber - world.FirstDay.DayNumber) / 365.25;
        var members = world.Size.Members / Math.Pow(1 + GrowthAYear, years);
        var cells = world.Register.Cells.ToList();
        var wanted = cells.ConvertAll(c => Wanted(world.Lists.Sites[c.Site!]));
        var scale = members / wanted.Sum();
        for (var i = 0; i < cells.Count; i++)
        {
            Fill(cells[i], Math.Clamp(chance.Whole(wanted[i] * scale), Smallest, Largest));
        }

        foreach (
            var unit in world.Register.Open.Where(u => u.IsPartyOrganization && u.Headcount > 0 && u.Parent is not null).ToList()
        )
        {
            world.Posts.Seat(unit, world.Eve.AddDays(-chance.Between(30, 270) - (unit.IsCell ? 0 : 730)));
        }
    }

    private double Wanted(Site site) => chance.Peaked(site.Size[0], site.Size[1], site.Size[2]);

    private void Fill(Unit cell, int count)
    {
        var isNew = Enumerable.Range(0, count).Select(_ => chance.Happens(AdmittedLastYear)).ToList();
        // The register of a cell goes by seniority.
        var people = isNew.ConvertAll(n => n ? maker.NewMember(cell, LastYear()) : maker.Member(cell, world.Eve));
        foreach (var person in people.OrderBy(p => p.Record.AdmittedOn).ThenBy(p => p.Record.Id))
        {
            world.People.Join(person, cell, world.Eve, HowIn.BeforeRecords);
            if (!person.IsOfficial)
            {
                life.ExpectRecognition(person);
            }
            else if (IsOldAndWeak(person))
            {
                var age = person.Age(world.Eve);
                world.People.Hold(
                    person,
                    MemberCondition.Exempt,
                    world.Eve.AddDays(-chance.Between(60, Math.Max(400, (age - 68) * 300)))
                );
            }
        }
    }

    private DateOnly LastYear() => world.Eve.AddDays(-chance.Between(15, 355));

    private bool IsOldAndWeak(Person person) =>
        person.Age(world.Eve) switch
        {
            >= 82 => chance.Happens(0.92),
            >= 75 => chance.Happens(0.72),
            >= 70 => chance.Happens(0.36),
            >= 65 => chance.Happens(0.07),
            _ => false,
        };
}
