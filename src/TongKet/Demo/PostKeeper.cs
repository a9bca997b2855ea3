using TongKet.Domain.Members;
using TongKet.Domain.Organizations;

namespace TongKet.Demo;

/// <summary>Secretaries, deputies and committee members: who holds which post from when to when.</summary>
internal sealed class PostKeeper(World world)
{
    private const int OldestHolder = 67;

    /// <summary>Fills the empty posts of an organization from those who stand in it.</summary>
    public void Seat(Unit unit, DateOnly on) => Seat(unit, on, []);

    private void Seat(Unit unit, DateOnly on, List<Person> not)
    {
        if (!unit.IsOpen)
        {
            return;
        }

        var titles = Titles(unit.Now.Kind);
        var ranks = Ranks(unit);
        for (var i = 0; i < ranks.Count; i++)
        {
            var rank = ranks[i];
            var held = unit.Posts.Count(p => p.Post.Rank == rank);
            if (held < ranks.Count(r => r == rank) && Candidate(unit, rank, on, not) is { } person)
            {
                var post = new MemberPost
                {
                    Id = world.NextId(),
                    MemberId = person.Record.Id,
                    OrganizationId = unit.Id,
                    Title = titles[rank - 1],
                    Rank = rank,
                    FromOn = on,
                };
                world.Records.Posts.Add(post);
                unit.Posts.Add((post, person));
            }
        }
    }

    /// <summary>Some hand over, the rest are elected again.</summary>
    public void Congress(Unit unit, DateOnly on)
    {
        var leaving = unit.Posts.Where(p => p.Post.FromOn < on && world.Chance.Happens(0.3)).ToList();
        foreach (var held in leaving)
        {
            held.Post.ToOn = on;
            unit.Posts.Remove(held);
        }

        Seat(unit, on, leaving.ConvertAll(held => held.Holder));
    }

    /// <summary>He left a cell: posts of organizations that do not hold his new cell fall vacant and are filled soon after.</summary>
    public void Vacate(Person person, Unit from, Unit? to, DateOnly on)
    {
        for (var unit = from; unit is not null; unit = unit.Parent)
        {
            var mine = unit.Posts.Where(p => p.Holder == person).ToList();
            if (mine.Count == 0 || (to is not null && unit.Contains(to)))
            {
                continue;
            }

            foreach (var held in mine)
            {
                held.Post.ToOn = on;
                unit.Posts.Remove(held);
            }

            var vacant = unit;
            world.Time.On(on.AddDays(world.Chance.Between(8, 26)), day => Seat(vacant, day));
        }
    }

    public static void EndAll(Unit unit, DateOnly on)
    {
        foreach (var (post, _) in unit.Posts)
        {
            post.ToOn = on;
        }

        unit.Posts.Clear();
    }

    /// <summary>1 secretary, 2 deputy, 3 member of the committee: as many as the organization is large.</summary>
    private static List<int> Ranks(Unit unit) =>
        unit.Now.Kind switch
        {
            OrganizationKind.DistrictOrganization => [1, 2, 2, 3, 3, 3, 3, 3, 3],
            OrganizationKind.CommuneOrganization => [1, 2, 2, 3, 3, 3, 3],
            _ when !unit.IsCell => [1, 2, 3],
            _ => unit.Members.Count switch
            {
                < 6 => [1],
                < 10 => [1, 2],
                < 25 => [1, 2, 3],
                _ => [1, 2, 3, 3, 3],
            },
        };

    private IReadOnlyList<string> Titles(OrganizationKind kind) =>
        world.Lists.Organizations.Posts[
            kind switch
            {
                OrganizationKind.DistrictOrganization => "district",
                OrganizationKind.CommuneOrganization => "commune",
                _ when kind.IsCell() => "cell",
                _ => "committee",
            }
        ];

    private Person? Candidate(Unit unit, int rank, DateOnly on, List<Person> not)
    {
        var able = unit.Cells()
            .SelectMany(c => c.Members)
            .Where(p => p.IsOfficial && p.Record.OfficialOn <= on && p.Age(on) <= OldestHolder && !PeopleRegister.IsHeld(p, on))
            .Where(p => !not.Contains(p) && unit.Posts.TrueForAll(held => held.Holder != p))
            .ToList();
        return able.Count == 0 ? null : world.Chance.Pick(able, p => Fitness(p, unit, rank, on));
    }

    /// <summary>Committees are led from the offices and by those who lead a cell; cells by people in their forties and fifties.</summary>
    private static double Fitness(Person person, Unit unit, int rank, DateOnly on)
    {
        var age = person.Age(on);
        var fit =
            age is >= 38 and <= 58 ? 5.0
            : age < 27 ? 0.3
            : 1.0;
        if (!unit.IsCell)
        {
            fit *= person.Cell!.Site is "office" ? 12 : 1;
            fit *=
                person.Record.PoliticalTheory is "Cao cấp" ? 4
                : person.Record.PoliticalTheory is "Trung cấp" ? 1.5
                : 0.2;
            fit *= person.Cell.Posts.Exists(p => p.Holder == person && p.Post.Rank == 1) ? 3 : 1;
        }

        return rank == 1 && person.Record.Qualification is "Đại học" or "Thạc sĩ" ? fit * 2 : fit;
    }
}
