using TongKet.Demo;
using TongKet.Domain.Members;
using TongKet.Domain.Values;

namespace TongKet.Generate;

/// <summary>Makes members: names as people of their age bear them, numbers that no citizen has.</summary>
internal sealed class MemberMaker(int province, Chance chance, DemoLists lists)
{
    private const int Provinces = 64;
    private const int Serials = 1_000_000 / Provinces;
    private const string NoReligion = "Không";
    private readonly NameMaker names = new(chance, lists.Names);
    private readonly Dictionary<string, (string Folded, string SortKey)> known = [];
    private readonly int[] serials = new int[1000];
    private readonly List<Site> sites = [lists.Sites["village"], lists.Sites["office"]];
    private int papers;

    /// <param name="official">The end of the twelve months, once it was recognised on <paramref name="recognized"/>.</param>
    public Member Make(long id, int order, DateOnly born, DateOnly admitted, DateOnly? official, DateOnly? recognized)
    {
        var site = sites[chance.Below(sites.Count)];
        var sex = chance.Happens(site.Women) ? Sex.Female : Sex.Male;
        var minority = chance.Happens(0.14) ? chance.Pick(lists.Names.Minorities, m => m.Weight).People : null;
        var name = names.Make(sex, born.Year, minority);
        if (!known.TryGetValue(name, out var keys))
        {
            known[name] = keys = (VietnameseText.Fold(name), VietnameseText.PersonSortKey(name));
        }

        var hasReligion = chance.Happens(0.04);
        papers++;
        return new()
        {
            Id = id,
            FullName = name,
            NameFolded = keys.Folded,
            NameSortKey = keys.SortKey,
            BornOn = born,
            Sex = sex,
            Ethnicity = minority ?? "Kinh",
            IsEthnicMinority = minority is not null,
            Religion = hasReligion ? "Công giáo" : NoReligion,
            HasReligion = hasReligion,
            CitizenId = CitizenId(sex, born.Year),
            CardNumber = official is null ? null : $"{province + 1:00}{papers:000000}",
            RecordNumber = $"{papers:000000}-{province + 1:00}",
            RegisterOrder = order,
            AdmissionDecidedOn = admitted.AddDays(-12),
            AdmittedOn = admitted,
            OfficialOn = official,
            RecognizedOn = recognized,
            Occupation = chance.Pick(site.Occupations),
            Qualification = chance.Pick(site.Qualifications),
            PoliticalTheory = chance.Pick(site.Theories),
        };
    }

    /// <summary>
    /// Province 000 is assigned to nobody; the fourth digit is century and sex, the next two the year of birth. Each
    /// province has its share of the six digits behind; whoever finds none left has no number, like some old people.
    /// </summary>
    private string? CitizenId(Sex sex, int born)
    {
        var head = ((born - 1900) / 100 * 2 + (sex == Sex.Female ? 1 : 0)) * 100 + born % 100;
        var serial = serials[head]++;
        return serial < Serials ? $"000{head:000}{province * Serials + serial:000000}" : null;
    }
}
