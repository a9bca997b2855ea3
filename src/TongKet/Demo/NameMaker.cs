using TongKet.Domain.Members;

namespace TongKet.Demo;

/// <summary>Names as people of an age, a sex and a people bear them.</summary>
internal sealed class NameMaker(Chance chance, NameList lists)
{
    private const int FirstLongNames = 1965;
    private const double LongNames = 0.022;

    public string Make(Sex sex, int bornIn, string? minority)
    {
        var generation = lists.Generations.Last(g => g.BornFrom <= bornIn);
        var people = lists.Minorities.FirstOrDefault(m => m.People == minority);
        var family = people is null ? chance.Pick(lists.Family) : chance.Pick(people.Family);
        var isLong = bornIn >= FirstLongNames && chance.Happens(LongNames);
        return sex == Sex.Female
            ? $"{family} {Given(generation.Ladies, isLong ? chance.Pick(lists.LongLadies) : chance.Pick(generation.Women))}"
            : $"{family} {Given(generation.Men, isLong ? chance.Pick(lists.LongMen) : people?.People == "Mông" ? "A" : chance.Pick(generation.MenMiddle))}";
    }

    /// <summary>Nobody is called «Minh Minh».</summary>
    private string Given(IReadOnlyList<string> names, string middle)
    {
        var name = chance.Pick(names);
        while (middle.EndsWith(name, StringComparison.Ordinal))
        {
            name = chance.Pick(names);
        }

        return $"{middle} {name}";
    }
}
