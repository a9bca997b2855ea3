using TongKet.Domain.Commendations;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;

namespace TongKet.Demo;

/// <summary>
/// The commended: badges for Party age on the four great days, and in January those who did best in the year before, by
/// their own committee and the very best by the province.
/// </summary>
internal sealed class CommendationKeeper(World world)
{
    private const int FlagsOfTheProvince = 2;
    private const int DiplomasOfTheProvince = 8;
    private const double CommendedOfTheExcellent = 0.11;
    private static readonly (int Month, int Day)[] GreatDays = [(2, 3), (5, 19), (9, 2), (11, 7)];
    private readonly Chance chance = world.Chance;
    private readonly CommendationList lists = world.Lists.Organizations.Commendations;
    private readonly NameMaker names = new(world.Chance, world.Lists.Names);

    public void Plan()
    {
        for (var year = world.FirstDay.Year; year <= world.Time.Today.Year; year++)
        {
            var of = year;
            var before = Day(year - 1, GreatDays[^1]);
            foreach (var day in GreatDays.Select(d => Day(of, d)))
            {
                var after = before;
                world.Time.On(day.AddDays(-chance.Between(9, 20)), on => GiveBadges(on, after, day));
                before = day;
            }

            world.Time.On(new(year + 1, 1, chance.Between(8, 24)), on => CommendTheYear(of, on));
        }
    }

    private void GiveBadges(DateOnly on, DateOnly after, DateOnly until)
    {
        var badge = new Decision(until.Year, CommendationForm.PartyBadge, CommendationLevel.Province, Number("TU"), on);
        foreach (var person in world.People.All.Where(p => p.IsOfficial && p.Condition?.Condition != MemberCondition.Suspended))
        {
            var since = person.Record.AdmissionDecidedOn ?? person.Record.AdmittedOn!.Value;
            var years = lists.BadgeYears.FirstOrDefault(y => since.AddYears(y) > after && since.AddYears(y) <= until);
            if (years > 0)
            {
                Write(badge, person.Cell!, CommendationSubject.Member, string.Format(lists.Badge, years), person);
            }
        }
    }

    private void CommendTheYear(int year, DateOnly on)
    {
        var best = world.Records.OrganizationGrades.Where(g => g.Year == year && g.Grade == Grade.Excellent);
        var bestIds = best.Select(g => g.OrganizationId).ToHashSet();
        var excellent = world
            .Records.MemberGrades.Where(g => g.Year == year && g.Grade == Grade.Excellent)
            .Select(g => g.MemberId);
        var excellentIds = excellent.ToHashSet();
        var organizations = new List<Unit>();
        var people = new List<Person>();
        foreach (var above in Committees().ToList())
        {
            var isDistrict = above.Now.Kind == OrganizationKind.DistrictOrganization;
            var level = isDistrict ? CommendationLevel.District : CommendationLevel.Commune;
            var decision = new Decision(year, CommendationForm.Certificate, level, Number(isDistrict ? "HU" : "ĐU"), on);
            var mine = above.Children.Where(u => bestIds.Contains(u.Id)).ToList();
            var members = above.Cells().SelectMany(c => c.Members).Where(p => excellentIds.Contains(p.Record.Id));
            var chosen = members.Where(_ => chance.Happens(CommendedOfTheExcellent)).ToList();
            Commend(decision, mine, chosen);
            CommendOthers(decision, above);
            organizations.AddRange(mine);
            people.AddRange(chosen);
        }

        var flag = new Decision(year, CommendationForm.Flag, CommendationLevel.Province, Number("TU"), on);
        var ranked = chance.Shuffled(organizations);
        Commend(flag, ranked.Take(FlagsOfTheProvince), []);
        var diploma = flag with { Form = CommendationForm.MeritDiploma };
        Commend(
            diploma,
            ranked.Skip(FlagsOfTheProvince).Take(DiplomasOfTheProvince / 2),
            chance.Shuffled(people).Take(DiplomasOfTheProvince)
        );
    }

    private IEnumerable<Unit> Committees() =>
        world.Register.Open.Where(u =>
            u.Now.Kind is OrganizationKind.DistrictOrganization or OrganizationKind.CommuneOrganization
        );

    private void Commend(Decision decision, IEnumerable<Unit> organizations, IEnumerable<Person> people)
    {
        var note = string.Format(lists.Work, decision.Year);
        foreach (var unit in organizations)
        {
            Write(decision, unit, CommendationSubject.Organization, note);
        }

        foreach (var person in people)
        {
            Write(decision, person.Cell!, CommendationSubject.Member, note, person);
        }
    }

    /// <summary>Collectives and people who are in no register of the Party.</summary>
    private void CommendOthers(Decision decision, Unit above)
    {
        foreach (var cell in chance.Shuffled(above.Cells().Where(c => c.Site == "village")).Take(2))
        {
            var collective = string.Format(chance.Pick(lists.Collectives), cell.Now.Name["Chi bộ ".Length..]);
            Write(decision, above, CommendationSubject.Collective, lists.Others[^1], name: collective);
        }

        var sex = chance.Happens(0.5) ? Sex.Female : Sex.Male;
        var somebody = names.Make(sex, decision.On.Year - chance.Between(30, 75), null);
        Write(decision, above, CommendationSubject.Individual, chance.Pick(lists.Others), name: somebody);
    }

    private string Number(string of) => $"{chance.Between(20, 980)}-QĐ/{of}";

    private static DateOnly Day(int year, (int Month, int Day) great) => new(year, great.Month, great.Day);

    private void Write(
        Decision by,
        Unit at,
        CommendationSubject subject,
        string note,
        Person? person = null,
        string? name = null
    ) =>
        world.Records.Commendations.Add(
            new()
            {
                Id = world.NextId(),
                OrganizationId = at.Id,
                Year = by.Year,
                Subject = subject,
                MemberId = person?.Record.Id,
                SubjectName = name,
                Form = by.Form,
                Level = by.Level,
                DecisionNumber = by.Number,
                DecidedOn = by.On,
                Note = note,
            }
        );

    private sealed record Decision(int Year, CommendationForm Form, CommendationLevel Level, string Number, DateOnly On);
}
