using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Demo;

/// <summary>Makes the members of the demo world: who they are by the place where they stand.</summary>
internal sealed class PersonMaker(World world)
{
    private const string NoReligion = "Không";
    private const double DaysAYear = 365.25;
    private static readonly DateOnly ExactBirthsSince = new(1958, 1, 1);
    private static readonly DateOnly ExactPapersSince = new(1982, 1, 1);
    private static readonly DateOnly TooOldForTheNewCard = new(1948, 1, 1);
    private readonly Chance chance = world.Chance;
    private readonly NameMaker names = new(world.Chance, world.Lists.Names);
    private readonly Papers papers = new(world.Chance, world.Lists.Places.ProvinceCode, world.Lists.Places.ProvinceLetters);

    /// <summary>Somebody who was a member long before this day.</summary>
    public Person Member(Unit cell, DateOnly on, double oldest = 95)
    {
        var site = world.Lists.Sites[cell.Site!];
        var age = Math.Min(oldest, chance.Peaked(site.Ages[0], site.Ages[1], site.Ages[2]));
        var born = on.AddDays(-(int)(age * DaysAYear) - chance.Below(300));
        var latest = Math.Max(19, Math.Min(47, age - 1.6));
        var admitted = born.AddDays((int)(chance.Peaked(18.5, Math.Min(25, latest - 0.2), latest) * DaysAYear));
        admitted = Earlier(admitted, on.AddMonths(-14));
        var record = Make(cell, born, on);
        record.AdmittedOn = admitted;
        record.AdmissionDecidedOn = Weekday(admitted.AddDays(-chance.Between(6, 27)));
        record.OfficialOn = admitted.AddYears(1);
        record.RecognizedOn = Weekday(Earlier(admitted.AddYears(1).AddDays(chance.Between(6, 70)), on.AddDays(-1)));
        Blur(record);
        record.CardNumber = papers.CardNumber(record.OfficialOn.Value);
        return new(record);
    }

    /// <summary>Somebody who is admitted on this day and is official twelve months later, if he is found worthy.</summary>
    public Person NewMember(Unit cell, DateOnly on)
    {
        var site = world.Lists.Sites[cell.Site!];
        var age = chance.Peaked(Math.Max(18.3, site.Ages[0] - 5), 24.5, 46);
        var record = Make(cell, on.AddDays(-(int)(age * DaysAYear)), on);
        record.AdmittedOn = on;
        record.AdmissionDecidedOn = Weekday(on.AddDays(-chance.Between(4, 27)));
        record.PoliticalTheory = "Chưa qua";
        return new(record);
    }

    /// <summary>The committee recognises him; the official date is the end of the twelve months, however late the paper.</summary>
    public void Recognise(Person person, DateOnly on)
    {
        person.Record.OfficialOn = person.Record.AdmittedOn!.Value.AddYears(1);
        person.Record.RecognizedOn = on;
        person.Record.CardNumber = papers.CardNumber(on);
    }

    private Member Make(Unit cell, DateOnly born, DateOnly on)
    {
        var site = world.Lists.Sites[cell.Site!];
        var sex = chance.Happens(site.Women) ? Sex.Female : Sex.Male;
        var minority = chance.Happens(cell.MinorityShare)
            ? chance.Pick(world.Lists.Names.Minorities, m => m.Weight).People
            : null;
        var name = names.Make(sex, born.Year, minority);
        var religion = Religion(minority);
        var isRetired = on.DayNumber - born.DayNumber > site.RetireAt * DaysAYear;
        var record = new Member
        {
            Id = world.NextId(),
            FullName = name,
            NameFolded = VietnameseText.Fold(name),
            NameSortKey = VietnameseText.PersonSortKey(name),
            BornOn = born,
            Sex = sex,
            Ethnicity = minority ?? "Kinh",
            IsEthnicMinority = minority is not null,
            Religion = religion,
            HasReligion = religion != NoReligion,
            HomePlace = chance.Happens(0.8) && cell.Home is { } home ? home : chance.Pick(world.Lists.Places.OtherHomes),
            CitizenId = papers.CitizenId(sex, born.Year),
            RecordNumber = papers.RecordNumber(),
            Occupation = chance.Pick(isRetired ? site.Retired : site.Occupations),
            Qualification = chance.Pick(site.Qualifications),
            PoliticalTheory = chance.Pick(site.Theories),
        };
        world.Records.Members.Add(record);
        return record;
    }

    /// <summary>Old papers say less: only a year, or a month and a year; some old people never had the new card.</summary>
    private void Blur(Member record)
    {
        var born = record.BornOn!.Value;
        if (born < ExactBirthsSince && chance.Happens(0.2))
        {
            record.BornPrecision = chance.Happens(0.7) ? DatePrecision.Year : DatePrecision.Month;
            record.BornOn = record.BornPrecision == DatePrecision.Year ? new(born.Year, 1, 1) : new(born.Year, born.Month, 1);
        }

        if (record.AdmittedOn < ExactPapersSince && chance.Happens(0.22))
        {
            var admitted = record.AdmittedOn!.Value;
            record.AdmittedPrecision = chance.Happens(0.4) ? DatePrecision.Year : DatePrecision.Month;
            record.AdmittedOn =
                record.AdmittedPrecision == DatePrecision.Year ? new(admitted.Year, 1, 1) : new(admitted.Year, admitted.Month, 1);
            record.AdmissionDecidedOn = null;
            record.OfficialOn = record.AdmittedOn.Value.AddYears(1);
            record.RecognizedOn = null;
        }

        if (born < TooOldForTheNewCard && chance.Happens(0.16))
        {
            record.CitizenId = null;
            record.OldIdentityNumber = chance.Happens(0.6) ? papers.OldIdentityNumber() : null;
            record.Note = Words.Get("demo.note.no-citizen-id");
        }
    }

    private string Religion(string? minority) =>
        minority is "Mông" or "Dao" && chance.Happens(0.03) ? "Tin lành"
        : chance.Happens(0.986) ? NoReligion
        : chance.Happens(0.55) ? "Công giáo"
        : "Phật giáo";

    /// <summary>Committees sign on working days.</summary>
    private static DateOnly Weekday(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
